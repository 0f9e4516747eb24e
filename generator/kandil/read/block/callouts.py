"""`> [!TIP] Title`: a quote that says what kind of words it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from kandil.model import blocks as model
from kandil.model.text import Text
from kandil.problems import listed
from kandil.read.block.context import ReadContext
from kandil.read.block.label_lines import written_label
from kandil.read.block.lost_trainer import lost_title
from kandil.read.block.shown import read_addresses, read_message
from kandil.read.source.tokens import Group, first_line, inner, sentence

_CALLOUT = re.compile(r"^\[!([^\]\n]*)(\]?)(?P<fold>[-+](?=\s|$))?[ \t]*(?P<title>[^\n]*)")
_LOST = re.compile(
    r"^[*_\\]{0,3}!?\s*[\[［【]\s*[!！]?\s*([A-Za-z]{2,})\s*\\?[\]］】][*_]{0,3}(?![(\[:])"
    r"[ \t]*([^\n]*)"
)
_KINDS: dict[str, model.Kind] = {
    "NOTE": "note",
    "IMPORTANT": "note",
    "TIP": "tip",
    "WARNING": "warning",
    "CAUTION": "warning",
    "SAFETY": "safety",
    "DETAIL": "detail",
    "MESSAGE": "message",
    "ADDRESS": "address",
}
_BARE = re.compile(
    rf"^[*_({{]{{0,3}}!\s?({'|'.join(_KINDS)})\b[*_)}}:\]]{{0,4}}\s*(.*)", re.IGNORECASE
)
_CLOSE = 0.7
"""Below it lies 'QUESTION', which is like 'CAUTION'."""
Blocks = Callable[[ReadContext, list[Group]], tuple[model.Block, ...]]


def callout_line(content: str) -> re.Match[str] | None:
    """Kind and title in the first line of a quote, if it has them."""
    return _CALLOUT.match(content)


def read_callout(reading: ReadContext, group: Group, read: Blocks) -> model.Callout:
    """A quote whose first line names its kind."""
    found = inner(group)
    line = first_line(found[0])
    first, _, rest = found[0][1].content.partition("\n")
    column = reading.source.find(line, "[!")
    name, title = _kind(reading, first, line, column)
    if rest.strip():
        found[0][1].content = rest
        found[0][0].map = [line + 1, line + 1]
    found = found if rest.strip() else found[1:]
    bars: tuple[model.Block, ...] = ()
    if name == "address" and found and found[0][0].type == "paragraph_open":
        bars, found = (read_addresses(reading, found[0]),), found[1:]
    blocks = bars + read(reading, found)
    if name == "message":
        blocks = read_message(reading, line, blocks)
    elif name == "address" and not bars:
        hint = "Write below it one address a line: '> my.**bank.example**/help'."
        reading.report("M065", line, column, "No address stands in this callout", hint)
    if not blocks and title is None and name and name != "address":
        hint = "Begin every line of it with '> '."
        reading.report("M014", line, column, "This callout is empty", hint)
    return model.Callout(name or "note", title, blocks)


def _kind(
    reading: ReadContext, first: str, line: int, column: int
) -> tuple[model.Kind | None, Text | None]:
    found = _CALLOUT.match(first)
    if not found:
        return None, None
    words = found["title"].rstrip("\\ \t")
    name = _KINDS.get(found[1]) if found[2] else None
    if name is None:
        shown = f"[!{found[1]}{found[2]}"[:40]
        # Brackets are alike in all of them, and would make any word near.
        close = get_close_matches(found[1].upper(), _KINDS, 1, _CLOSE)
        names = listed(f"[!{word}]" for word in sorted(_KINDS))
        hint = f"Did you mean '[!{close[0]}]'?" if close else f"Known: {names}."
        if label := written_label(reading.language, found[1]):
            hint = f"In a question write '> **{label}:** {words or '…'}'. {hint}"
        reading.report("M008", line, column, f"'{shown}' is not a callout", hint)
    elif fold := found["fold"]:
        hint = f"Write '> [!{found[1]}] {words}".rstrip() + "'; '> [!DETAIL] …' opens at a tap."
        message = f"'{fold}' behind a callout is a form of Obsidian, and does nothing here"
        reading.report("M040", line, column + found.start("fold"), message, hint)
    start = column + found.start("title")
    lost_title(reading, line, start, words)
    return name, reading.text(words, line, "callout title", start) if words else None


def joined_callout(reading: ReadContext, line: int, content: str) -> None:
    """`[!TIP]` that begins a line and no quote of its own would be shown as it stands, as `!TIP`
    would be.
    """
    for row, words in enumerate(content.split("\n"), line):
        if bare := _BARE.match(words.strip()):
            hint = f"Write '> [!{bare[1].upper()}] {bare[2]}".rstrip() + "'."
            column = reading.source.find(row, words.strip())
            reading.report("M008", row, column, f"'!{bare[1]}' begins no callout", hint)
        found = _CALLOUT.match(words.strip())
        if found and found[2] and found[1].upper() in _KINDS:
            quoted = ">" in reading.source.text(row).partition("[!")[0]
            hint = f"Write '> [!{found[1].upper()}] {found['title']}".rstrip() + "'."
            if quoted:
                hint = "Leave a line empty above it, without '>'."
            message = f"'[!{found[1]}]' does not begin a quote of its own"
            reading.report("M041", row, reading.source.find(row, "[!"), message, hint)


def lost_callout(reading: ReadContext, group: Group) -> None:
    """`> [NOTE] …` and `> **[!TIP]** …` would be quotations, and lose what they warn of."""
    found = _LOST.match(sentence(group))
    if found and found[1].upper() in _KINDS:
        line = first_line(group)
        hint = f"Write '> [!{found[1].upper()}] {found[2]}".rstrip() + "'."
        message = f"'{found[0][: found.start(2)].strip()}' begins no callout"
        reading.report("M008", line, reading.source.begin(line, found[0]), message, hint)
