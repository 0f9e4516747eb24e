"""Kinds of fields that an H5P content type may have, and what is wrong with a value for one.

After H5P's description of semantics: a field is a text, a number, a boolean, one of several, an
image, a group, a list, or another library. A group of ONE field is flattened: its value is that of
the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kandil.values import dataclass

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value]"
"""As JSON holds it; H5P knows no null."""
Fault: TypeAlias = tuple[str, str]
"""Where in the content, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Field:
    """What all of them share."""

    optional: bool = False


@dataclass(frozen=True, slots=True)
class Plain(Field):
    """Words without markup, escaped all the same: a player may write them as HTML."""

    most: int = 0
    """Characters that are kept; 0: all."""


@dataclass(frozen=True, slots=True)
class Rich(Field):
    """Words with markup; `div`, `span`, `p` and `br` are always allowed."""

    tags: frozenset[str] = frozenset()
    filled: bool = False
    """Whether there must be words in it: an answer, which nobody could choose without."""


@dataclass(frozen=True, slots=True)
class Number(Field):
    """A number, both ends included."""

    low: int = -1
    high: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Boolean(Field):
    """True or false, of JSON."""


@dataclass(frozen=True, slots=True)
class Select(Field):
    """One of several strings: `"true"` is one, `true` is none."""

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture(Field):
    """`path`, `mime`, `width` and `height` of a file below `content/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Field):
    """Fields by their names."""

    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Field):
    """A list of one kind of field."""

    item: Field
    low: int = 0
    high: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Sub(Field):
    """Another library with its own content: one of those that are named `H5P.X 1.2`."""

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """A content type in the version that is written for."""

    name: str
    """The machine name."""
    major: int
    minor: int
    fields: Mapping[str, Field]

    def __str__(self) -> str:
        """As a content names it: `H5P.Column 1.18`."""
        return f"{self.name} {self.major}.{self.minor}"


SPACE = frozenset(("div", "span", "p", "br"))
EMPHASIS = frozenset(("strong", "em"))
TITLE = EMPHASIS | {"del", "code", "a"}
QUESTION = EMPHASIS | {"sub", "sup", "h2", "h3", "pre", "code"}
ANSWER = EMPHASIS | {"sub", "sup", "code"}
TASK = EMPHASIS | {"u", "a", "ul", "ol", "li", "h2", "h3", "hr", "pre", "code"}
PERCENT = Number(low=0, high=100)
OVERALL = Many(item=Group(fields={"from": PERCENT, "to": PERCENT, "feedback": Plain(True)}), low=1)
"""What is said for a share of the points, in percent; the ranges meet and cover all."""


def plain_texts(*names: str) -> dict[str, Field]:
    """Fields for words of the interface."""
    return {name: Plain() for name in names}
