"""A sentence with its gaps filled as it accepts them: the answer is what the sentence says."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.inlines import Blank, Emphasis, Inline, Inlines, Link, Strong, plain, walk
from kandil.model.text import Text
from kandil.problems import Place

GAP = "[["
"""How a gap begins in the source."""


def as_written(text: Text | None) -> list[tuple[str, Place]]:
    """The words of a text, each of its wordings at its own place."""
    return [(words, text.place) for words in wordings(text.inlines)] if text else []


def wordings(inlines: Inlines) -> list[str]:
    """The words with the first answer of each gap, then with the second, and so on."""
    match inlines:
        case (str() as whole,):
            return [whole]
    blanks = [part for part in walk(inlines) if isinstance(part, Blank)]
    if not blanks:
        return [plain(inlines)]
    number = max(len(blank.answers) for blank in blanks)
    said = [plain(_fill(inlines, index)) for index in range(max(number, 1))]
    return list(dict.fromkeys(said))


def _fill(inlines: Inlines, index: int) -> Inlines:
    return tuple(_part(part, index) for part in inlines)


def _part(part: Inline, index: int) -> Inline:
    match part:
        case Blank(answers=(_, *_) as answers):
            return answers[min(index, len(answers) - 1)]
        case Blank(number=number) if number:
            return f"{number.low:f}"
        case Emphasis() | Strong() | Link():
            return replace(part, children=_fill(part.children, index))
        case _:
            return part
