"""Where Moodle keeps the files of each text of a question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kandil.exporters._mbz.plan import Placed


class AreaText(NamedTuple):
    """A text, and the place of its files."""

    component: str
    area: str
    item: int
    markup: str


def texts_of(placed: Placed) -> Iterator[AreaText]:
    """Every text of a question that may show a picture."""
    one, number = placed.question, placed.id
    yield AreaText("question", "questiontext", number, one.text)
    yield AreaText("question", "generalfeedback", number, one.general)
    yield AreaText("question", "correctfeedback", number, one.right)
    yield AreaText("question", "partiallycorrectfeedback", number, one.wrong)
    yield AreaText("question", "incorrectfeedback", number, one.wrong)
    for row, answer in zip(placed.answers, one.answers, strict=False):
        if one.kind in ("multichoice", "ordering"):
            yield AreaText("question", "answer", row, answer.words)
        yield AreaText("question", "answerfeedback", row, answer.feedback)
    for row, pair in zip(placed.answers, one.pairs, strict=False):
        yield AreaText("qtype_match", "subquestion", row, pair.stem)
    for row, hint in zip(placed.hints, one.hints, strict=True):
        yield AreaText("question", "hint", row, hint)
