"""`blue (correct)`: an answer that says itself whether it is right, before she has answered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kandil.problems import Problem
from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import Answer
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import outline_of

_END = re.compile(
    r"(?:[(\[](?P<words>[^()\[\]]{2,24})[)\]]|\s[-–—][ ](?P<word>[^\W\d_]{2,16})"
    r"|[✓✔✅✗✘❌]\ufe0f?)[.!]?\s*$"
)
_VERDICTS = ("Correct", "Incorrect", "True", "False")
_ENGLISH = ("right", "wrong")
_SHORT = 4
"""Letters of a word whose other endings mean something else."""


def without_verdict(language: Keywords, words: str) -> str:
    """The words of an answer without the verdict at their end; all of them where there is none."""
    end = _END.search(words)
    if not end or not end.start():
        return words
    shown = outline_of((end["words"] or end["word"] or "").strip())
    given = not shown or any(shown.startswith(stem) for stem in _stems(language))
    return words[: end.start()].rstrip() if given else words


def _stems(language: Keywords) -> Iterable[str]:
    """How the words for right and wrong begin: верно, верный."""
    for word, keyword in language.written.items():
        if keyword in _VERDICTS:
            outline = outline_of(word)
            yield outline[:-1] if len(outline) > _SHORT else outline
    yield from _ENGLISH


def check_verdicts(reading: ReadContext, answers: Iterable[Answer]) -> None:
    """Report each answer that says itself whether it is right."""
    for answer in answers:
        words = without_verdict(reading.language, answer.text.source)
        if words != answer.text.source:
            hint = f"Write '- [{'x' if answer.ticked else ' '}] {words}'."
            message = "This answer says itself whether it is right, and is read before the choice"
            reading.problems.append(Problem("Q730", answer.place, message, hint))
