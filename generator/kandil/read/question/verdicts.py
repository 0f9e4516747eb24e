"""`blue (correct)`, `blue – right, because …`: an answer that says itself whether it is right.

She reads it before she has answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kandil.problems import Problem
from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import Answer
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import outline_of
from kandil.values import dataclass

_END = re.compile(
    r"(?:[(\[](?P<words>[^()\[\]]{2,24})[)\]]|\s[-–—][ ](?P<word>[^\W\d_]{2,16})"
    r"|(?P<sign>[✓✔✅✗✘❌])\ufe0f?)[.!]?[*_]{0,3}\s*$"
)
_BEHIND = re.compile(
    r"(?:(?P<loose>[.!?…])\s+|\s[-–—]{1,2}\s+|[(\[]|\\\s*\n\s*)"
    r"(?P<shown>[*_]{0,3}(?P<words>[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?)[*_]{0,3}\s?"
    r"(?:(?P<comma>,)|[.;:!)–—-]|\](?!\()|$"
    r"|(?=(?:because|since|car|parce|потому|так как|бо|оскільки|çünkü|რადგან)\b)))"
)
"""A verdict right behind a full stop, a dash, a bracket or a forced break: "– right now" is none.
"Right, …" behind a full stop may be what somebody says."""
_RIGHT = {"Correct": True, "True": True, "Incorrect": False, "False": False}
_ENGLISH = {"right": True, "wrong": False}
_SIGNS = {**dict.fromkeys("✓✔✅", True), **dict.fromkeys("✗✘❌", False)}
_ANSWER = ("answer", "réponse", "ответ", "відповідь", "yanıt", "cevap", "პასუხი")
_NOT = ("not", "pas", "не")
_SHORT, _ENDING = 4, 3
"""Letters of a word whose other endings mean something else; letters of the longest ending."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer says of itself."""

    right: bool
    answer: str
    """Its words without the verdict."""
    feedback: str
    """The verdict and what stands behind it, where that was meant as feedback."""


def verdict_in(language: Keywords, words: str) -> Verdict | None:
    """What an answer says of itself, at its end or before its feedback."""
    end = _END.search(words)
    if end and end.start():
        right = _SIGNS.get(end["sign"] or "", _said(language, end["word"] or ""))
        if end["words"]:
            right = _begins(language, outline_of(end["words"].strip()))
        if right is not None:
            return Verdict(right, _bare(words[: end.start()]), "")
    for found in _BEHIND.finditer(words):
        right = None if found["loose"] and found["comma"] else _said(language, found["words"])
        answer = words[: found.start()] + (found["loose"] or "").strip(".")
        if right is not None and _bare(answer):
            return Verdict(right, _bare(answer), words[found.start("shown") :].strip("*_) ]"))
    return None


def _bare(words: str) -> str:
    return words.rstrip(" *_\\")


def _begins(language: Keywords, shown: str) -> bool | None:
    """Whether words begin as right or wrong does."""
    return next((right for stem, right in _stems(language) if shown.startswith(stem)), None)


def _said(language: Keywords, words: str) -> bool | None:
    """Whether these words alone say right, or wrong: `верно`, `not right`, `yanlış cevap`."""
    whole = outline_of(words)
    first, _, second = whole.partition(" ")
    answers = {outline_of(word) for word in _ANSWER}
    for stem, right in _stems(language):
        if _is_form(whole, stem) or (_is_form(first, stem) and second in answers):
            return right
        if first in {outline_of(word) for word in _NOT} and _is_form(second, stem):
            return not right
    return None


def _is_form(outline: str, stem: str) -> bool:
    longest = len(stem) + (0 if stem in _ENGLISH else _ENDING)
    return outline.startswith(stem) and len(outline) <= longest


def _stems(language: Keywords) -> Iterator[tuple[str, bool]]:
    """How the words for right and wrong begin: верно, верный."""
    for word, keyword in language.written.items():
        if keyword in _RIGHT:
            outline = outline_of(word)
            yield outline[:-1] if len(outline) > _SHORT else outline, _RIGHT[keyword]
    yield from _ENGLISH.items()


def check_verdicts(reading: ReadContext, answers: Iterable[Answer]) -> None:
    """Report each answer that says itself whether it is right."""
    asked = [(one, verdict_in(reading.language, one.text.source)) for one in answers]
    both = len({one.ticked for one, verdict in asked if verdict}) > 1
    for answer, verdict in asked:
        if verdict:
            sure = both or verdict.right == answer.ticked
            mended = f"- [{'x' if answer.ticked else ' '}] {verdict.answer}"
            hint = f"Write '{mended}'."
            if verdict.feedback:
                hint = f"Write '{mended}', and '> {verdict.feedback}' indented in a line below it."
            message = "This answer says itself whether it is right, and is read before the choice"
            problem = Problem("Q733" if sure else "Q730", answer.place, message, hint)
            reading.problems.append(problem)
