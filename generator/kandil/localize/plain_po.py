"""A PO file as `kandil i18n update` writes it, read by one pattern; any other is polib's."""

from __future__ import annotations

import re

from kandil.localize.entries import Entry, Key, reviewer, state, trimmed
from kandil.problems import Place
from kandil.values import dataclass

_STRING = r'"(?:[^"\\\n]|\\["\\nt])*+"'


def _pattern(begin: str) -> re.Pattern[str]:
    """Comments, context, source and words: no plurals, and no source of before."""
    text = rf"({_STRING}(?:\n{begin}{_STRING})*+)"
    return re.compile(
        r"((?:#(?:[.:,]? [^\n]*+)?\n)*+)"
        rf"(?:{begin}msgctxt {text}\n)?+{begin}msgid {text}\n{begin}msgstr {text}(?:\n++|\Z)"
    )


_ENTRY, _OBSOLETE = _pattern(""), _pattern("#~ ")
_ESCAPE = re.compile(r'\\(["\\nt])')
_SIGNS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class PlainPo:
    """Its header and its entries."""

    header: dict[str, str]
    entries: dict[Key, Entry]


def read_plain(text: str, name: str) -> PlainPo | None:
    """The file, or None where a sign of it is not as plain; so nothing wrong is passed over."""
    head = _ENTRY.match(text)
    header = _header(head) if head else None
    if head is None or header is None:
        return None
    place, line = head.end(), text.count("\n", 0, head.end()) + 1
    entries: dict[Key, Entry] = {}
    while place < len(text):
        live = _ENTRY.match(text, place)
        found = live or _OBSOLETE.match(text, place)
        if not found or found[3] == '""':
            return None
        entry = _entry(found, name, line)
        if live and entries.setdefault(entry.key, entry) is not entry:
            return None
        line += found[0].count("\n")
        place = found.end()
    return PlainPo(header, entries)


def _header(found: re.Match[str]) -> dict[str, str] | None:
    pairs = [line.partition(":") for line in _words(found[4]).splitlines()]
    if found[2] is not None or found[3] != '""' or not all(colon for _, colon, _ in pairs):
        return None
    return {key: value.strip() for key, _, value in pairs}


def _entry(found: re.Match[str], name: str, line: int) -> Entry:
    words = _words(found[4])
    comments = found[1].split("\n")
    flags = [flag.strip() for one in comments if one[:2] == "#," for flag in one[3:].split(",")]
    notes = [one[2:].rstrip() for one in comments if one[:2] == "# "]
    line += found[0].count("\n", 0, found.start(4) - found.start()) + (found[4][:3] == '""\n')
    return Entry(
        _words(found[2]) if found[2] else "",
        _words(found[3]),
        (trimmed(words),),
        state((words,), "fuzzy" in flags, notes),
        Place(name, line),
        reviewer(notes),
    )


def _words(text: str) -> str:
    """What stands between the quotes of one line or of several."""
    words = text[1:-1] if "\n" not in text else "".join(row[1:-1] for row in text.split("\n"))
    return _ESCAPE.sub(lambda sign: _SIGNS[sign[1]], words) if "\\" in words else words
