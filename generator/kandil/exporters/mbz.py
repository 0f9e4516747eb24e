"""A whole course for Moodle, as a backup that it restores: experimental, for no Moodle is in our
tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._mbz.activity_files import activity_files
from kandil.exporters._mbz.check import check_backup, shown_in_backup
from kandil.exporters._mbz.course_files import course_files
from kandil.exporters._mbz.planning import planned
from kandil.exporters._mbz.question_files import question_file
from kandil.exporters._moodle import asking
from kandil.exporters._native.format import PlainNativeFormat
from kandil.exporters.exporter import PagesOf
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Choice,
    FillIn,
    Interaction,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.package.artefact import Artefact, File
from kandil.package.tarball import tarball
from kandil.problems import Problem
from kandil.verify.shown import Shown


class Mbz(PlainNativeFormat):
    """`dist/<kind>/mbz/<course>/<package name>.mbz`, which says no more than ids."""

    name: ClassVar[str] = "mbz"
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, Sequencing, Matching, LongFillIn}
    )

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """Of a quiz; practice stays on the page, where nothing is kept."""
        return quizzed and asking.takes(question)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        """A backup a locale."""
        for edition in editions:
            name = f"{edition.package_name}.{self.name}"
            yield Artefact(name, partial(_file, edition, name), "file", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """Its files agree: slots, references, counts, contexts, hashes, and each question."""
        yield from check_backup(package)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Titles, pages and questions."""
        yield from shown_in_backup(package, digits)


def _file(edition: Edition, name: str) -> Iterator[File]:
    backup = planned(edition)
    files = (*course_files(backup), *activity_files(backup), question_file(backup))
    yield File(name, tarball(files))


EXPORTER = Mbz()
