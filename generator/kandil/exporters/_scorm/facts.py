"""What a run-time must know of a course to report it: ids, points, and keys for its memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, get_args

from kandil.exporters._scorm.objectives import Aims
from kandil.model.course import Course, LeftOut, Module, Profile
from kandil.model.structure import KEY, key
from kandil.values import dataclass

HEAD = 6
"""Characters before the lessons: format, length of the keys, best score and the sign behind it."""
SEED = 6
"""Characters of the seed of all draws, in base 36."""
SHARE = 2
"""Characters of the points of a quiz, which are kept as a share of all that it gives."""


@dataclass(frozen=True, slots=True)
class QuizFacts:
    """A quiz, by what is kept of it."""

    id: str
    points: int
    key: str

    def data(self) -> list[str | int]:
        """A row."""
        return [self.id, self.points, self.key]


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question whose answer an LMS is told."""

    quiz: str
    id: str
    form: str
    mark: str
    right: str
    """Letters of the answers that mean True."""

    def data(self) -> list[str]:
        """A row; its end has any length."""
        return [self.quiz, self.id, self.form, self.mark, *self.right]


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """A lesson and its page."""

    id: str
    page: str
    key: str
    quizzes: tuple[QuizFacts, ...]
    questions: tuple[QuestionFacts, ...] | None
    """None where the profile does not tell answers."""

    def data(self) -> list[object]:
        """A row, as `themes/base/scorm/state.js` reads it."""
        row: list[object] = [self.id, self.page, self.key, [quiz.data() for quiz in self.quizzes]]
        told = [] if self.questions is None else [[one.data() for one in self.questions]]
        return [*row, *told]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page that an LMS launches knows of the course."""

    profile: Profile
    start: str = "index.html"
    pass_mark: int | None = None
    """None, and no lessons, where nothing is reported."""
    lessons: tuple[LessonFacts, ...] = ()
    left: Mapping[str, int] = field(default_factory=dict)
    """Room for the points of each lesson that is left out, by its key."""
    draws: bool = False
    alone: bool = False
    """Whether the page is that of one lesson, and the LMS leads to the others."""
    aims: tuple[Aims, ...] = ()
    """Objectives that are told by their ids; SCORM 1.2 hears of none."""
    opens: str = ""
    """The objective for which the next lesson waits: passed when this one is over."""

    def data(self) -> dict[str, object]:
        """For JSON; what does not apply is not there."""
        known: dict[str, object] = {"profile": self.profile, "start": self.start}
        if self.pass_mark is not None:
            known |= {"pass": self.pass_mark, "lessons": [one.data() for one in self.lessons]}
        if self.left:
            known["left"] = dict(self.left)
        if self.aims:
            known["aims"] = [list(aim) for aim in self.aims]
        if self.opens:
            known["opens"] = self.opens
        flags = {"draws": self.draws, "alone": self.alone}
        return known | {name: True for name, holds in flags.items() if holds}


def facts_of(data: Mapping[str, Any]) -> Facts:
    """The inverse of `Facts.data`; raises `ValueError` or `TypeError` where somebody changed it.

    `Any`: what lies in a package may be anything, and is told by what it raises."""
    profile = data.get("profile", "none")
    if profile not in get_args(Profile):
        raise ValueError(profile)
    return Facts(
        profile,
        data.get("start", ""),
        data.get("pass"),
        tuple(_lesson_of(*row) for row in data.get("lessons", ())),
        {str(name): int(room) for name, room in dict(data.get("left", ())).items()},
        bool(data.get("draws")),
        bool(data.get("alone")),
        tuple(tuple(map(str, aim)) for aim in data.get("aims", ())),
        str(data.get("opens", "")),
    )


def _lesson_of(
    name: str,
    page: str,
    mark: str,
    scored: Iterable[tuple[str, int, str]],
    *told: Iterable[Sequence[str]],
) -> LessonFacts:
    quizzes = tuple(QuizFacts(quiz, int(points), short) for quiz, points, short in scored)
    rows = (row for part in told for row in part)
    asked = tuple(
        QuestionFacts(quiz, question, form, kept, "".join(right))
        for quiz, question, form, kept, *right in rows
    )
    return LessonFacts(name, page, mark, quizzes, asked if told else None)


def course_facts(course: Course, profile: Profile, paths: Mapping[str, str]) -> Facts:
    """`paths`: each lesson's page. What a profile must not report is not even named."""
    if profile == "none":
        return Facts(profile)
    length = _key_length(course)
    return Facts(
        profile,
        pass_mark=course.pass_mark,
        lessons=tuple(_lesson(one, paths[one.id], length, profile) for one in course.modules),
        left={key(one.id, length): _room(one, length) for one in course.left_out},
        draws=any(map(_draws, course.modules)),
    )


def lesson_facts(course: Course, profile: Profile, paths: Mapping[str, str]) -> Iterator[Facts]:
    """Those of each lesson as a SCO of its own (`rulings.md` 23), in the order of the course.

    What is left out has a memory of its own too, so nothing has to be kept for it."""
    whole = course_facts(course, profile, paths)
    for place, module in enumerate(course.modules):
        yield replace(
            whole,
            start=paths[module.id],
            lessons=whole.lessons[place : place + 1],
            left={},
            draws=whole.draws and _draws(module),
            alone=True,
        )


def resume_size(facts: Facts) -> int:
    """Characters of the state that may never be dropped: every lesson opened, every quiz scored."""
    size = HEAD + (SEED if facts.draws else 0)
    size += sum(1 + len(name) + room for name, room in facts.left.items())
    for lesson in facts.lessons:
        points = sum(_points(quiz.key) for quiz in lesson.quizzes)
        size += 1 + len(lesson.key) + points
    return size


def _draws(module: Module) -> bool:
    return any(quiz.draw for quiz in module.brief.quizzes)


def _points(quiz: str) -> int:
    return 1 + len(quiz) + SHARE


def _room(lesson: LeftOut, length: int) -> int:
    """Characters of the points of a lesson that may come back."""
    return sum(_points(key(name, length)) for name, _ in lesson.quizzes)


def _lesson(module: Module, path: str, length: int, profile: Profile) -> LessonFacts:
    quizzes = module.brief.quizzes
    scored = (QuizFacts(quiz.id, quiz.tellable, key(quiz.id, length)) for quiz in quizzes)
    asked = (
        QuestionFacts(quiz.id, one.id, one.form, one.mark, one.right)
        for quiz in quizzes
        for one in quiz.reported
    )
    told = tuple(asked) if profile == "full" else None
    return LessonFacts(module.id, path, key(module.id, length), tuple(scored), told)


def _key_length(course: Course) -> int:
    """As short as the lessons of the course, and the quizzes of each lesson, can be told apart.

    Those that are left out too: else another's results would be taken for theirs (`rulings.md` 39).
    """
    lessons: tuple[Module | LeftOut, ...] = (*course.modules, *course.left_out)
    groups = [[lesson.id for lesson in lessons]]
    groups += [[quiz.id for quiz in module.brief.quizzes] for module in course.modules]
    groups += [[name for name, _ in lesson.quizzes] for lesson in course.left_out]
    length = KEY
    while any(len({key(one, length) for one in ids}) < len({*ids}) for ids in groups):
        length += 1
    return length
