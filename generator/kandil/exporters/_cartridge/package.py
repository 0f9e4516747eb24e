"""The files of one cartridge: of each lesson its page and its quizzes, and one question bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import chain
from pathlib import Path, PurePosixPath

from kandil.exporters._bare import shown_title
from kandil.exporters._cartridge.files import assessment, bank, page
from kandil.exporters._cartridge.manifest import MANIFEST, Entry, Resource, Whole, manifest
from kandil.exporters._cartridge.version import Version
from kandil.exporters._native.asked import practice, tests
from kandil.exporters._native.lesson import lesson_markup, lesson_title, overview_markup
from kandil.exporters._native.practice import with_practice
from kandil.exporters._native.question_words import QuestionWords
from kandil.model.blocks import Block, Printed
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import File
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import record
from kandil.render.html.images import Pictures
from kandil.render.html.printed import printed
from kandil.values import dataclass

PICTURES = "pictures/"
FROM_PAGE = "../pictures/"
FROM_QUIZ = "$IMS-CC-FILEBASE$../../pictures/"
"""What a platform puts in the place of that name is the folder of the assessment."""
WEB = "webcontent"


def package_files(edition: Edition, version: Version, form: str) -> Iterator[File]:
    """Lesson by lesson, then the bank; the manifest, which names them all, comes last."""
    made = _Package(edition, version)
    yield made.content(
        "course",
        shown_title(edition),
        page(edition, shown_title(edition), overview_markup(edition)),
    )
    made.entries.append(Entry("i-course", shown_title(edition), "course"))
    for module in edition.course.modules:
        yield from made.lesson(module)
    yield from made.bank()
    yield from made.pictures()
    about = record(edition, form)
    yield about
    made.resources.append(Resource("about", WEB, (about.path, CHECKSUMS)))
    whole = Whole(f"m-{edition.package_name}", shown_title(edition), edition.locale)
    yield File(MANIFEST, manifest(version, whole, made.entries, made.resources))


@dataclass(slots=True)
class _Package:
    """What was written so far."""

    edition: Edition
    version: Version
    entries: list[Entry] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    found: dict[str, bytes] = field(default_factory=dict)
    """Pictures, by their names."""

    def lesson(self, module: Module) -> Iterator[File]:
        """A folder with its page and its quizzes."""
        title, shown = lesson_title(self.edition, module), self.words(module, FROM_PAGE)
        whole = with_practice(module, self._printed)
        body = lesson_markup(self.edition, whole, shown.pictures, _address)
        name = f"lesson-{module.id}"
        content = page(self.edition, title, body)
        inner = [Entry(f"i-{name}", title, name)]
        yield self.content(name, title, content, self.used(shown.pictures, content))
        for test in tests(module):
            words = self.words(module, FROM_QUIZ)
            file = f"quizzes/{test.name}/assessment.xml"
            # A platform lists the quizzes of all lessons together.
            named = f"{title}: {test.quiz.title.plain}"
            content = assessment(test.name, named, test.questions, words)
            needs = self.used(words.pictures, content)
            identifier = f"quiz-{test.name}"
            self.resources.append(Resource(identifier, self.version.assessment, (file,), needs))
            inner.append(Entry(f"i-{identifier}", named, identifier))
            yield File(file, content)
        self.entries.append(Entry(f"f-{module.id}", title, inner=tuple(inner)))

    def content(self, name: str, title: str, content: bytes, needs: tuple[str, ...] = ()) -> File:
        """A page."""
        file = f"pages/{name}.html"
        self.resources.append(Resource(name, WEB, (file,), needs))
        return File(file, content)

    def bank(self) -> Iterator[File]:
        """What may be practised, for teachers who want to ask it; one for the whole cartridge."""
        held = [(module, practice(module)) for module in self.edition.course.modules]
        asked = [*chain.from_iterable(questions for _, questions in held)]
        if not asked:
            return
        module = next(module for module, questions in held if questions)
        words, file = self.words(module, FROM_QUIZ), "quizzes/practice/bank.xml"
        content = bank("practice", asked, words)
        needs = self.used(words.pictures, content)
        self.resources.append(Resource("practice", self.version.bank, (file,), needs))
        yield File(file, content)

    def pictures(self) -> Iterator[File]:
        """Each once."""
        for name, content in self.found.items():
            self.resources.append(Resource(_stem(name), WEB, (PICTURES + name,)))
            yield File(PICTURES + name, content)

    def words(self, module: Module, base: str) -> QuestionWords:
        """With the pictures of one file."""
        pictures = Pictures(Path(self.edition.course.folder), base=base, apart=True)
        return QuestionWords(self.edition, module, pictures)

    def used(self, pictures: Pictures, content: bytes) -> tuple[str, ...]:
        """Resources of those that a file names; a browser of any age shows the original."""
        named = {name: held for name, held in pictures.files() if name.encode() in content}
        self.found |= named
        return tuple(map(_stem, named))

    def _printed(self, question: Interaction) -> tuple[Block, ...]:
        """On the page too: nothing there can be answered."""
        return (Printed(printed(question, self.edition), question.place),)


def _stem(name: str) -> str:
    """`i-0123.webp` and `i-0123.png` are two."""
    path = PurePosixPath(name)
    return path.stem + path.suffix.replace(".", "-")


def _address(lesson: str, anchor: str) -> str:
    return f"lesson-{lesson}.html" + (f"#{anchor}" if anchor else "")
