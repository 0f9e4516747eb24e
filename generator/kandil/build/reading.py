"""A course is read by those who will look at it: this process, or several that keep its words."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from kandil.build.basis import Basis
from kandil.build.crew import Alone, Crew, Processes, cores
from kandil.build.kept import Kept, Named
from kandil.build.part import Part, Read
from kandil.exporters.exporter import Format
from kandil.lint.reviews.believed import believed
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course.course import join, read_course
from kandil.read.course.cover import Cover, lesson_path, open_course
from kandil.read.question.items import QuestionType
from kandil.values import dataclass

_LEAST = 40
"""Lessons to look at, once for each locale, for which it is worth to start processes."""
_MOST = 125
"""Lessons of one part: what is made of them is in memory as a whole."""
_PARTS = 1_024
"""Of a course of which answers are kept, in one locale: a change in a lesson is news for the whole
part, and each part takes its time."""
_FEWEST = 128
"""In many locales, where each part has the words of all."""

Hands: TypeAlias = Callable[[Cover], Crew[Part]]
"""Gives whoever shall read a course, where it is not this machine."""


@dataclass(frozen=True, slots=True)
class ReadCourse:
    """What came of reading."""

    course: Course | None
    """Hollow where a crew has the words."""
    problems: list[Problem]
    crew: Crew[Part] | None = None

    def close(self) -> None:
        """Let the words go."""
        if self.crew:
            self.crew.close()


def read(folder: Path) -> tuple[Course | None, list[Problem]]:
    """The course, without the lessons whose front matter cannot be read."""
    with _keeping():
        return _read(folder, find_questions())


def read_for(
    exporters: Iterable[Format],
    folder: Path,
    locales: int = 1,
    basis: Basis | None = None,
    hands: Hands | None = None,
) -> ReadCourse:
    """By a crew that keeps the words, if no format needs them and it pays.

    `basis`: on which answers of earlier runs may be used. Raises `LostError`.
    """
    if all(exporter.framing for exporter in exporters):
        return read_apart(folder, locales, basis, hands)
    return ReadCourse(*read(folder))


def read_apart(
    folder: Path, locales: int = 1, basis: Basis | None = None, hands: Hands | None = None
) -> ReadCourse:
    """By several processes if there are so many lessons that it pays, and those lessons alone of
    which `basis` does not know what would come of them; by `hands` however few there are.

    Raises `LostError` where a process ends before it has read.
    """
    with _keeping():
        cover, problems = open_course(folder, find_questions())
        if cover is None:
            return ReadCourse(None, problems)
        crew = hands(cover) if hands else _crew(cover, locales, basis)
        if crew is None:
            return ReadCourse(*_read(folder, cover.types))
        try:
            lessons = [one for some in crew.ask(Read(briefly=True)) for one in some]
        except BaseException:
            crew.close()
            raise
    return ReadCourse(*join(cover, lessons), crew)


def _read(folder: Path, types: tuple[QuestionType, ...]) -> tuple[Course | None, list[Problem]]:
    """By this process, and no page will name who has read other words."""
    course, problems = read_course(folder, types, partial=True)
    if course is None:
        return None, problems
    course, found = believed(course)
    return course, [*problems, *found]


def _crew(cover: Cover, locales: int, basis: Basis | None) -> Crew[Part] | None:
    """None where this process alone is as quick."""
    number, lessons = cores(), len(cover.legible)
    many = number > 1 and lessons * locales >= _LEAST
    paths = [lesson_path(cover.folder, name) for name in cover.legible]
    if basis and basis.open(cover.folder, paths):
        return _kept(cover, basis, number if many else 1, locales)
    return Processes(list(parts(cover, number)), number) if many else None


def _kept(cover: Cover, basis: Basis, number: int, locales: int) -> Kept[Part]:
    """Small parts, since a change in a lesson is news for the whole part."""
    around, few = basis.around(cover.folder), _LEAST // locales
    size = max(-(-len(cover.legible) // max(_PARTS // locales, _FEWEST)), 1)
    shares = [
        Named(part, basis.share(around, (lesson_path(cover.folder, name) for name in part.names)))
        for part in _cut(cover, size)
    ]

    def begin(some: Sequence[Named[Part]]) -> Crew[Named[Part]]:
        return Processes(some, number) if number > 1 and len(some) * size > few else Alone(some)

    whole = Named(cover.folder.as_posix(), around)
    return Kept(whole, shares, basis.notes, begin, few // size)


@contextmanager
def _keeping() -> Iterator[None]:
    """All that is read is kept, so the collector would look through it in vain (a sixth of CPU)."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def parts(cover: Cover, number: int) -> Iterator[Part]:
    """Some for each of `number` processes: the last one to end is not late by much."""
    return _cut(cover, min(max(len(cover.legible) // (number * 4), 1), _MOST))


def _cut(cover: Cover, size: int) -> Iterator[Part]:
    for start in range(0, len(cover.legible), size):
        yield Part(cover, cover.legible[start : start + size])
