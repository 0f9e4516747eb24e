"""How a slip in the keyword of a heading is told."""

from __future__ import annotations

from kandil.read.block.context import ReadContext
from kandil.read.source.tokens import Group, first_line

Opening = tuple[str, str, str]
"""(as it is written, the keyword in English, the words behind it) of a heading."""


def mended_heading(group: Group, word: str, rest: str) -> str:
    """The line as it must be written."""
    return f"{'#' * int(group[0].tag[1])} {word}: {rest or '…'}"


def report_keyword(
    reading: ReadContext, group: Group, written: str, message: str, word: str, rest: str
) -> None:
    """An error at the word as it is written, with the mended line."""
    line = first_line(group)
    column = reading.source.find(line, written)
    reading.report("Q001", line, column, message, f"Write '{mended_heading(group, word, rest)}'.")
