"""What a course asks, as categories of a bank: one for each lesson, its practice and its tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kandil.exporters._bare import shown_title
from kandil.exporters._moodle.asking import Asking
from kandil.exporters._moodle.bank import BankQuestion, named
from kandil.exporters._moodle.words import BankWords
from kandil.exporters._native.asked import Asked, Test, practice, tests
from kandil.exporters._native.lesson import lesson_title
from kandil.localize.words import cautions
from kandil.localize.words.credits import lesson_credits
from kandil.localize.words.territory import own_text
from kandil.model.blocks import Block, Paragraph, Printed, Quiz, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.model.structure import every
from kandil.model.text import texts
from kandil.problems import Place
from kandil.values import dataclass

_STROKE = re.compile("(?<!/)/(?!/)")
_ROOT = ("$course$", "top")
"""Of the course that a teacher imports into; Moodle keeps one category above all others."""


@dataclass(frozen=True, slots=True)
class Category:
    """Questions that stand together."""

    names: tuple[str, ...]
    """From the outermost."""
    questions: tuple[BankQuestion, ...]

    @property
    def path(self) -> str:
        """As an import reads it: a stroke in a name is written twice."""
        return "/".join((*_ROOT, *(name.replace("/", "//") for name in self.names)))


def names_in(path: str) -> tuple[str, ...]:
    """The inverse of `Category.path`, as an import parts it."""
    names = (name.replace("//", "/") for name in _STROKE.split(path))
    return tuple(name for name in names if name not in _ROOT)


def categories(edition: Edition, wording: BankWords) -> Iterator[Category]:
    """Those of every lesson, in order; none is empty."""
    for module in edition.course.modules:
        lesson = Lesson(edition, module, wording)
        yield from (one for one in lesson.categories() if one.questions)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson's."""

    edition: Edition
    module: Module
    wording: BankWords

    def categories(self) -> Iterator[Category]:
        """What must be known beside the questions, practice, then each test."""
        edition, module = self.edition, self.module
        above = (shown_title(edition), lesson_title(edition, module))
        yield Category(above, (self.about(above[-1]),))
        practice = edition.translate("Quick check")
        yield Category((*above, practice), tuple(self.practice(practice)))
        for test in tests(module):
            yield Category((*above, test.quiz.title.plain), tuple(self.test(test)))

    def about(self, title: str) -> BankQuestion:
        """How far to trust the lesson, where help is, who answers for it and its licence."""
        edition, module = self.edition, self.module
        above = (*cautions.content_note(edition), *cautions.notices(edition, module))
        below = lesson_credits(edition, module).lines
        help_ = (one for one in module.blocks if isinstance(one, Section) and one.kind == "help")
        blocks: Iterable[Block] = (*map(_said, above), *help_, *map(_said, below))
        return self.told(f"{module.id}-about", title, tuple(blocks))

    def practice(self, title: str) -> Iterator[BankQuestion]:
        """What is asked outside any test, which gives no points (`rulings.md` 38), and what of it
        stands on paper."""
        names = {id(one.question): one.name for one in practice(self.module)}
        for number, block in enumerate(beside(self.module), 1):
            if isinstance(block, Printed):
                words = next(texts(block.blocks), None)
                name = named(words.plain) if words else title
                yield self.told(f"{self.module.id}-p{number}", name, block.blocks)
            else:
                yield self.asked(Asked(names[id(block)], block), points=0)

    def test(self, test: Test) -> Iterator[BankQuestion]:
        """Its questions, and the words between them where they stand."""
        asked = {id(one.question): one for one in test.questions}
        quiz = test.quiz
        runs = groupby((*quiz.blocks, *quiz.bank), lambda one: isinstance(one, Interaction))
        for number, (questions, run) in enumerate(runs):
            if questions:
                found = (self.asked(asked[id(one)]) for one in run)
                yield from (replace(one, tries=one.tries or quiz.attempts) for one in found)
            else:
                yield self.told(f"{test.name}-w{number}", quiz.title.plain, tuple(run))

    def asked(self, one: Asked, points: int | None = None) -> BankQuestion:
        """A question under a name of its own."""
        asking = Asking(self.edition, self.wording)
        return asking.question(one.question, one.name, (self.module.id,), points)

    def told(self, name: str, title: str, blocks: tuple[Block, ...]) -> BankQuestion:
        """Words that stand among questions."""
        text = self.wording.blocks(blocks)
        tags = (self.module.id,)
        return BankQuestion(kind="description", id=name, name=title, text=text, tags=tags)


def beside(module: Module) -> Iterator[Interaction | Printed]:
    """Questions outside every quiz, and what stands in the place of others, in their order."""
    within_others: set[int] = set()
    for block in module.nodes:
        if id(block) in within_others:
            continue
        if isinstance(block, Quiz):
            within_others |= {id(one) for one in every(object, (*block.blocks, *block.bank))}
        elif isinstance(block, Interaction | Printed):
            within_others |= {id(one) for one in every(object, block)}
            yield block


def _said(words: str) -> Paragraph:
    return Paragraph(own_text(words, Place("")))
