"""The page of the results of a whole course, and what may be kept for it (`rulings.md` 20)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kandil.model.brief import QuizBrief
from kandil.model.course import Course, Module, Objective
from kandil.model.text import Text
from kandil.render.site.others import Made
from kandil.values import dataclass

RESULTS = "results.html"
_MOST = 300
"""With more lessons than these their list is too heavy for a page, and an LMS has to keep it."""
_AIMS = 24
"""With more lessons than these, their aims would make the page heavy."""
Kept = Literal["", "points", "answers"]
"""Nothing; the points of each quiz and the lessons that were opened; or also answers, ticks and the
points of each objective."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson with a quiz."""

    number: int
    module: Module
    title: Text
    aims: tuple[tuple[Objective, str], ...]
    """Each with the anchor of what to read about it, if there is one."""
    first: str
    """The anchor of its first part, if it has parts."""

    @property
    def path(self) -> str:
        """Its page."""
        return f"{self.module.id}.html"

    @property
    def again(self) -> str:
        """Where to read again."""
        return f"{self.path}#{self.first}" if self.first else self.path


def asks(course: Course) -> bool:
    """Whether there is a result that a page can show."""
    return len(course.modules) <= _MOST and any(module.brief.quizzes for module in course.modules)


def keeps(course: Course, framed: bool) -> Kept:
    """What a device may be asked to keep: nothing in a sensitive course, or where a platform does
    it; no answers in a course with an exit, since the files of a browser hold what was removed."""
    if not asks(course) or course.sensitive or framed:
        return ""
    return "points" if course.exits else "answers"


def certificate(course: Course) -> Literal["", "plain", "named"]:
    """A sensitive course has none with a name."""
    if course.certificate == "none" or not asks(course):
        return ""
    return "plain" if course.sensitive else course.certificate


def has_results(course: Course) -> bool:
    """A sensitive course keeps nothing: its page is the certificate, or is not there."""
    return asks(course) and (not course.sensitive or bool(certificate(course)))


def rows(course: Course, made: Made, aims: bool) -> Iterator[Row]:
    """The lessons that give points, by number; `aims`: whether those of objectives are kept."""
    few = aims and len(course.modules) <= _AIMS
    for number, (module, parts) in enumerate(zip(course.modules, made, strict=True), 1):
        if module.brief.quizzes:
            places = dict(module.brief.places)
            shown = tuple((aim, places.get(aim.id, "")) for aim in module.objectives if few)
            yield Row(number, module, module.title, shown, parts[0] if parts else "")


def tells(course: Course, framed: bool) -> bool:
    """Whether its pages may know which lessons are done: from the device, or from a platform."""
    few = len(course.modules) <= _MOST
    return few and not course.sensitive and (framed or asks(course))


def listed(course: Course) -> list[list[object]]:
    """Every lesson with its quizzes, their points and the percent that is enough: for scripts."""
    return [
        [
            module.id,
            *([quiz.id, quiz.tellable, _mark(course, quiz)] for quiz in module.brief.quizzes),
        ]
        for module in course.modules
    ]


def _mark(course: Course, quiz: QuizBrief) -> int:
    return course.pass_mark if quiz.pass_mark is None else quiz.pass_mark


@dataclass(frozen=True, slots=True)
class Results:
    """What `results.html` needs."""

    knows: bool
    """Whether it may know a result at all."""
    keeps: Kept
    rows: tuple[Row, ...]
    certificate: Literal["", "plain", "named"]


def results(course: Course, made: Made, framed: bool) -> Results:
    """Of a course that has such a page; `made`: the anchors of the parts of each lesson."""
    kept, paper = keeps(course, framed), certificate(course)
    every = tuple(rows(course, made, aims=kept == "answers"))
    return Results(not course.sensitive, kept, every, paper)
