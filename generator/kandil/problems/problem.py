"""What is wrong, where, and how to mend it: the one shape of every message."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Literal

from kandil.problems.codes import CODES
from kandil.values import dataclass

Severity = Literal["error", "warning", "notice"]
_MANY = 60
_SHOWN = 24
"""Names in one hint."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a source file."""

    file: str
    """Path as the user gave it, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `code` never changes its meaning (see `kandil.problems.codes`)."""

    code: str
    place: Place
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """`error` stops a build; `warning` and `notice` are reported only."""
        return CODES[self.code].severity


def errors(found: Iterable[Problem]) -> list[Problem]:
    """Only those that stop a build."""
    return [problem for problem in found if problem.severity == "error"]


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, else the first of them."""
    names = sorted(known)
    # To compare two words is slow: of many names, only those that begin alike are looked at.
    like = [name for name in names if name[:2] == word[:2]] if len(names) > _MANY else names
    close = get_close_matches(word, like[:_MANY], n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else f"Known: {listed(names)}."


def listed(names: Iterable[str]) -> str:
    """Names with commas between them, up to two dozen."""
    first = [*islice(names, _SHOWN + 1)]
    return ", ".join(first[:_SHOWN]) + (", …" if len(first) > _SHOWN else "")
