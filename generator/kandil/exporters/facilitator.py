"""What a trainer prints: plans, lessons with what to expect, paper quizzes with their keys apart,
cards to cut out, forms A and B, and sheets for any course (F-FAC)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from kandil.exporters._bare import shown_title
from kandil.exporters.exporter import EVERY, Audience, Pages, PagesOf
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.record import record
from kandil.problems import Problem
from kandil.verify.contents import read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class FacilitatorOptions:
    """It has no settings of its own."""


class Facilitator:
    """`dist/<kind>/trainers/<course>/`: `<locale>/…` to open and print, and a zip to hand on."""

    name: ClassVar[str] = "facilitator"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "facilitator"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> FacilitatorOptions:
        """None."""
        return FacilitatorOptions()

    def refuses(
        self, editions: Sequence[Edition], options: FacilitatorOptions
    ) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: FacilitatorOptions
    ) -> Iterator[Artefact]:
        """The loose files first: the zip holds the same."""
        for edition in editions:
            rendered = _Rendered(edition, pages(edition))
            locales = (edition.locale,)
            yield Artefact(edition.locale, rendered.loose, "folder", locales)
            name = f"{edition.package_name}-trainers.zip"
            yield Artefact(name, rendered.zipped, "archive", locales)

    def verify(self, package: Path) -> Iterator[Problem]:
        """Harmless, and every link."""
        with read_contents(package) as contents:
            amiss = [*check_harmless(contents)]
            yield from amiss or check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages, and the words beside them."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


class _Rendered:
    """Sheets that are written twice, kept packed in between."""

    def __init__(self, edition: Edition, pages: Pages) -> None:
        self._edition = edition
        self._pages = pages
        self._kept: list[File] = []

    def loose(self) -> Iterator[File]:
        """Every file, a page at a time."""
        for path, content in self._pages.handouts():
            file = File(path, content)
            self._kept.append(File(path, file.deflated()))
            yield file
        beside = [_readme(self._edition), record(self._edition, Facilitator.name)]
        self._kept += beside
        yield from beside

    def zipped(self) -> Iterator[File]:
        """The same."""
        if not self._kept:
            deque(self.loose(), maxlen=0)
        yield from self._kept


def _readme(edition: Edition) -> File:
    """With a byte order mark: older Windows takes the file for its own code page without one."""
    title, words = shown_title(edition), edition.translate("Open the file index.html to begin.")
    return File("README.txt", f"{title}\r\n{words}\r\n".encode("utf-8-sig"))


EXPORTER = Facilitator()
