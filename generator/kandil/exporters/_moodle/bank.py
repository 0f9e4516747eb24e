"""A question as Moodle's bank holds it, before it is written as GIFT, as XML or into a backup."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from kandil.values import dataclass

Kind = Literal[
    "description",
    "essay",
    "matching",
    "multichoice",
    "numerical",
    "ordering",
    "shortanswer",
    "truefalse",
]
LONGEST = 255
"""Signs of a name: a restore that meets more stops, and an import cuts them off."""
ANY = "*"
"""An answer that stands for every other one, in `shortanswer` and `numerical`."""


def named(words: str) -> str:
    """Words as a name, cut where they are too many."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Answer:
    """One that can be given."""

    words: str
    """Markup in `multichoice` and `ordering`; plain words in `shortanswer`, where `*` stands for
    any; a number in `numerical`; `true` or `false`."""
    percent: Decimal
    """Of the points; in `ordering` its place."""
    feedback: str = ""
    """Markup, as all that follows it in a question."""
    tolerance: Decimal = Decimal(0)
    """Of a number: how far off it may be, on either side."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Of `matching`."""

    stem: str
    """Markup; empty beside a target where nothing belongs."""
    target: str
    """Plain words, in which signs of markup are escaped: Moodle shows them in a list to choose
    from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """One of any type."""

    kind: Kind
    id: str
    """Unique in its category; Moodle calls it an ID number."""
    name: str
    """Plain words for whoever looks through the bank."""
    text: str
    points: int = 0
    general: str = ""
    """Said whatever she answered."""
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    single: bool = True
    shuffle: bool = True
    case: bool = False
    """Capital letters matter."""
    right: str = ""
    """Said of a right answer by the types that have a place for it."""
    wrong: str = ""
    hints: tuple[str, ...] = ()
    """Shown after a wrong try, one after the other."""
    tries: int = 0
    """How often she may try; 0: as often as she likes."""
    tags: tuple[str, ...] = ()
