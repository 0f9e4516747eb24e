"""What is wrong, where, and how to mend it: the one shape of every message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from kandil.codes import CODES

Severity = Literal["error", "warning", "notice"]


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
    """One finding; `code` never changes its meaning (see `kandil.codes`)."""

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
    """A hint that names the known word nearest to `word`, else all of them."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(names)}."
