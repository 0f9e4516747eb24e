"""The longest answer is the right one: she need not read the question."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import scored_choices
from kandil.model.interactions import Choice
from kandil.problems import Problem

CLEARLY = 1.3
"""Times the longest wrong answer, and `SIGNS` signs more: below that nobody sees it."""
SIGNS = 10
FEWEST = 3
"""Questions of one answer; two may be chance."""


def lint_length(context: LintContext) -> Iterator[Problem]:
    """Lessons in which more than half of the questions give themselves away."""
    for module in context.course.modules:
        single = [one for one in scored_choices(module) if one.form == "single"]
        telling = [one for one in single if _longest_is_right(one)]
        if len(single) >= FEWEST and len(telling) * 2 > len(single):
            message = (
                f"In {len(telling)} of {len(single)} questions of this lesson the right answer "
                "is clearly the longest"
            )
            hint = "Shorten it, or give the wrong answers as many words."
            yield Problem("A301", telling[0].place, message, hint)


def _longest_is_right(question: Choice) -> bool:
    sizes = {True: [0], False: [0]}
    for option in question.options:
        sizes[option.right].append(len(option.text.plain) if option.text else 0)
    right, wrong = max(sizes[True]), max(sizes[False])
    return right >= wrong * CLEARLY and right >= wrong + SIGNS


LINT = Lint(lint_length)
