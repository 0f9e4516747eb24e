"""Dates in the front matter: advice that is past its best, or nearly."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.problems import Problem

CODES = frozenset({"A202", "A203", "A204", "A207"})
SOON = 60
"""Days before `best_by`."""
YEAR = 366
"""Days; a review a year ago to the day is still good."""


def lint_dates(context: LintContext) -> Iterator[Problem]:
    """Lessons whose advice somebody should look at."""
    as_of, sources = context.as_of, context.sources
    for module in context.course.modules:
        file = (context.folder / module.file).as_posix()
        hint = "Check the advice against today's, then set 'advice_reviewed' and 'best_by'."
        if module.best_by:
            place, left = sources.key(file, "best_by"), (module.best_by - as_of).days
            if left < 0:
                message = f"The advice in this lesson was good until {module.best_by}"
                yield Problem("A202", place, message, hint)
            elif left <= SOON:
                days = "1 day" if left == 1 else f"{left} days"
                message = f"The advice in this lesson is good for {days} more"
                yield Problem("A203", place, message, hint)
        if module.advice_reviewed and module.advice_reviewed > as_of:
            place = sources.key(file, "advice_reviewed")
            message = f"'advice_reviewed: {module.advice_reviewed}' is a day to come"
            yield Problem("A207", place, message, f"Write the day of the review, up to {as_of}.")
        if module.advice_reviewed and (as_of - module.advice_reviewed).days > YEAR:
            message = f"Nobody has checked this advice since {module.advice_reviewed}"
            yield Problem("A204", sources.key(file, "advice_reviewed"), message, hint)


LINT = Lint(lint_dates, frozenset({Moment.SOURCE, Moment.SELECTION}))
