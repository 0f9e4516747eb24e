"""What a territory's file says, in words: help, and dated figures and notes on the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal, TypeAlias

from kandil.model.text import Text
from kandil.values import dataclass

Line: TypeAlias = tuple[Text, ...]
"""A sentence in pieces: one in another language than the sentence around it has its `lang`."""


def joined(line: Line) -> Text:
    """The line as one text."""
    inlines = tuple(part for piece in line for part in piece.inlines)
    return replace(line[0], source="".join(piece.source for piece in line), inlines=inlines)


@dataclass(frozen=True, slots=True)
class Way:
    """A number or an address, and what stands around it."""

    address: str
    before: str = ""
    """`From another country:`"""
    after: str = ""
    """` (call), free`"""
    direction: Literal["ltr", "auto"] = "ltr"

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.before} {self.address}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Service:
    """Whom a learner can turn to, with all that must stand beside the number."""

    name: Line
    ways: tuple[Way, ...]
    facts: tuple[Line, ...]
    checked: Line


@dataclass(frozen=True, slots=True)
class Help:
    """What an empty `## Help` is filled with: services, or what to do where none is confirmed."""

    above: tuple[Line, ...]
    services: tuple[Service, ...] = ()
    below: tuple[Line, ...] = ()
    until: date | None = None
    """The last day on which every service is confirmed."""
    late: str = ""
    """For a page that knows the device's own date: said behind that day."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a note on the law, with who says so and until when it holds."""

    words: Line
    source: str
    year: int
    until: str

    @property
    def said(self) -> str:
        """The figure or the note itself."""
        return joined(self.words).plain

    @property
    def plain(self) -> str:
        """The words alone."""
        return f"{self.said} ({self.source}, {self.year}. {self.until})"
