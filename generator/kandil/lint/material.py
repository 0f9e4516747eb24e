"""What the lints of one course share, each part made when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from pathlib import Path

from kandil.lint.advice.allowances import Allowances, read_allowances
from kandil.lint.advice.rules import Book, read_book
from kandil.lint.phones.printed import Printed, printed
from kandil.lint.readability.measure import Measure, Sentence, measure, prose
from kandil.lint.text.sources import Sources
from kandil.lint.text.spoken import Said, said
from kandil.model.course import Course, Module
from kandil.model.text import Text
from kandil.values import dataclass

Weigh = Callable[[Path], int]
"""Bytes of a picture as a page loads it."""


@dataclass
class Material:
    """A course, and what was read or gathered for its lints."""

    course: Course
    weigh: Weigh
    sources: Sources = field(default_factory=Sources)
    books: dict[str, Book] = field(default_factory=dict)

    def book(self, tag: str) -> Book:
        """The rules of a language."""
        if tag not in self.books:
            self.books[tag] = read_book(Path(self.course.folder), tag)
        return self.books[tag]

    @cached_property
    def allowances(self) -> Allowances:
        """The exceptions in the lessons."""
        return read_allowances(self.course, self.sources)

    @cached_property
    def spoken(self) -> tuple[Said, ...]:
        """Every sentence, with who says it."""
        return tuple(said(self.course))

    @cached_property
    def prose(self) -> tuple[tuple[Module, tuple[tuple[Text, list[Sentence]], ...]], ...]:
        """What a learner reads of each lesson, cut into sentences."""
        return tuple((module, prose(module)) for module in self.course.modules)

    def measures(self, course: Course) -> tuple[tuple[str, Measure], ...]:
        """Of the sentences of each lesson of `course`, by its id."""
        lessons = {module.id for module in course.modules}
        return tuple(
            (module.id, measure(spoken for _, spoken in found))
            for module, found in self.prose
            if module.id in lessons
        )

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """All that a page prints, with what stands around it."""
        return tuple(printed(self.course, self.sources))
