"""The words of a sheet that are read back: what stands above it, and what a reviewer fills in."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.reviews.records import NOT_YET, SEEN, YES
from kandil.values import dataclass

OPENING = "<!-- kandil review"
NAME, DATE = "My name", "Date"
DECISION = f"May the page name me as a reviewer ({YES} / {NOT_YET})"
CHANGES = "What must change"
BELOW = "Write below this line. Name the sentence or the question, and what is wrong with it."
_SEEN = {
    "text": "I have read all of it, as a learner reads it.",
    "sources": "I have held each piece of advice against its source, and it is true today.",
    "safety": "Whatever the lesson tells people to do, it says when that is safe.",
    "quiz": "I have answered the quiz before I saw its key, and the key is right.",
}
_TRANSLATED = {
    "text": "I have read all of it, and it says in my language what the source says.",
    "sources": "What people meet in my country and language is named as they know it.",
    "safety": "No sentence on safety says more or less than its source.",
    "quiz": "I have answered the quiz before I saw its key; no answer became another one.",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet is about."""

    lesson: str
    """The path of the lesson's file, as it was typed."""
    locale: str
    """Of the translation; empty for the lesson itself."""
    text: str
    """The fingerprint of what stands in it."""


def head(sheet: Sheet) -> list[str]:
    """The remark at its top, for the computer."""
    said = {"lesson": sheet.lesson, "locale": sheet.locale, "text": sheet.text}
    rows = [f"{key}: {value}" for key, value in said.items() if value]
    return [OPENING, *rows, "Do not change these lines. -->"]


def to_sign(sheet: Sheet) -> Iterator[str]:
    """What she fills in."""
    seen = _TRANSLATED if sheet.locale else _SEEN
    yield from ("Put an x into the brackets of what you have seen: `[x]`.", "")
    yield from (f"- [ ] {name}: {seen[name]}" for name in SEEN)
    yield from ("", "Write behind the colons. A date is written as 2026-11-30.", "")
    yield from (f"- {name}:" for name in (NAME, DATE, DECISION))
    yield from ("", f"## {CHANGES}", "")
    yield BELOW
