"""What a backup holds, with the numbers by which its files name each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal

from kandil.exporters._moodle.bank import BankQuestion
from kandil.model.edition import Edition
from kandil.values import dataclass

COURSE = 2
"""Its number; Moodle's own first page is 1."""
COURSE_CONTEXT = 15
SYSTEM_CONTEXT = 1
_CONTEXTS = 100
"""Contexts of activities come after it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of a text."""

    id: int
    context: int
    component: str
    area: str
    item: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Placed:
    """A question in a bank."""

    id: int
    """Of the question, its version and its entry."""
    category: int
    question: BankQuestion
    answers: tuple[int, ...]
    """Of the answers or rows."""
    hints: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a quiz: one question, or any of a category."""

    id: int
    mark: Decimal
    entry: int | None = None
    drawn: int | None = None
    """The category that one is drawn from."""


@dataclass(frozen=True, slots=True)
class Activity:
    """In a section."""

    id: int
    """Of the module in the course, and of the page or the quiz itself."""
    section: int
    name: str
    files: tuple[Stored, ...] = ()

    @property
    def context(self) -> int:
        """Its own."""
        return _CONTEXTS + self.id


@dataclass(frozen=True, slots=True)
class PageActivity(Activity):
    """The lesson itself."""

    kind = "page"
    content: str = ""


@dataclass(frozen=True, slots=True)
class QuizActivity(Activity):
    """A quiz with its bank."""

    kind = "quiz"
    questions: tuple[Placed, ...] = ()
    slots: tuple[Slot, ...] = ()
    categories: tuple[tuple[int, str], ...] = ()
    """Numbers and names: the top, the one below it, and the one to draw from if there is one."""
    pass_mark: int = 0
    """In percent."""

    @property
    def marks(self) -> Decimal:
        """All that it gives."""
        return sum((slot.mark for slot in self.slots), Decimal(0))


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A lesson; the first, 0, is of the course."""

    number: int
    name: str
    activities: tuple[PageActivity | QuizActivity, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """Of one edition."""

    edition: Edition
    title: str
    sections: tuple[SectionPlan, ...]

    @property
    def activities(self) -> tuple[PageActivity | QuizActivity, ...]:
        """Of all sections."""
        return tuple(one for section in self.sections for one in section.activities)

    @property
    def files(self) -> tuple[Stored, ...]:
        """Of all texts."""
        return tuple(file for one in self.activities for file in one.files)


@dataclass(slots=True)
class Numbers:
    """The next number of each kind: the same in every build, for the order of the course is."""

    last: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> int:
        """From 1."""
        self.last[kind] = self.last.get(kind, 0) + 1
        return self.last[kind]

    def several(self, kind: str, number: int) -> tuple[int, ...]:
        """So many of them."""
        return tuple(self._run(kind, number))

    def _run(self, kind: str, number: int) -> Iterator[int]:
        for _ in range(number):
            yield self.next(kind)
