"""Forms to measure a course with, for KoBoToolbox and ODK Collect (XLSForm): all languages in each
file. They hold keys, so they are for facilitators, who put them on a server of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._ooxml import check_document
from kandil.exporters._xlsform.asking import ASKED
from kandil.exporters._xlsform.form import Form
from kandil.exporters._xlsform.later import evaluation, followup
from kandil.exporters._xlsform.measured import after, asks, before
from kandil.exporters._xlsform.reading import read_sheets, shown_in_form
from kandil.exporters._xlsform.rules import check_form
from kandil.exporters._xlsform.tally import tally
from kandil.exporters._xlsform.together import Together
from kandil.exporters._xlsform.workbook import written
from kandil.exporters.exporter import Audience, PagesOf
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.shown import Shown, has_digits


@dataclass(frozen=True, slots=True)
class XlsformOptions:
    """It has no settings of its own."""


class Xlsform:
    """`dist/<kind>/trainers/<course>/<course>-pre.xlsx`, `-post`, `-evaluation`, `-followup`,
    `-tally`."""

    name: ClassVar[str] = "xlsform"
    supports: ClassVar[frozenset[type[Interaction]]] = ASKED
    audience: ClassVar[Audience] = "facilitator"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = True
    asks_all: ClassVar[bool] = True
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """Where a course has no forms A and B, its quizzes are asked; a lesson never is."""
        return quizzed

    def options(self, course: Course) -> XlsformOptions:
        """None."""
        return XlsformOptions()

    def refuses(self, editions: Sequence[Edition], options: XlsformOptions) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: XlsformOptions
    ) -> Iterator[Artefact]:
        """Each for all editions together; no page is asked for."""
        together = Together(editions)
        locales = tuple(one.locale for one in editions)
        for kind, make in forms(together).items():
            name = f"{together.name(kind)}.xlsx"
            yield Artefact(name, partial(_file, name, make, together), "file", locales)

    def verify(self, package: Path) -> Iterator[Problem]:
        """Harmless, and nothing in it that a forms tool would read otherwise and not say so."""
        content = package.read_bytes()
        amiss = [*check_document(package.name, content)]
        yield from amiss or check_form(package.name, content)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Labels, hints and titles, with their languages."""
        found = shown_in_form(package.name, read_sheets(package.read_bytes()))
        yield from filter(has_digits if digits else None, found)


def forms(together: Together) -> dict[str, Callable[[Together], Form]]:
    """Those that a course has, by the ends of their names."""
    found: dict[str, Callable[[Together], Form]] = {
        "evaluation": evaluation,
        "followup": followup,
        "tally": tally,
    }
    return found | {"pre": before, "post": after} if asks(together) else found


def _file(name: str, make: Callable[[Together], Form], together: Together) -> Iterator[File]:
    yield File(name, written(make(together), together.first.as_of))


EXPORTER = Xlsform()
