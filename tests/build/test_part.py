"""Lessons that are looked at apart come to the same as all together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from folder import lesson, put, settings
from kandil.build.crew import Alone
from kandil.build.packed import pack
from kandil.build.part import Part
from kandil.build.prepare import Prepared, prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.localize.apply import localize
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.hollow import hollow
from kandil.problems import Problem

COURSES = sorted(
    path.parent
    for place in ("courses", "tests/courses")
    for path in Path(place).glob("*/course.yml")
)
DAY = date(2026, 11, 24)
WANTED = [
    Wanted("preview", DAY, ("en", "ka", "uk", "ar")),
    Wanted("release", DAY, ("en", "uk", "xx")),
    Wanted("preview", DAY, ("en",), "GE", "youth"),
]


@cache
def as_read(folder: Path) -> tuple[Course, tuple[Problem, ...]]:
    """A course, which nothing changes, and what was found in it."""
    course, found = read(folder)
    assert course
    return course, tuple(found)


def light(course: Course) -> Course:
    return replace(course, modules=tuple(map(hollow, course.modules)))


def apart(course: Course, found: list[Problem], wanted: Wanted) -> Prepared:
    """Each lesson in a part of its own."""
    parts = [Part(modules={module.id: module}) for module in course.modules]
    return prepare(light(course), found, wanted, lambda doing: None, Alone(parts))


def seen(edition: Edition) -> Edition:
    return replace(edition, course=light(edition.course))


@pytest.mark.parametrize("wanted", WANTED, ids=lambda one: f"{one.kind}-{one.variant}")
@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_parts_make_the_whole(folder: Path, wanted: Wanted) -> None:
    course, found = as_read(folder)
    whole = prepare(course, [*found], wanted, lambda doing: None)
    parted = apart(course, [*found], wanted)
    assert {*parted.problems} == {*whole.problems}
    assert parted.stopped == whole.stopped
    assert parted.editions == [*map(seen, whole.editions)]


def test_a_lesson_with_an_error_is_left_out_of_the_parts_too(tmp_path: Path) -> None:
    bodies = {"a-1": "See [more](a-2.md).", "a-2": "![A cat](cat.png)", "a-3": "More."}
    lessons = {f"modules/{n}.md": lesson(body, name=n) for n, body in bodies.items()}
    put(tmp_path, {"course.yml": settings(*bodies, name="a"), **lessons})
    course, found = read(tmp_path)
    assert course
    wanted = Wanted("preview", DAY)
    whole, parted = prepare(course, found, wanted, lambda doing: None), apart(course, found, wanted)
    assert {*parted.problems} == {*whole.problems}
    assert [one.id for one in parted.editions[0].course.modules] == ["a-1", "a-3"]
    assert parted.editions == [*map(seen, whole.editions)]


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_words_come_out_of_their_few_bytes_as_they_went_in(folder: Path) -> None:
    course, _ = as_read(folder)
    for tag in ("uk", "ka", "ar", "en-XA"):
        edition, _ = localize(course, tag, "preview", DAY, (tag,))
        assert edition and pack(edition, course).whole() == edition
