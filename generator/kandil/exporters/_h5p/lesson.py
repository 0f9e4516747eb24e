"""A lesson as H5P has it: a book of chapters with its quizzes in it, each quiz once more alone, and
a file for what may stand in neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from pathlib import Path
from typing import TypeAlias

from markupsafe import Markup

from kandil.exporters._h5p.asking import ALONE, alone, quizzed
from kandil.exporters._h5p.chapters import Chapter, read_chapters
from kandil.exporters._h5p.column import LIBRARY as COLUMN
from kandil.exporters._h5p.column import column
from kandil.exporters._h5p.fields import Library, Value
from kandil.exporters._h5p.image import LIBRARY as IMAGE
from kandil.exporters._h5p.image import image
from kandil.exporters._h5p.interactive_book import LIBRARY as BOOK
from kandil.exporters._h5p.interactive_book import MOST, book
from kandil.exporters._h5p.markup import escaped, shots, with_labels
from kandil.exporters._h5p.package import Facts
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.question_set import LIBRARY as SET
from kandil.exporters._h5p.question_set import Round, question_set
from kandil.exporters._native.asked import Test, practice, tests
from kandil.exporters._native.lesson import fragment, lesson_markup, lesson_title, sentence
from kandil.localize.words import cautions
from kandil.model.blocks import Block, Heading, Quiz, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.ids import public_anchor
from kandil.model.interactions import Interaction
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.render.html.images import Pictures
from kandil.values import dataclass

Written: TypeAlias = tuple[Library, dict[str, Value]]
"""A library and its content."""
Made: TypeAlias = tuple[Test, dict[str, Value]]
"""A quiz and the content of its question set."""


@dataclass(slots=True)
class Lesson:
    """Writes one lesson of an edition."""

    edition: Edition
    module: Module
    """With the questions that are asked."""
    page: Module
    """The same with those of no quiz on paper: a chapter shows them."""
    pictures: Pictures = field(init=False)

    def __post_init__(self) -> None:
        self.pictures = Pictures(Path(self.edition.course.folder), apart=True)

    def files(self) -> Iterator[tuple[str, Facts, Library, dict[str, Value]]]:
        """Each with its name, without `.h5p`: the lesson, its quizzes, then the rest."""
        found = tests(self.module)
        sets = [(one, self._set(one)) for one in map(_counted, found) if one.questions]
        name = self.module.id
        yield (name, self._facts(name), *self._lesson(sets))
        for one, content in sets:
            # A library of content lists those of all lessons together.
            title = f"{lesson_title(self.edition, self.module)}: {one.quiz.title.plain}"
            yield one.name, self._facts(one.name, title), SET, content
        inside = (one for test in found for one in test.questions)
        beside = (one for one in inside if isinstance(one.question, ALONE))
        for asked in (*practice(self.module), *beside):
            facts = self._facts(asked.name, asked.question.prompt.plain)
            yield (asked.name, facts, *alone(self._asked(asked.question, None), facts.held))

    def _facts(self, key: str, title: str = "") -> Facts:
        """The title of a sensitive lesson stands for its parts too: an LMS lists titles."""
        whole = lesson_title(self.edition, self.module)
        shown = whole if self.edition.course.sensitive or not title else title
        licence = self.module.licence or self.edition.course.licence
        return Facts(f"{self.edition.name}/{key}", shown, self.edition.locale, licence)

    def _lesson(
        self, sets: list[tuple[Test, dict[str, Value]]]
    ) -> tuple[Library, dict[str, Value]]:
        """A book, or a column where there is one chapter, or more than a book may have."""
        facts = self._facts(self.module.id)
        page = _about(self.page) if self.edition.course.exits else self.page
        markup = lesson_markup(
            self.edition, page, self.pictures, lambda lesson, anchor: "", exits=False
        )
        chapters = read_chapters(self.edition, self._labelled(markup), facts)
        for test, content in sets:
            title = test.quiz.title.plain
            held = facts.titled(title).held(SET, content, test.name)
            place = _place(chapters, self._behind(test.quiz))
            chapters.insert(place, Chapter(title, "", [held]))
        if not 1 < len(chapters) <= MOST:
            return COLUMN, column(one for chapter in chapters for one in chapter.contents)
        columns = (
            facts.titled(one.title).held(COLUMN, column(one.contents), f"chapter-{number}")
            for number, one in enumerate(chapters)
        )
        return BOOK, book(self.edition, columns, summary=bool(sets))

    def _behind(self, quiz: Quiz) -> str:
        """The anchor of what follows it, where a chapter may begin."""
        blocks = iter(self.module.blocks)
        for block in blocks:
            if quiz in every(Quiz, block):
                break
        anchor = next(filter(None, map(_head, blocks)), "")
        return anchor and f"{self.module.id}-{public_anchor(self.edition.course, anchor)}"

    def _set(self, test: Test) -> dict[str, Value]:
        quiz, course = test.quiz, self.edition.course
        notes = cautions.notices(self.edition, self.module)
        facts = self._facts(test.name, quiz.title.plain)
        set_ = Round(
            escaped(facts.title),
            "".join(f"<p>{escaped(one)}</p>" for one in notes),
            course.pass_mark if quiz.pass_mark is None else quiz.pass_mark,
            min(quiz.draw, len(test.questions)),
            quiz.attempts != 1,
        )
        questions = (
            facts.held(*quizzed(self._asked(one.question, quiz)), one.name)
            for one in test.questions
        )
        return question_set(self.edition, set_, [*questions])

    def _asked(self, question: Interaction, quiz: Quiz | None) -> Asked:
        attempts = question.attempts
        if attempts is None:
            attempts = quiz.attempts if quiz else 0
        return Asked(
            self.edition,
            question,
            self._blocks,
            self._sentence,
            self._media(question),
            attempts != 1,
            () if quiz else tuple(cautions.notices(self.edition, self.module)),
        )

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return self._labelled(fragment(self.edition, self.pictures, blocks))

    def _sentence(self, text: Text) -> str:
        return self._labelled(sentence(self.edition, self.pictures, text))

    def _labelled(self, markup: Markup) -> str:
        return with_labels(str(markup), dict(self.pictures.files()))

    def _media(self, question: Interaction) -> dict[str, Value]:
        """Its first picture; of others the words stand in the text."""
        content: dict[str, Value] = {"disableImageZooming": False}
        facts = self._facts(question.id, question.prompt.plain)
        for one in shots(self._blocks(question.stem))[:1]:
            content["type"] = facts.held(IMAGE, image(self.edition, one), "picture")
        return content


def _about(module: Module) -> Module:
    """Where no exit can be: what must be known beside the questions, and where help is."""
    help_ = (one for one in module.blocks if isinstance(one, Section) and one.kind == "help")
    return replace(module, blocks=tuple(help_), objectives=(), terms=())


def _counted(test: Test) -> Test:
    """Without what no quiz can hold."""
    questions = (one for one in test.questions if not isinstance(one.question, ALONE))
    return replace(test, questions=tuple(questions))


def _head(block: Block) -> str:
    """The anchor of the heading of level 2 that is written for it; often there is none."""
    match block:
        case Section(anchor=anchor) | Heading(level=2, anchor=anchor):
            return anchor
    return ""


def _place(chapters: list[Chapter], anchor: str) -> int:
    """Before the chapter with this anchor, else at the end."""
    found = (number for number, one in enumerate(chapters) if one.anchor == anchor)
    return next(found, len(chapters)) if anchor else len(chapters)
