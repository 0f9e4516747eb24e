"""`> [!MESSAGE] Name` and `> [!ADDRESS] Verdict`: what a fraud looks like, shown and not said."""

from __future__ import annotations

import re
from dataclasses import replace

from kandil.model import blocks as model
from kandil.model.inlines import Break, Emphasis, Strong, plain
from kandil.model.shown import EXAMPLE, addresses
from kandil.model.text import Text, map_texts, texts
from kandil.problems import Place, Problem
from kandil.read.block.context import ReadContext
from kandil.read.source.tokens import Group, first_line

MESSAGE = "message shown as an example"
"""The role of its words."""
_OWNER = re.compile(r"(?P<before>[^\s*]*)\*\*(?P<owner>[^\s*]+)\*\*(?P<after>[^\s*]*)")
_PLAIN = (str, Emphasis, Strong, Break)
_NAMES = f"Write a name that nobody owns: 'post{EXAMPLE}', 'my.bank{EXAMPLE}/pay'."


def read_message(
    reading: ReadContext, line: int, blocks: tuple[model.Block, ...]
) -> tuple[model.Block, ...]:
    """Words alone; each address in them is one that nobody owns."""
    blocks = map_texts(blocks, lambda text: replace(text, role=MESSAGE))
    plainly = all(
        isinstance(block, model.Paragraph)
        and all(isinstance(part, _PLAIN) for part in block.text.inlines)
        for block in blocks
    )
    if not plainly:
        message = "A message holds words alone: no links, lists, code or pictures"
        hint = f"Write its words, and an address as it would be seen: 'post{EXAMPLE}/pay'."
        reading.report("M065", line, reading.source.find(line, "[!"), message, hint)
    for text in texts(blocks):
        for address in addresses(plain(text.inlines)):
            _own(reading, address, _place(reading, text, address))
    return blocks


def _place(reading: ReadContext, text: Text, address: str) -> Place:
    """In the line of the text that holds it; else where the text begins."""
    start = text.place.line - reading.source.first - 1
    for line in range(start, len(reading.source.lines)):
        words = reading.source.text(line)
        if address in words:
            return reading.source.place(line, words.index(address))
        if not words.strip(" >\t"):
            break
    return text.place


def _own(reading: ReadContext, address: str, place: Place) -> None:
    start = re.split("[/?#]", re.sub("^https?://", "", address, flags=re.IGNORECASE))[0]
    host = start.rpartition("@")[2].partition(":")[0]
    if not f".{host}".lower().endswith(EXAMPLE):
        message = f"'{address}' may be somebody's: an address shown here ends in '{EXAMPLE}'"
        reading.problems.append(Problem("M064", place, message, _NAMES))


def read_addresses(reading: ReadContext, group: Group) -> model.Addresses:
    """The lines of a paragraph, each an address with its owner in two pairs of stars."""
    first, rows = first_line(group), []
    for line, words in enumerate(group[1].content.split("\n"), first):
        words = words.strip().rstrip("\\")
        found = _OWNER.fullmatch(words)
        column = reading.source.find(line, words)
        if not found:
            message = "This line is not one address with its owner in '**…**'"
            hint = (
                f"Write 'my.**bank{EXAMPLE}**/help'; explain it below, after a line with '>' alone."
            )
            reading.report("M065", line, column, message, hint)
            continue
        row = model.Address(found["before"], found["owner"], found["after"])
        _own(reading, row.whole, reading.source.place(line, column))
        rows.append(row)
    return model.Addresses(tuple(rows), reading.source.place(first))
