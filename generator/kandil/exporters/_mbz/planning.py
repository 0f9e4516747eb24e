"""An edition becomes the plan of a backup: a section a lesson, with its page and its quizzes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from kandil.exporters._bare import shown_title
from kandil.exporters._mbz.areas import texts_of
from kandil.exporters._mbz.plan import (
    Backup,
    Numbers,
    PageActivity,
    Placed,
    QuizActivity,
    SectionPlan,
    Slot,
    Stored,
)
from kandil.exporters._moodle.bank import BankQuestion
from kandil.exporters._moodle.categories import Lesson
from kandil.exporters._moodle.files import BASE, files_in, typed
from kandil.exporters._moodle.words import BankWords
from kandil.exporters._native.asked import Test, tests
from kandil.exporters._native.lesson import lesson_markup, lesson_title, overview_markup
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.render.html.images import Pictures
from kandil.values import dataclass

_GENERAL = ("description", "essay")
"""Types that give no points and are never drawn."""


def planned(edition: Edition) -> Backup:
    """All of a course."""
    planning = _Planning(edition, Numbers(), pages=_pages(edition))
    first = SectionPlan(0, "", summary=f"{overview_markup(edition)}")
    lessons = (planning.section(n, one) for n, one in enumerate(edition.course.modules, 1))
    return Backup(edition, shown_title(edition), (first, *lessons))


def _pages(edition: Edition) -> dict[str, int]:
    """The number of each lesson's page, which links to it need before it is written."""
    found, number = {}, 1
    for module in edition.course.modules:
        found[module.id] = number
        number += 1 + len(tests(module))
    return found


@dataclass(slots=True)
class _Planning:
    """Goes through the lessons in their order."""

    edition: Edition
    numbers: Numbers
    pages: dict[str, int]

    def section(self, number: int, module: Module) -> SectionPlan:
        """A lesson: its page, then its quizzes."""
        title = lesson_title(self.edition, module)
        page = self.page(number, title, module)
        quizzes = (self.quiz(number, title, module, test) for test in tests(module))
        return SectionPlan(number, title, (page, *quizzes))

    def page(self, section: int, title: str, module: Module) -> PageActivity:
        """Practice stays on it, printed; nothing there is kept."""
        pictures = self.pictures()
        markup = lesson_markup(self.edition, module, pictures, self.address)
        # The site around it may be in another language.
        way = f'lang="{self.edition.locale}" dir="{self.edition.direction}"'
        content = f"<div {way}>{typed(markup)}</div>"
        made = PageActivity(self.numbers.next("activity"), section, title, content=content)
        files = self.stored(made.context, "mod_page", "content", 0, content, pictures)
        return replace(made, files=tuple(files))

    def address(self, lesson: str, anchor: str) -> str:
        """As a backup writes it: a restore puts the address of the page in its place."""
        part = f"#{anchor}" if anchor else ""
        return f"$@PAGEVIEWBYID*{self.pages[lesson]}@${part}"

    def quiz(self, section: int, title: str, module: Module, test: Test) -> QuizActivity:
        """With a bank of its own."""
        pictures = self.pictures()
        lesson = Lesson(self.edition, module, BankWords(self.edition, pictures))
        found = [*lesson.test(test)]
        scored = [one for one in found if one.kind not in _GENERAL]
        drawn = test.quiz.draw if 0 < test.quiz.draw < len(scored) else 0
        top, usual = self.numbers.several("category", 2)
        name = f"{title}: {test.quiz.title.plain}"
        categories = [(top, "top"), (usual, name)]
        pool = usual
        if drawn:
            pool = self.numbers.next("category")
            categories.append((pool, f"{name} ({drawn})"))
        homes = (usual if one.kind in _GENERAL else pool for one in found)
        placed = tuple(map(self.placed, found, homes))
        made = QuizActivity(
            self.numbers.next("activity"),
            section,
            name,
            questions=placed,
            slots=tuple(self.slots(placed, test, drawn, pool)),
            categories=tuple(categories),
            pass_mark=self.edition.course.pass_mark
            if test.quiz.pass_mark is None
            else test.quiz.pass_mark,
        )
        return self.with_files(made, pictures)

    def placed(self, question: BankQuestion, category: int) -> Placed:
        """With numbers for all that it holds."""
        rows = len(question.answers) + len(question.pairs)
        return Placed(
            self.numbers.next("question"),
            category,
            question,
            self.numbers.several("answer", rows),
            self.numbers.several("hint", len(question.hints)),
        )

    def slots(self, placed: Sequence[Placed], test: Test, drawn: int, pool: int) -> Iterator[Slot]:
        """Each question in its place; where some are drawn, these come behind the others."""
        for one in placed:
            if not drawn or one.category != pool:
                mark = Decimal(0 if one.question.kind in _GENERAL else one.question.points)
                yield Slot(self.numbers.next("slot"), mark, entry=one.id)
        for _ in range(drawn):
            mark = (Decimal(test.quiz.possible) / drawn).quantize(Decimal("0.0000001"))
            yield Slot(self.numbers.next("slot"), mark, drawn=pool)

    def with_files(self, quiz: QuizActivity, pictures: Pictures) -> QuizActivity:
        """Each picture beside the text that shows it."""
        files: list[Stored] = []
        for one in quiz.questions:
            for text in texts_of(one):
                files += self.stored(
                    quiz.context, text.component, text.area, text.item, text.markup, pictures
                )
        return replace(quiz, files=tuple(files))

    def stored(
        self, context: int, component: str, area: str, item: int, markup: str, pictures: Pictures
    ) -> Iterator[Stored]:
        """The files that a text names."""
        known = dict(pictures.files())
        for name in files_in(markup):
            number = self.numbers.next("file")
            yield Stored(number, context, component, area, item, name, known[name])

    def pictures(self) -> Pictures:
        """Drawings are files too: Moodle's filters may take them out of a page."""
        return Pictures(Path(self.edition.course.folder), base=BASE, apart=True)
