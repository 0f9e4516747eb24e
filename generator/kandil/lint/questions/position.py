"""The right answer always stands in the same position."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import scored_choices
from kandil.model.interactions import Choice
from kandil.problems import Problem

FEWEST = 3


def lint_position(context: LintContext) -> Iterator[Problem]:
    """Without JavaScript nothing is shuffled, and prints are not either."""
    for module in context.course.modules:
        single = [one for one in scored_choices(module) if one.form == "single"]
        fixed = [one for one in single if one.shuffle is False]
        if _same(fixed):
            hint = "Take 'shuffle: no' away, and move some of the right answers."
            yield _problem(fixed, "without shuffle", hint)
        elif _same(single):
            hint = "Move some of them: without JavaScript the answers stand as you wrote them."
            yield _problem(single, "of this lesson", hint)


def _same(questions: list[Choice]) -> bool:
    return len(questions) >= FEWEST and len({_key(one) for one in questions}) == 1


def _problem(questions: list[Choice], which: str, hint: str) -> Problem:
    said = f"In {len(questions)} questions {which} the right answer is '{_key(questions[0])}'"
    return Problem("A303", questions[0].place, said, hint)


def _key(question: Choice) -> str:
    return "".join(option.letter for option in question.options if option.right)


LINT = Lint(lint_position)
