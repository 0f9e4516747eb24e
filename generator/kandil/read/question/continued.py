"""Lines that continue an answer: most were meant as feedback, and lack their `>`."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.block.labels import known_label
from kandil.read.source.keywords import STANCES

_TOLD = re.compile(r"\s*[-–—*+•]?\s*\[[ xXхХ]?\](?![(\[:])")
"""A tick box that begins no item, which `boxes.py` tells."""


def continued_lines(
    reading: ReadContext, line: int, content: str, gap: int, told: re.Pattern[str] = _TOLD
) -> None:
    """Report the first line that Markdown joins to the answer, which would show feedback before she
    has answered; `gap`: how far the words of the answer are indented.
    """
    rows = content.split("\n")
    for number, words in enumerate(rows[1:], 1):
        if told.match(words) or rows[number - 1].endswith("\\"):
            continue
        row, code = line + number, "Q723" if reading.scored else "Q722"
        column = reading.source.begin(row, words.strip())
        label = known_label(reading.language, words)
        message = "This line is joined to the answer above it"
        plain = words.strip().lstrip("＞ ")
        hint = f"Write '{' ' * gap}> {plain}' for feedback, or put the answer in one line."
        if label:
            message = f"The label '{label}' is joined to the answer above it"
            hint = f"Leave a line empty below the answers, and write '> {words.strip()}' there."
        if label in STANCES:
            hint = f"Write '{' ' * gap}> {words.strip()}' under its answer."
        reading.report(code, row, column, message, hint)
        return
