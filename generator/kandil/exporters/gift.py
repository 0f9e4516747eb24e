"""GIFT: the questions of a course as text, for Moodle and for what else reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._moodle import asking
from kandil.exporters._moodle.categories import categories, names_in
from kandil.exporters._moodle.gift_reader import GiftError, Paragraph, paragraphs, read_question
from kandil.exporters._moodle.gift_writer import gift_category, gift_question
from kandil.exporters._moodle.graded import faults
from kandil.exporters._moodle.seen import seen
from kandil.exporters._moodle.words import BankWords
from kandil.exporters._native.format import PlainNativeFormat
from kandil.exporters.exporter import PagesOf
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Choice,
    FillIn,
    Interaction,
    LongFillIn,
    Matching,
    Numeric,
)
from kandil.package.artefact import Artefact, File
from kandil.problems import Place, Problem
from kandil.render.html.images import Pictures
from kandil.verify.contents import read_contents
from kandil.verify.shown import Shown, read_shown

_HINT = "Build the file again: an import would stop here, or grade wrongly."


class Gift(PlainNativeFormat):
    """`dist/<kind>/gift/<course>/<package name>-gift.txt`: Moodle takes no file of another end."""

    name: ClassVar[str] = "gift"
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, Matching, LongFillIn}
    )
    asks_all: ClassVar[bool] = True
    """A bank holds every question of a draw: how many are asked is said where a quiz is made."""

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """As Moodle's bank does; an arrow in an answer would make it one to match, and no sign says
        that capital letters count."""
        if not isinstance(question, FillIn):
            return asking.takes(question)
        answers = "".join(words for gap in gaps(question) for words in (*gap.answers, " "))
        cased = (question.case or question.exact) and answers.lower() != answers.upper()
        return asking.takes(question) and "->" not in answers and not cased

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        """A text a locale."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.txt"
            yield Artefact(name, partial(_file, edition, name), "file", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """Each paragraph is read as Moodle reads it, and each question as it would be graded."""
        known: Counter[str] = Counter()
        for one in _read(package):
            yield from _check(one, package.name, known)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Names of categories, and every word of the questions."""
        found = _read(package)
        try:
            asked = [read_question(one) for one in found if not one.category]
        except GiftError:
            # What cannot be read as a question is taken as it stands.
            with read_contents(package) as contents:
                yield from read_shown(contents, digits)
            return
        names = (name for one in found for name in names_in(one.category))
        yield from seen(package.name, dict.fromkeys(names), asked, digits)


def _file(edition: Edition, name: str) -> Iterator[File]:
    """A text holds no pictures: what they show stands in their place."""
    words = BankWords(edition, Pictures(Path(edition.course.folder), shown=False))
    parts: list[str] = []
    for category in categories(edition, words):
        parts += [gift_category(category.path), *map(gift_question, category.questions)]
    yield File(name, "\n".join(parts).encode())


def _read(package: Path) -> list[Paragraph]:
    with read_contents(package) as contents:
        [name] = contents.names
        return [*paragraphs(contents.read(name).decode("utf-8-sig", errors="replace"))]


def _check(paragraph: Paragraph, file: str, known: Counter[str]) -> Iterator[Problem]:
    if paragraph.category:
        return
    place = Place(file, paragraph.line)
    try:
        question = read_question(paragraph)
    except GiftError as error:
        yield Problem("V050", place, f"Moodle could not read this question: {error}", _HINT)
        return
    known[question.id] += 1
    for fault in (*faults(question), *_doubled(question.id, known)):
        yield Problem("V050", place, f"Of the question '{question.id}': {fault}", _HINT)


def _doubled(name: str, known: Counter[str]) -> Iterator[str]:
    if not name:
        yield "it has no id"
    elif known[name] > 1:
        yield "another question has its id"


EXPORTER = Gift()
