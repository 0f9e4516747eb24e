"""The files of one package: of each lesson its words, its questions and its tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from kandil.exporters._bare import shown_title
from kandil.exporters._native.asked import Asked, Test, practice, tests
from kandil.exporters._native.lesson import lesson_markup, lesson_title, overview_markup
from kandil.exporters._native.practice import with_practice
from kandil.exporters._native.question_words import QuestionWords
from kandil.exporters._qti.dialect import Dialect
from kandil.exporters._qti.item import Item, question_item, words_item
from kandil.exporters._qti.manifest import MANIFEST, Resource, manifest
from kandil.exporters._qti.test import Ref, Told, lesson_test, quiz_test, quiz_words
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.package.artefact import File
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import record
from kandil.render.html.images import Pictures
from kandil.values import dataclass

PICTURES = "pictures/"
COURSE = "course"
"""The item that speaks of it; no lesson has this id alone."""
LONGEST = 80
"""Signs of a title: it stands in lists."""


def package_files(edition: Edition, dialect: Dialect, form: str) -> Iterator[File]:
    """Lesson by lesson; the manifest, which names them all, comes last."""
    found: list[Resource] = []
    shown: set[str] = set()
    lessons = (_Lesson(edition, module, dialect) for module in edition.course.modules)
    for file, resource in chain(_front(edition, dialect), *(one.files() for one in lessons)):
        if file.path not in shown:
            shown.add(file.path)
            found.append(resource)
            yield file
    made = record(edition, form)
    yield made
    found.append(Resource("about", "webcontent", made.path, more=(CHECKSUMS,)))
    order = {dialect.test_type: 0, dialect.item_type: 1}
    found.sort(key=lambda one: order.get(one.kind, 2))
    yield File(MANIFEST, manifest(dialect, f"m-{edition.package_name}", found))


def _front(edition: Edition, dialect: Dialect) -> Iterator[tuple[File, Resource]]:
    """What the course is called, and how far to trust it; then its lessons follow."""
    item, told = Item(COURSE, shown_title(edition)), Told(f"t-{COURSE}", shown_title(edition))
    content = words_item(dialect, item, edition, overview_markup(edition))
    ref = Ref(COURSE, f"{COURSE}.xml")
    yield File(ref.file, content), Resource(COURSE, dialect.item_type, ref.file)
    yield _test(dialect, told, lesson_test(dialect, told, [ref]), [ref])


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Writes those of one lesson."""

    edition: Edition
    module: Module
    dialect: Dialect

    @property
    def title(self) -> str:
        """As a list shows it."""
        return lesson_title(self.edition, self.module)

    def files(self) -> Iterator[tuple[File, Resource]]:
        """Each with its resource."""
        yield from self._whole(practice(self.module))
        for test in tests(self.module):
            yield from self._quiz(test)

    def _whole(self, rest: tuple[Asked, ...]) -> Iterator[tuple[File, Resource]]:
        """The words, and what may be practised."""
        words, name = self._words(), f"lesson-{self.module.id}"
        bare = with_practice(self.module, lambda question: ())
        lesson = lesson_markup(self.edition, bare, words.pictures, lambda lesson, anchor: "")
        item = words_item(self.dialect, Item(name, self.title), self.edition, lesson)
        yield from self._item(name, item, words)
        refs = [Ref(name, f"{name}.xml")]
        for asked in rest:
            yield from self._question(asked)
            refs.append(Ref(asked.name, f"{asked.name}.xml"))
        told = Told(f"t-{self.module.id}", self.title)
        yield _test(self.dialect, told, lesson_test(self.dialect, told, refs), refs)

    def _quiz(self, test: Test) -> Iterator[tuple[File, Resource]]:
        refs = []
        for asked in test.questions:
            yield from self._question(asked)
            question, file = asked.question, f"{asked.name}.xml"
            limit = test.quiz.attempts if question.attempts is None else question.attempts
            refs.append(Ref(asked.name, file, question.scored, limit))
        title = f"{self.title} · {test.quiz.title.plain}"
        told = Told(f"t-{test.name}", title, quiz_words(self.edition, self.module, test.quiz))
        yield _test(self.dialect, told, quiz_test(self.dialect, told, test.quiz, refs), refs)

    def _question(self, asked: Asked) -> Iterator[tuple[File, Resource]]:
        words = self._words()
        item = Item(asked.name, _short(asked.question.prompt.plain))
        content = question_item(self.dialect, item, asked.question, words)
        yield from self._item(asked.name, content, words)

    def _words(self) -> QuestionWords:
        """With the pictures of one item."""
        pictures = Pictures(Path(self.edition.course.folder), base=PICTURES, apart=True)
        return QuestionWords(self.edition, self.module, pictures)

    def _item(
        self, name: str, content: bytes, words: QuestionWords
    ) -> Iterator[tuple[File, Resource]]:
        """With the pictures that it shows: a browser of any age shows the original."""
        pictures = {path: held for path, held in words.pictures.files() if _named(path, content)}
        ids = tuple(PurePosixPath(path).stem for path in pictures)
        file = f"{name}.xml"
        yield File(file, content), Resource(name, self.dialect.item_type, file, ids)
        for identifier, (path, held) in zip(ids, pictures.items(), strict=True):
            whole = PICTURES + path
            yield File(whole, held), Resource(identifier, "webcontent", whole)


def _test(dialect: Dialect, told: Told, content: bytes, refs: list[Ref]) -> tuple[File, Resource]:
    file = f"{told.identifier}.xml"
    needs = tuple(ref.identifier for ref in refs)
    return File(file, content), Resource(told.identifier, dialect.test_type, file, needs)


def _named(path: str, content: bytes) -> bool:
    return f'"{PICTURES}{path}"'.encode() in content


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
