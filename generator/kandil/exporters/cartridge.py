"""IMS Common Cartridge: a course that most LMSs import, with pages and quizzes of their own; 1.1,
since Moodle does not know 1.3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._cartridge.item import takes
from kandil.exporters._cartridge.package import package_files
from kandil.exporters._cartridge.seen import shown_in_cartridge
from kandil.exporters._cartridge.verify import check_cartridge
from kandil.exporters._cartridge.version import VERSIONS, Version
from kandil.exporters._native.format import NativeFormat
from kandil.exporters.exporter import PagesOf, chosen
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Choice, FillIn, Interaction, LongFillIn, Numeric
from kandil.package.artefact import Artefact
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.shown import Shown, has_digits


@dataclass(frozen=True, slots=True)
class CartridgeOptions:
    """Which version is written."""

    version: Version


class Cartridge(NativeFormat):
    """`dist/<kind>/cartridge/<course>/<package name>.imscc`, a zip."""

    name: ClassVar[str] = "cartridge"
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, LongFillIn}
    )
    asks_all: ClassVar[bool] = True
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"cc": ("1.1", "1.3")}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """What the profile has; outside a quiz it is printed, and in the question bank too."""
        return takes(question)

    def options(self, course: Course) -> CartridgeOptions:
        """The version that the course asks for."""
        return CartridgeOptions(VERSIONS[chosen(self, course, "cc")])

    def refuses(self, editions: Sequence[Edition], options: CartridgeOptions) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: CartridgeOptions
    ) -> Iterator[Artefact]:
        """One a locale; no page is asked for."""
        for edition in editions:
            name = f"{edition.package_name}.imscc"
            files = partial(package_files, edition, options.version, self.name)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The manifest, each page and each question."""
        with read_contents(package) as contents:
            yield from check_cartridge(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Pages, questions with their markup, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from filter(has_digits if digits else None, shown_in_cartridge(contents))


EXPORTER = Cartridge()
