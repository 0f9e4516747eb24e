"""What a lint must offer, and what it is given.

It is handed some lessons of a course at a time, not always all of them. So what compares lessons
belongs to `read/course/` or `build/`: here it would pass where they lie in two parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path

from kandil.lint.advice.allowances import Allowances
from kandil.lint.advice.rules import Book
from kandil.lint.material import Material
from kandil.lint.text.filled import as_written
from kandil.lint.text.sources import Sources
from kandil.lint.text.spoken import Said
from kandil.lint.text.translations import Lookup
from kandil.model.course import Course
from kandil.model.territory import Territory
from kandil.problems import Place, Problem
from kandil.values import dataclass


class Moment(Enum):
    """When a lint is asked, and of what."""

    SOURCE = "source"
    """Of the course as it is written; by a check alone."""
    TRANSLATION = "translation"
    """Of its words in the PO files of one locale, drafts among them; by a check alone."""
    SELECTION = "selection"
    """Of what one variant and one territory keep of it; an error stops a build too."""
    EDITION = "edition"
    """Of what learners see in one locale; an error stops a build too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What somebody says, in one of its wordings at a moment."""

    said: Said
    words: str
    folded: str
    """As the rules of its language read it."""
    place: Place


@dataclass(frozen=True)
class LintContext:
    """A course at one moment."""

    moment: Moment
    material: Material
    locale: str
    """The language of its words."""
    as_of: date
    words: Lookup = as_written
    """The words of a text at this moment, each with its place."""
    territory: Territory | None = None
    """Whose contacts an edition shows."""

    @property
    def course(self) -> Course:
        """As much of it as there is at this moment."""
        return self.material.course

    @property
    def folder(self) -> Path:
        """Where the course lies."""
        return Path(self.course.folder)

    @property
    def sources(self) -> Sources:
        """Its lines, as the author wrote them."""
        return self.material.sources

    @property
    def allowances(self) -> Allowances:
        """Its exceptions."""
        return self.material.allowances

    @property
    def book(self) -> Book:
        """The rules of this language."""
        return self.material.book(self.locale)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, for whoever asks what is said in it."""
        fold = self.book.fold
        return tuple(
            Sentence(said, words, fold(words), place)
            for said in self.material.spoken
            for words, place in self.words(said.text)
        )


@dataclass(frozen=True, slots=True)
class Lint:
    """One idea of what misleads, hurts or betrays: the `LINT` of a file in this room."""

    find: Callable[[LintContext], Iterable[Problem]]
    moments: frozenset[Moment] = frozenset({Moment.SOURCE})
    rule: str = ""
    """What an exception in a lesson names; empty where there is none."""
