"""QTI, the format of questions that assessment systems exchange: 3.0, or 2.1 for those that have
not come further; one package a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._native.format import NativeFormat
from kandil.exporters._qti.dialect import DIALECTS, Dialect
from kandil.exporters._qti.interactions import SUPPORTED
from kandil.exporters._qti.package import package_files
from kandil.exporters._qti.verify import check_package
from kandil.exporters.exporter import PagesOf, chosen
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class QtiOptions:
    """Which version is written."""

    dialect: Dialect


class Qti(NativeFormat):
    """`dist/<kind>/qti/<course>/<package name>-qti.zip`."""

    name: ClassVar[str] = "qti"
    supports: ClassVar[frozenset[type[Interaction]]] = SUPPORTED
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"qti": ("3.0", "2.1")}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them; those outside a quiz stand in a test in which nothing counts."""
        return True

    def options(self, course: Course) -> QtiOptions:
        """The version that the course asks for."""
        return QtiOptions(DIALECTS[chosen(self, course, "qti")])

    def refuses(self, editions: Sequence[Edition], options: QtiOptions) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: QtiOptions
    ) -> Iterator[Artefact]:
        """A zip a locale; no page is asked for."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.zip"
            files = partial(package_files, edition, options.dialect, self.name)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The manifest, each item and each test."""
        with read_contents(package) as contents:
            yield from check_package(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """What items and tests say, their titles among it."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


EXPORTER = Qti()
