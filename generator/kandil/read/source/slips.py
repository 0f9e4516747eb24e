"""Slips of the pen that Markdown would show as plain signs, or swallow, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit

from kandil.read.source.addresses import ADDRESS, percent_encoded
from kandil.values import dataclass

_LITERAL = re.compile(r"\\.|(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_REFERENCE = re.compile(r"\[[^\[\]^]+\]\[[^\[\]]*\]|^\s*\[[^\[\]^]+\]:\s")
_OPEN = re.compile(r"\[\[(?!(?:(?!\[\[).)*?\]\])", re.DOTALL)
_APART = re.compile(rf"(?<!\[)\[(?!\^|\d*\])(?P<words>[^\[\]]*)(?P<end>\])\s+\((?P<to>{ADDRESS})")
"""A note `[^1]`, a source `[1]` or a blank may have an address in brackets behind it."""
_BROKEN = re.compile(rf"\]\(<?(?P<to>{ADDRESS})")
_SHOWN = 200
"""Letters of a link's words that a hint repeats."""
_TORN = re.compile(r"(?<!\()<(?P<to>https?://[^<>\s]+(?:[ \n]+[^<>\s]+)+)>")
_SPACED = re.compile(r"\]\((?=[^()<>\"'\s]+[ \n]+[^()<>\"'\s][^()<>\"']*\))")
_UNDERLINE = re.compile(r"\n[ >]*=+[ \t]*(?:\n|$)")
_RULED = re.compile(r"\n[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip at an offset of the sentence."""

    code: str
    offset: int
    message: str
    hint: str


def without_literals(source: str) -> str:
    """The same length, with zero bytes for code marks and escaped signs."""
    return _LITERAL.sub(lambda found: "\0" * len(found[0]), source)


def sentence_slips(source: str, blanks: bool) -> Iterator[Slip]:
    """Slips in one sentence, code marks and escaped signs aside."""
    if "[" not in source and "<" not in source:
        return
    seen = without_literals(source)
    for found in _REFERENCE.finditer(seen):
        hint = "Write the address in the sentence: '[words](siu-2.md)'."
        yield Slip("M013", found.start(), "Reference links are not used here", hint)
    for found in _OPEN.finditer(seen) if blanks else ():
        hint = "Close it with two brackets: [[email]]."
        yield Slip("Q205", found.start(), "This blank is not closed", hint)
    for found in _APART.finditer(seen):
        whole = f"[{source[slice(*found.span('words'))]}]({found['to']})"
        hint = f"Write the bracket at once behind the words: '{whole}'."
        yield Slip("M019", found.start("end"), "A space breaks this link or picture", hint)
    for found in _SPACED.finditer(seen):
        hint = "Give the file a name without spaces: '[words](my-file.md)'."
        if source.startswith("http", found.end()):
            hint = "Take the spaces out of the address, or write '%20' for each of them."
        yield Slip("M019", found.start(), "A space in the address breaks this link", hint)
    for found in _TORN.finditer(seen):
        hint = f"Write '<{percent_encoded(found['to'])}>'."
        yield Slip("M019", found.start(), "A space in the address breaks this link", hint)


def unclosed(source: str, words: str, offset: int) -> Iterator[Slip]:
    """Links in `words`, which stayed as they were typed at an offset of their sentence, for want of
    the bracket behind the address."""
    for found in _BROKEN.finditer(words):
        start = offset + found.start()
        whole = _BROKEN.match(source, start)
        if not whole or _SPACED.match(source, start):
            continue
        opening = source.rfind("[", max(start - _SHOWN, 0), start)
        shown = source[opening + 1 : start] if opening >= 0 else "words"
        hint = f"Write '[{shown}]({whole['to'].rstrip('.,;:!?')})'."
        yield Slip("M019", start, "The address of this link is not closed by a bracket ')'", hint)


def underline(content: str) -> int:
    """How many lines below the first a line of `===` stands in a paragraph; 0 for none."""
    found = _UNDERLINE.search(content)
    return content.count("\n", 0, found.start() + 1) if found else 0


def broken_table(content: str) -> int:
    """How many lines below the first the rule of a table stands that is none; 0 for none."""
    found = _RULED.search(content)
    if not found or "|" not in content:
        return 0
    return content.count("\n", 0, found.start() + 1)


def headless_table(content: str) -> str:
    """The line `|---|---|` that lines between bars lack to be a table; empty for other words."""
    rows = [row.strip() for row in content.split("\n")]
    if len(rows) < 2 or not all(row.startswith("|") for row in rows):
        return ""
    cells = len(escapedSplit(rows[0].removesuffix("|"))) - 1
    return "|---" * max(cells, 1) + "|"
