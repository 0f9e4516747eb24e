"""The parts of a sentence. A plain `str` is a run of text; all else is one of these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from typing import Literal, TypeAlias
from unicodedata import category, normalize

from kandil.problems import Place
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """Words in code marks, shown as they stand."""

    content: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in one pair of stars."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in two pairs of stars."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is a checked address: `siu-2`, `siu-2#anchor`, `#anchor` or `https://…`."""

    target: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the sentence; `source` is relative to the course folder."""

    source: str
    alt: str
    decorative: bool = False
    drawn: Literal["", "inline", "mirror"] = ""
    """As `<!-- inline -->` asks: in the page itself; `mirror`: turned where one reads from right
    to left."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author forced."""


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to the footnote with this label."""

    label: str


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that count as right, both ends included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap to fill: either some accepted `answers`, or a `number`."""

    answers: tuple[str, ...] = ()
    number: Range | None = None
    place: Place | None = field(default=None, compare=False, repr=False)


Inline: TypeAlias = str | Code | Emphasis | Strong | Link | Image | Break | Note | Blank
Inlines: TypeAlias = tuple[Inline, ...]


_AROUND = (Emphasis, Strong, Link)


def walk(inlines: Inlines) -> Iterator[Inline]:
    """Every part, outer before inner."""
    for part in inlines:
        yield part
        if isinstance(part, _AROUND):
            yield from walk(part.children)


def only_words(inlines: Inlines) -> bool:
    """Whether a sentence is one run of text, as most are."""
    return len(inlines) == 1 and isinstance(inlines[0], str)


def same_words(words: str) -> str:
    """Equal for words that nobody can tell apart: composed signs, spaces, signs without a shape."""
    if words.isascii():
        return " ".join(words.split())
    shown = (sign for sign in normalize("NFC", words) if category(sign) != "Cf")
    return " ".join("".join(shown).split())


def plain(inlines: Inlines) -> str:
    """The words alone, for titles, counts and comparisons. A blank is three dots."""
    if only_words(inlines):
        return str(inlines[0])
    return "".join([part if isinstance(part, str) else _words(part) for part in inlines])


def _words(part: Inline) -> str:
    match part:
        case Emphasis() | Strong() | Link():
            return plain(part.children)
        case Code(content):
            return content
        case Image(alt=alt):
            return alt
        case Break():
            return " "
        case Blank():
            return "…"
    return ""
