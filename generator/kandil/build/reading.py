"""A course is read by those who will look at it: this process, or several that keep its words."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kandil.build.crew import Crew, LostError, Processes, cores
from kandil.build.part import Part, Read
from kandil.exporters.exporter import Exporter
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course.course import join, read_course
from kandil.read.course.cover import Cover, open_course

_LEAST = 40
"""Lessons to look at, once for each locale, for which it is worth to start processes."""
_MOST = 125
"""Lessons of one part: what is made of them is in memory as a whole."""


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
        return read_course(folder, find_questions(), partial=True)


def read_for(exporters: Iterable[Exporter[Any]], folder: Path, locales: int = 1) -> ReadCourse:
    """By several processes, if no format needs the words, and there are so many lessons that it
    pays."""
    if all(exporter.framing for exporter in exporters):
        return read_apart(folder, locales)
    return ReadCourse(*read(folder))


def read_apart(folder: Path, locales: int = 1) -> ReadCourse:
    """The same by several processes, if there are so many lessons that it pays.

    Raises `LostError` where one of them ends before it has read.
    """
    with _keeping():
        cover, problems = open_course(folder, find_questions())
        if cover is None:
            return ReadCourse(None, problems)
        number = cores()
        if number == 1 or len(cover.legible) * locales < _LEAST:
            return ReadCourse(*read_course(folder, cover.types, partial=True))
    crew = Processes(list(_parts(cover, number)), number)
    try:
        lessons = [one for some in crew.ask(Read(briefly=True)) for one in some]
    except LostError:
        crew.close()
        raise
    return ReadCourse(*join(cover, lessons), crew)


@contextmanager
def _keeping() -> Iterator[None]:
    """All that is read is kept, so the collector would look through it in vain (a sixth of CPU)."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _parts(cover: Cover, number: int) -> Iterator[Part]:
    """Some for each process: the last one to end is not late by much."""
    size = min(max(len(cover.legible) // (number * 4), 1), _MOST)
    for start in range(0, len(cover.legible), size):
        yield Part(cover, cover.legible[start : start + size])
