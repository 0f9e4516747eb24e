"""A matching without a meaning to spare: the last pair needs no knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.model.interactions import Matching
from kandil.model.structure import within
from kandil.problems import Problem


def lint_spare(context: LintContext) -> Iterator[Problem]:
    """Pairs that are scored; what is sorted into groups has no last one."""
    for module in context.course.modules:
        for question in within(Matching, module):
            number = len(question.items)
            if question.form == "pairs" and question.scored and len(question.targets) <= number:
                message = f"{number} words and as many meanings: whoever knows {number - 1} has all"
                hint = "Add a meaning that belongs to no word: a row with an empty first cell."
                yield Problem("A313", question.place, message, hint)


LINT = Lint(lint_spare)
