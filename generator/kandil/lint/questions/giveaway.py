"""A right answer that the question or the lesson gives away."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import question_text, scored_choices, telling
from kandil.lint.text.sentences import sentences, words
from kandil.model.interactions import Choice, Interaction
from kandil.model.text import texts
from kandil.problems import Problem

_LONG = 4
"""Words that an answer needs before it is a sentence of the lesson, and no name."""


def lint_giveaway(context: LintContext) -> Iterator[Problem]:
    """Only where no wrong answer does the same."""
    for module in context.course.modules:
        page = _Page(" ".join(_prose(module.blocks)))
        for question in scored_choices(module):
            if question.form == "single" and len(question.options) > 2:
                yield from _echo(question, context.locale)
                yield from _copied(question, page)


def _echo(question: Choice, tag: str) -> Iterator[Problem]:
    """A rare word of the very question that only the right answer repeats."""
    asked = question_text(question)
    spans = list(sentences(asked))
    last = telling(asked[slice(*spans[-1])], tag) if spans else set()
    right = [option for option in question.options if option.right and option.text]
    wrong = [option.text.plain for option in question.options if not option.right and option.text]
    known = set().union(*(telling(text, tag) for text in wrong))
    for option in right:
        said = option.text.plain if option.text else ""
        shared = sorted((telling(said, tag) & last) - known)
        if shared and option.text:
            message = f"Only the right answer repeats '{shared[0]}' from the question"
            hint = "Use another word in one of the two, or use it in a wrong answer too."
            yield Problem("A306", option.text.place, message, hint)


def _copied(question: Choice, page: _Page) -> Iterator[Problem]:
    on_page = {
        option.right
        for option in question.options
        if option.text and page.has(words(option.text.plain.lower()))
    }
    if on_page == {True}:
        option = next(option for option in question.options if option.right)
        place = option.text.place if option.text else question.place
        hint = "Say it in other words: she should know it, not find it."
        message = "This right answer stands word for word in the lesson, and no wrong one does"
        yield Problem("A307", place, message, hint)


def _prose(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if hasattr(block, "blocks"):
            yield from _prose(block.blocks)
        elif not isinstance(block, Interaction):
            yield from (text.plain for text in texts(block))


class _Page:
    """The words of a lesson, in small letters and with one space beside each."""

    def __init__(self, text: str) -> None:
        self._words = _spaced(words(text.lower()))

    def has(self, answer: list[str]) -> bool:
        """Whether an answer of some length stands in it word for word."""
        return len(answer) >= _LONG and _spaced(answer) in self._words


def _spaced(found: list[str]) -> str:
    return f" {' '.join(found)} "


LINT = Lint(lint_giveaway)
