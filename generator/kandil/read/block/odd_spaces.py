"""Spaces beside the sign of a line that Markdown does not take for one: with a no-break space,
`### Question: …` is no heading and `- [x] …` no answer, though both look right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kandil.read.block.block_parser import block_tokens
from kandil.read.block.context import ReadContext
from kandil.read.source.spelling import visible

_ODD = "\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_SIGN = r"#{1,6}|[-+*:]|\d{1,3}[.)]|>"
_ANY = re.compile(f"[{_ODD}]")
_BEGIN = re.compile(
    rf"(?P<lead>[ \t>{_ODD}]*)(?P<sign>{_SIGN})(?P<gap>[ \t{_ODD}]*)(?P<callout>\[!)?"
)
"""The last sign of those that begin a line."""


def with_plain_spaces(reading: ReadContext) -> None:
    """Report each line that would begin a block with plain spaces, and read it so."""
    lines = reading.source.lines
    mended = {number: _mended(line) for number, line in enumerate(lines) if _odd(line)}
    if not mended:
        return
    plain = [mended.get(number, line) for number, line in enumerate(lines)]
    begun = {*_begun(plain)} - {*_begun([*lines])}
    rows = {line for line, _ in begun if line in mended}
    rows |= {number for number in mended if _callout(lines[number])}
    for row in sorted(rows):
        _report(reading, row)
    kept = (plain[number] if number in rows else line for number, line in enumerate(lines))
    reading.source = replace(reading.source, lines=tuple(kept))


def _odd(line: str) -> bool:
    """Whether such a space stands beside the sign of a line."""
    if not _ANY.search(line):
        return False
    begin = _BEGIN.match(line)
    return begin is not None and _ANY.search(begin["lead"] + begin["gap"]) is not None


def _callout(line: str) -> bool:
    begin = _BEGIN.match(line)
    return begin is not None and begin["callout"] is not None


def _mended(line: str) -> str:
    """As long as it was, so that all stands where it stood."""
    begin = _BEGIN.match(line)
    end = begin.end("gap") if begin else 0
    return _ANY.sub(" ", line[:end]) + line[end:]


def _begun(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The line and the kind of every block."""
    for token in block_tokens("\n".join(lines)):
        if token.nesting == 1 and token.map and token.type != "paragraph_open":
            yield token.map[0], token.type


def _report(reading: ReadContext, row: int) -> None:
    line = reading.source.lines[row]
    begin, odd = _BEGIN.match(line), _ANY.search(line)
    if not begin or not odd:
        return
    sign, rest = begin["sign"], line[begin.end("gap") :].rstrip()
    hint = f"Write '{visible(begin['lead'])}{sign}{visible(begin['gap']) or ' '}{rest}'."
    if sign[0] not in "#>":
        hint += f" Where the sign is meant, write '{sign[:-1]}\\{sign[-1]}'."
    message = f"'{sign}' stands beside a sign U+{ord(odd[0]):04X}, not beside a plain space"
    reading.report("M046", row, odd.start(), message, hint)
