"""What is written as plain data is read as what it was, and nothing else is read."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

import pytest
from kandil.build.aside import packed
from kandil.build.digest import digest_of
from kandil.build.notes import Notes
from kandil.build.plain import from_plain, to_plain
from kandil.problems import Place
from kandil.questions import find_questions
from kandil.read.course.cover import open_course
from kandil.read.course.lessons import Lesson, read_lesson

COURSES = sorted(Path(__file__).parents[1].glob("courses/*/course.yml"))


def lessons(folder: Path) -> list[Lesson]:
    cover, _ = open_course(folder, find_questions())
    assert cover
    return [read_lesson(cover, name).hollow() for name in cover.legible]


@pytest.mark.parametrize("path", COURSES, ids=lambda path: path.parent.name)
def test_lessons_come_back_as_they_were(path: Path) -> None:
    for lesson in lessons(path.parent):
        data = json.loads(json.dumps(to_plain(Lesson, lesson)))
        again = from_plain(Lesson, data)
        assert again == lesson
        assert digest_of(again, {}) == digest_of(lesson, {})


@pytest.mark.parametrize("data", [None, 3, "words", [], ["a"], {"name": "a"}, ["a"] * 7])
def test_what_is_no_lesson_is_not_read(data: object) -> None:
    with pytest.raises((TypeError, ValueError, LookupError, AttributeError)):
        from_plain(Lesson, data)


def test_a_sum_is_of_all_but_lines_and_columns() -> None:
    assert digest_of(("a", Place("f", 1, 2)), {}) == digest_of(["a", Place("f", 8, 9)], {})
    assert digest_of(Place("f"), {}) != digest_of(Place("g"), {})
    assert digest_of({"a", "b"}, {}) == digest_of(frozenset(("b", "a")), {})
    assert digest_of({"a": 1}, {}) != digest_of({"a": "1"}, {})
    with pytest.raises(TypeError):
        digest_of(object(), {})


def test_a_note_is_kept_for_some_days(tmp_path: Path) -> None:
    day, notes = 24 * 60 * 60, Notes(tmp_path / "notes", 0, "run")
    notes.begin()
    notes.write("one", "words")
    assert not notes.has("one")
    notes.settle()
    now = (tmp_path / "notes/one").stat().st_mtime
    for later, there in ((2, True), (4, True), (8, False)):
        notes = Notes(tmp_path / "notes", now + later * day, "run")
        notes.begin()
        assert notes.has("one") is there
        if there:
            os.utime(tmp_path / "notes/one", (now + later * day,) * 2)


def test_a_note_that_is_damaged_is_none(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes", 0, "run")
    notes.begin()
    notes.write("one", ["a", 1, b"page"])
    notes.settle()
    assert notes.has("one") and notes.read("one") == ["a", 1, b"page"]
    file = tmp_path / "notes/one"
    deep = packed("[" * 200_000, b"")
    cut = (file.read_bytes()[:end] for end in range(0, file.stat().st_size, 3))
    for content in (file.read_bytes(), zlib.compress(b"[]"), deep, *cut):
        (tmp_path / "notes/two").write_bytes(content)
        with pytest.raises(ValueError):
            notes.read("two")
    file.write_bytes(file.read_bytes().replace(b"page", b"pane"))
    with pytest.raises(ValueError):
        notes.read("one")
