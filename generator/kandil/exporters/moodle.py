"""Moodle's question XML: the questions of a course with their pictures, hints and points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from lxml import etree

from kandil.exporters._moodle import asking
from kandil.exporters._moodle.bank import BankQuestion
from kandil.exporters._moodle.categories import categories, names_in
from kandil.exporters._moodle.files import BASE
from kandil.exporters._moodle.graded import faults
from kandil.exporters._moodle.seen import seen, seen_drawing
from kandil.exporters._moodle.words import BankWords
from kandil.exporters._moodle.xml_reader import file_faults, files_of, read_category, read_question
from kandil.exporters._moodle.xml_writer import question_xml
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
from kandil.problems import Place, Problem
from kandil.render.html.images import Pictures
from kandil.verify.contents import read_contents
from kandil.verify.manifest import read_manifest
from kandil.verify.shown import Shown, read_shown

_HINT = "Build the file again: an import would stop here, or grade wrongly."


class Moodle(PlainNativeFormat):
    """`dist/<kind>/moodle/<course>/<package name>-moodle.xml`."""

    name: ClassVar[str] = "moodle"
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, Sequencing, Matching, LongFillIn}
    )
    asks_all: ClassVar[bool] = True
    """A bank holds every question of a draw: how many are asked is said where a quiz is made."""

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """As Moodle's bank does."""
        return asking.takes(question)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        """A file a locale."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.xml"
            yield Artefact(name, partial(_file, edition, name), "file", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """Each question is read as an import reads it, and looked at as it would be graded."""
        root, problems = _read(package)
        yield from problems
        if root is None:
            return
        first = root.find("question")
        if root.tag != "quiz" or first is None or first.get("type") != "category":
            message = "it does not begin as a bank of questions does: 'quiz', then a category"
            yield Problem("V006", Place(package.name), message, _HINT)
        known: Counter[str] = Counter()
        for element in root:
            yield from _check(element, package.name, known)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Names of categories, and every word of the questions."""
        root, _ = _read(package)
        asked: list[BankQuestion] = []
        names: list[str] = []
        try:
            for element in () if root is None else root:
                names += names_in(read_category(element))
                if element.get("type") != "category":
                    asked.append(read_question(element))
        except ValueError:
            root = None
        if root is not None:
            yield from seen(package.name, dict.fromkeys(names), asked, digits)
            for name, content in files_of(root):
                yield from seen_drawing(package.name, name, content, digits)
            return
        # What cannot be read as questions is taken as it stands.
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _file(edition: Edition, name: str) -> Iterator[File]:
    pictures = Pictures(Path(edition.course.folder), base=BASE, apart=True)
    found = [*categories(edition, BankWords(edition, pictures))]
    yield File(name, question_xml(found, dict(pictures.files())))


def _read(package: Path) -> tuple[etree._Element | None, list[Problem]]:
    with read_contents(package) as contents:
        [name] = contents.names
        return read_manifest(contents, name)


def _check(element: etree._Element, file: str, known: Counter[str]) -> Iterator[Problem]:
    if element.get("type") == "category":
        return
    place = Place(file, element.sourceline or 1)
    try:
        question = read_question(element)
    except ValueError as error:
        yield Problem("V050", place, f"Moodle could not read this question: {error}", _HINT)
        return
    known[question.id] += 1
    doubled = ["another question has its id"] if known[question.id] > 1 else []
    for fault in (*faults(question), *file_faults(element), *doubled):
        yield Problem("V050", place, f"Of the question '{question.id}': {fault}", _HINT)


EXPORTER = Moodle()
