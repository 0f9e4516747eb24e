"""H5P: contents for the libraries of a Moodle, a WordPress, a Drupal or a Lumi, one zip a language
with a file for each lesson, each quiz and what may stand in neither.

The files hold contents only: the system must have the libraries, or they are added from a folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._bare import shown_title
from kandil.exporters._h5p.asking import ALONE, SUPPORTS, takes
from kandil.exporters._h5p.bundle import bundled, check_folder
from kandil.exporters._h5p.check import check_package
from kandil.exporters._h5p.lesson import Lesson
from kandil.exporters._h5p.package import h5p_file, used_in
from kandil.exporters._h5p.read_back import shown_in_package
from kandil.exporters._lowering import lowered
from kandil.exporters._native.format import NativeFormat
from kandil.exporters.exporter import PagesOf, chosen
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import NAME as RECORD
from kandil.package.record import record
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents, read_contents
from kandil.verify.shown import Shown, read_shown

END = ".h5p"
"""Importers refuse a file with another one."""
LIST = "README.txt"
"""Which file has which title; an LMS shows the title only."""


@dataclass(frozen=True, slots=True)
class H5pOptions:
    """What goes into each file beside the content."""

    libraries: str
    """A folder of libraries; empty: none goes into it."""


class H5p(NativeFormat):
    """`dist/<kind>/h5p/<course>/<package name>-h5p.zip`."""

    name: ClassVar[str] = "h5p"
    supports: ClassVar[frozenset[type[Interaction]]] = SUPPORTS
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"libraries": ("",)}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """What a question set may hold, and elsewhere what has a file of its own."""
        return takes(question, quizzed)

    def asks_only(self, course: Course) -> bool:
        """Of a course with an exit: H5P takes a link to an empty page out of every text."""
        return course.exits

    def options(self, course: Course) -> H5pOptions:
        """The folder of libraries that the course or the command names."""
        return H5pOptions(chosen(self, course, "libraries"))

    def refuses(self, editions: Sequence[Edition], options: H5pOptions) -> Iterator[Problem]:
        """Libraries that are asked for and not there (V047)."""
        if options.libraries:
            yield from check_folder(options.libraries)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: H5pOptions
    ) -> Iterator[Artefact]:
        """A zip a locale: whoever installs it unpacks it and uploads its files one by one."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.zip"
            files = partial(_files, edition, options.libraries)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """Each file by H5P's rules, and its content by those of its libraries."""
        with read_contents(package) as contents:
            for name in contents.names:
                if name.endswith(END):
                    yield from check_package(name, contents.read(name))
                elif name not in (LIST, RECORD, CHECKSUMS):
                    hint = "Do not use this copy: it is damaged, or somebody changed it."
                    yield Problem("V042", Place(name), "No package of Kandil's has this", hint)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Each string of the contents, without its markup."""
        with read_contents(package) as contents:
            for name in contents.names:
                if name.endswith(END):
                    yield from shown_in_package(name, contents.read(name), digits)
            if LIST in contents:
                listed = Contents([LIST], contents.read)
                yield from read_shown(listed, digits)


class _OnPage(H5p):
    """What a chapter may ask: the questions of a quiz, and nothing that has a file of its own."""

    stores: ClassVar[bool] = False

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """In a question set only."""
        return quizzed and not isinstance(question, ALONE) and takes(question, quizzed)


def _files(edition: Edition, libraries: str) -> Iterator[File]:
    page, _ = lowered(edition, _OnPage())
    titles = [shown_title(edition), ""]
    bundle = cache(lambda used: bundled(libraries, used))
    for module, shown in zip(edition.course.modules, page.course.modules, strict=True):
        lesson = Lesson(edition, module, shown)
        for name, facts, library, content in lesson.files():
            pictures = dict(lesson.pictures.files())
            more = bundle(used_in(library, content))
            titles.append(f"{name}{END}: {facts.title}")
            yield File(name + END, h5p_file(facts, library, content, pictures, more))
    # With a byte order mark: older Windows takes the file for its own code page without one.
    yield File(LIST, "\r\n".join((*titles, "")).encode("utf-8-sig"))
    yield record(edition, H5p.name)


EXPORTER = H5p()
