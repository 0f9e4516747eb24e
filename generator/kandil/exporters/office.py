"""What a trainer edits: of each lesson slides with notes, a handout and its key (ECMA-376)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._ooxml import check_document, repacked, shown_in_document
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.record import NAME as RECORD
from kandil.package.record import record
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.checksums import NAME as CHECKSUMS
from kandil.verify.contents import read_contents
from kandil.verify.shown import Shown, has_digits

_DOCUMENTS = (".docx", ".pptx")


@dataclass(frozen=True, slots=True)
class OfficeOptions:
    """It has no settings of its own."""


class Office:
    """`dist/<kind>/trainers/<course>/<package name>-office.zip`, one a language."""

    name: ClassVar[str] = "office"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "facilitator"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ("docx", "pptx")
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> OfficeOptions:
        """None."""
        return OfficeOptions()

    def refuses(self, editions: Sequence[Edition], options: OfficeOptions) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: OfficeOptions
    ) -> Iterator[Artefact]:
        """Written from the words of the lessons: no page is asked for."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.zip"
            yield Artefact(name, partial(_files, edition), "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """Documents without anything that runs, loads or leads out of them."""
        with read_contents(package) as contents:
            for name in contents.names:
                if name.endswith(_DOCUMENTS):
                    yield from check_document(name, contents.read(name))
                elif name not in (RECORD, CHECKSUMS):
                    yield Problem("V042", Place(name), "No package of Kandil's has this", _HINT)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Their paragraphs and properties."""
        with read_contents(package) as contents:
            for name in contents.names:
                if name.endswith(_DOCUMENTS):
                    found = shown_in_document(name, contents.read(name))
                    yield from filter(has_digits if digits else None, found)


_HINT = "Do not use this copy: it is damaged, or somebody changed it."


def _files(edition: Edition) -> Iterator[File]:
    # The optional extra is loaded only where documents are made.
    from kandil.render.office.handout import handout, key_sheet
    from kandil.render.office.slides import slides

    for module in edition.course.modules:
        # As in the bar of a browser: a list of files shows it. A sensitive lesson must have one.
        title = (module.discreet_title or module.title).plain
        yield File(f"{module.id}-handout.docx", repacked(handout(edition, module, title)))
        if key := key_sheet(edition, module, title):
            yield File(f"{module.id}-key.docx", repacked(key))
        yield File(f"{module.id}-slides.pptx", repacked(slides(edition, module, title)))
    yield record(edition, Office.name)


EXPORTER = Office()
"""What a trainer edits: slides, handouts and their keys; only with `kandil[office]`."""
