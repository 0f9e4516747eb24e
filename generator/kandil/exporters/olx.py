"""Open edX: a course archive a language, which Studio imports (Open Learning XML)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._native.format import PlainNativeFormat
from kandil.exporters._olx.course import course_files
from kandil.exporters._olx.problem import takes
from kandil.exporters._olx.verify import check_archive, shown_in_archive
from kandil.exporters.exporter import PagesOf
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Choice,
    FillIn,
    Interaction,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.package.artefact import Artefact, File
from kandil.package.tarball import tarball
from kandil.problems import Problem
from kandil.verify.shown import Shown


class Olx(PlainNativeFormat):
    """`dist/<kind>/olx/<course>/<package name>-olx.tar.gz`."""

    name: ClassVar[str] = "olx"
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, Matching, Sequencing}
    )
    asks_all: ClassVar[bool] = True
    """Its banks of problems hang on the release, or on a library beside the course."""

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """A question of a quiz: what stands elsewhere is printed where it stands, since the
        platform would keep the answers to it too."""
        return quizzed and takes(question)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        """Written from the words of the lessons: no page is asked for."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.tar.gz"
            yield Artefact(name, partial(_file, edition, name), "file", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The tree, its policies, every question and every reference."""
        yield from check_archive(package)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Pages and questions, and the names of everything."""
        yield from shown_in_archive(package, digits)


def _file(edition: Edition, name: str) -> Iterator[File]:
    yield File(name, tarball(course_files(edition)))


EXPORTER = Olx()
