"""A folder for an intranet and a USB stick, and one zip a language to hand on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from kandil.deflate import Deflated
from kandil.exporters._languages import languages_page
from kandil.exporters.exporter import EVERY, Audience, Pages, PagesOf
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.record import record
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """A site has no settings of its own."""


class Site:
    """`dist/<kind>/site/<course>/`: `<locale>/…` loose, `<package name>.zip`, `index.html`."""

    name: ClassVar[str] = "site"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> SiteOptions:
        """None."""
        return SiteOptions()

    def refuses(self, editions: Sequence[Edition], options: SiteOptions) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: SiteOptions
    ) -> Iterator[Artefact]:
        """The loose files first: the zip is made of the same pages, rendered once."""
        yield Artefact("", lambda: iter([languages_page(editions[0])]), "folder")
        for edition in editions:
            rendered = _Rendered(edition, pages(edition))
            locales = (edition.locale,)
            yield Artefact(edition.locale, rendered.loose, "folder", locales)
            yield Artefact(f"{edition.package_name}.zip", rendered.alone, "archive", locales)

    def verify(self, package: Path) -> Iterator[Problem]:
        """Harmless, and every link; the checksums are looked at for every format."""
        with read_contents(package) as contents:
            amiss = [*check_harmless(contents)]
            yield from amiss or check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the words beside them."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


class _Rendered:
    """Pages that are written twice, kept packed in between (a lesson: about 7 kB)."""

    def __init__(self, edition: Edition, pages: Pages) -> None:
        self._edition = edition
        self._pages = pages
        self._packed: list[tuple[str, Deflated]] = []
        self._rest: list[File] = []

    def loose(self) -> Iterator[File]:
        """Every file, with the language switch."""
        for page in self._pages.pages():
            self._packed.append((page.path, page.deflated()))
            yield File(page.path, page.content)
        self._rest = [File(path, content) for path, content in self._pages.assets()]
        self._rest.append(record(self._edition, Site.name))
        yield from self._rest

    def alone(self) -> Iterator[File]:
        """The same without the switch (`rulings.md` 15), and a word on where to begin."""
        if not self._rest:
            deque(self.loose(), maxlen=0)
        for path, packed in self._packed:
            yield File(path, packed)
        yield from self._rest
        yield _readme(self._edition)


def _readme(edition: Edition) -> File:
    """With a byte order mark: older Windows takes the file for its own code page without one."""
    words = edition.translate("Open the file index.html to begin.")
    return File("README.txt", f"{words}\r\n".encode("utf-8-sig"))


EXPORTER = Site()
