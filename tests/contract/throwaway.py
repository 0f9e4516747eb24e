"""Formats that nobody ships: they prove that a format is one file, and that the walls hold it.

`Quizlist` is made of questions, one text file a language. `Book` is made of pages in one archive
with a first member of its own, as EPUB has it. `Sheet` is for facilitators. All are found as other
people's exporters are, by an entry point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import ClassVar
from zipfile import ZIP_STORED, ZipFile

from kandil.exporters.exporter import Audience, PagesOf
from kandil.localize.words import cautions
from kandil.localize.words.credits import lesson_credits
from kandil.model.blocks import Section
from kandil.model.brief import gaps
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.interactions import Choice, FillIn, Interaction, LongFillIn, Matching, Numeric
from kandil.model.structure import interactions
from kandil.model.text import Text, texts
from kandil.package.artefact import Artefact, File
from kandil.problems import Place, Problem
from kandil.verify.contents import read_contents
from kandil.verify.shown import Shown, read_shown
from lxml import etree

_HINT = "Build the package again."


def before(edition: Edition, module: Module) -> tuple[str, ...]:
    """How far a learner may trust a lesson: said by each format, for no template adds it."""
    return (*cautions.content_note(edition), *cautions.notices(edition, module))


def after(edition: Edition, module: Module) -> tuple[str, ...]:
    """Who answers for the lesson, and its licence."""
    return lesson_credits(edition, module).lines


class Quizlist:
    """`<package name>.quizlist`: a question a paragraph, its answers in braces."""

    name: ClassVar[str] = "quizlist"
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset(
        {Choice, FillIn, Numeric, Matching, LongFillIn}
    )

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> None:
        """None."""

    def refuses(self, editions: Sequence[Edition], options: None) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        for edition in editions:
            name = f"{edition.package_name}.quizlist"
            yield Artefact(name, partial(self.files, edition, name), "file", (edition.locale,))

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        asked = (one for module in edition.course.modules for one in interactions(module.blocks))
        told = (self.about(edition, module) for module in edition.course.modules)
        parts = [f"// {edition.course.title.plain}", *told, *map(self.question, asked)]
        yield File(name, "\n\n".join(parts).encode())

    def about(self, edition: Edition, module: Module) -> str:
        """An item without answers is a text to read: with what a learner must be told."""
        parts = [one for one in module.blocks if isinstance(one, Section) and one.kind == "help"]
        words = (*before(edition, module), *map(_plain, texts((*parts,))), *after(edition, module))
        return f"::{module.id}:: {_guarded(' '.join(words))}"

    def question(self, question: Interaction) -> str:
        words = " ".join(text.plain for text in (question.prompt, *texts(question.stem)))
        return f"::{question.id}:: {_guarded(words)} {{{self.answers(question)}}}"

    def answers(self, question: Interaction) -> str:
        rows: list[str] = []
        match question:
            case Choice():
                for one in question.options:
                    words = one.text.plain if one.text else one.word
                    rows.append(("=" if one.right else "~") + _guarded(words))
            case FillIn():
                rows.append("# " + _guarded(" ".join(text.plain for text in texts(question.body))))
                rows += ["=" + _guarded(word) for gap in gaps(question) for word in gap.answers]
            case Matching():
                homes = {target.letter: target.text.plain for target in question.targets}
                for item in question.items:
                    rows.append(f"={_guarded(item.text.plain)} -> {_guarded(homes[item.home])}")
        return "\n".join(rows)

    def verify(self, package: Path) -> Iterator[Problem]:
        text = re.sub(r"\\.", "", package.read_text("utf-8"))
        if text.count("{") != text.count("}"):
            yield Problem("V006", Place(package.name), "answers that do not end", _HINT)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        with read_contents(package) as contents:
            for one in read_shown(contents, digits):
                yield one._replace(words=re.sub(r"\\(.)", r"\1", one.words))


def _plain(text: Text) -> str:
    return text.plain


def _guarded(words: str) -> str:
    return re.sub(r"([~=#{}:\\])", r"\\\1", words)


class Book:
    """`<package name>.book`: a page a lesson; `mimetype` first and stored, no sums inside."""

    name: ClassVar[str] = "book"
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    supports: ClassVar[frozenset[type[Interaction]]] = frozenset()

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> None:
        """None."""

    def refuses(self, editions: Sequence[Edition], options: None) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        for edition in editions:
            name, files = f"{edition.package_name}.book", partial(self.files, edition)
            locales = (edition.locale,)
            yield Artefact(name, files, "archive", locales, first="mimetype", sums="beside")

    def files(self, edition: Edition) -> Iterator[File]:
        yield File("mimetype", b"application/x-book+zip")
        for module in edition.course.modules:
            yield File(f"text/{module.id}.xhtml", self.page(edition, module).encode())
        title = escape(edition.course.title.plain)
        yield File("META-INF/book.xml", f"<book><title>{title}</title></book>".encode())

    def page(self, edition: Edition, module: Module) -> str:
        words = map(_plain, self.words(module))
        told = (*before(edition, module), *words, *after(edition, module))
        body = "\n".join(f"<p>{escape(one)}</p>" for one in told)
        lang = f'xml:lang="{edition.locale}"'
        return f'<html xmlns="http://www.w3.org/1999/xhtml" {lang}><body>{body}</body></html>'

    def words(self, module: Module) -> Iterator[Text]:
        yield from texts((module.title, *module.blocks))

    def verify(self, package: Path) -> Iterator[Problem]:
        with ZipFile(package) as archive:
            [first, *_] = archive.infolist()
            if (first.filename, first.compress_type) != ("mimetype", ZIP_STORED):
                yield Problem("V006", Place("mimetype"), "not the first member, stored", _HINT)
        with read_contents(package) as contents:
            for name in contents.names:
                if name.endswith((".xhtml", ".xml")):
                    yield from _formed(name, contents.read(name))

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _formed(name: str, content: bytes) -> Iterator[Problem]:
    try:
        etree.fromstring(content)
    except etree.XMLSyntaxError as fault:
        yield Problem("V006", Place(name), f"not well-formed: {fault}", _HINT)


class Sheet(Book):
    """The trainer's own words beside the lesson."""

    name: ClassVar[str] = "sheet"
    audience: ClassVar[Audience] = "facilitator"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def refuses(self, editions: Sequence[Edition], options: None) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        for one in super().artefacts(editions, pages, options):
            name = one.name.replace(".book", ".sheet")
            yield Artefact(name, one.files, "archive", one.locales, one.first, one.sums)

    def words(self, module: Module) -> Iterator[Text]:
        yield from texts((module.title, *module.trainer, *module.blocks))


QUIZLIST, BOOK, SHEET = Quizlist(), Book(), Sheet()
FOREIGN = {one.name: one for one in (QUIZLIST, BOOK, SHEET)}


def points(*names: str) -> list[EntryPoint]:
    """As an installed distribution has them; `names` are constants of this file."""
    return [EntryPoint(name.lower(), f"contract.throwaway:{name}", "x") for name in names]
