"""The pages for a facilitator, one after the other: of each lesson, of the course, and sheets that
serve any course.

They need no script and are for paper: A4, with lines to cut along. They hold keys and the
trainer's words, so only a format for facilitators is given them (`rulings.md` 44).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kandil.deflate import Deflated
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.render.handouts.course import form_pages, index_page
from kandil.render.handouts.general import general_pages
from kandil.render.handouts.lesson import lesson_pages
from kandil.render.html.images import Pictures
from kandil.render.site.page import Page

Lessons: TypeAlias = Callable[["Handouts"], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Handouts:
    """Of one edition; nothing is rendered before it is asked for."""

    edition: Edition
    images: bool = True
    lessons: Lessons | None = None
    """Whoever else has the lessons with their words."""

    def files(self) -> Iterator[tuple[str, bytes | Deflated]]:
        """Every page, then the pictures."""
        edition = self.edition
        pictures = Pictures(Path(edition.course.folder), self.images)
        made: dict[str, list[str]] = {}
        for page in self.lessons(self) if self.lessons else self._lessons():
            pictures.found.update(page.pictures)
            made.setdefault(page.module, []).append(page.path)
            yield page.path, page.content
        for page in (*form_pages(edition), *general_pages(edition), index_page(edition, made)):
            yield page.path, page.content
        yield from pictures.files()

    def lesson_pages(self, module: Module) -> Iterator[Page]:
        """A lesson with its plans, and its sheets."""
        return lesson_pages(self.edition, module, self.images)

    def _lessons(self) -> Iterator[Page]:
        for module in self.edition.course.modules:
            yield from self.lesson_pages(module)
