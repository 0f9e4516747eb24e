"""What a format must offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact
from kandil.problems import Problem

Options = TypeVar("Options")
Pages = Any


class Exporter(Protocol[Options]):
    """A format. `Options` are its own typed settings (`rulings.md` 11)."""

    name: ClassVar[str]
    """The common short name: the file, `--format`, the folder in `dist/`, the tests."""
    supports: ClassVar[frozenset[type[Interaction]]]

    def options(self, course: Course) -> Options:
        """The settings that `course` asks for."""
        ...

    def artefacts(self, edition: Edition, pages: Pages, options: Options) -> Iterator[Artefact]:
        """The packages of one edition; pure: no disk, no clock."""
        ...

    def verify(self, package: Path) -> Iterator[Problem]:
        """Look at one package, a zip or a folder; places are relative to it."""
        ...
