"""Minutes that are less than a learner needs: she plans them between two buses."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from kandil.lint.lesson.counted import minutes, words
from kandil.lint.lint import Lint, LintContext
from kandil.problems import Problem


def lint_minutes(context: LintContext) -> Iterator[Problem]:
    """A lesson that says nothing promises nothing."""
    for module in context.course.modules:
        needed = ceil(minutes(module))
        if 0 < module.minutes < needed:
            file = (context.folder / module.file).as_posix()
            message = (
                f"{words(module)} words, the practice and the questions take {needed} minutes, "
                f"not {module.minutes}"
            )
            hint = f"Write 'minutes: {needed}', or make the lesson shorter."
            yield Problem("A505", context.sources.key(file, "minutes"), message, hint)


LINT = Lint(lint_minutes)
