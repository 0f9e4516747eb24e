"""What is written as plain data is read as what it was, and nothing else is read."""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from kandil.build.aside import packed
from kandil.build.digest import digest_of
from kandil.build.notes import Notes, row_of
from kandil.build.plain import from_plain, to_plain
from kandil.build.table import Table, Writing
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


def write(notes: Notes, name: str, **rows: object) -> None:
    with notes.writing(name) as table:
        for share, answer in rows.items():
            row = row_of(share, answer)
            assert row
            table.add(share, row)


def test_a_table_is_kept_for_some_days(tmp_path: Path) -> None:
    day, notes = 24 * 60 * 60, Notes(tmp_path / "notes", 0, "run")
    notes.begin()
    write(notes, "one", a="words")
    assert "a" not in notes.table("one")
    notes.settle()
    now = (tmp_path / "notes/one").stat().st_mtime
    for later, there in ((2, True), (4, True), (8, False)):
        notes = Notes(tmp_path / "notes", now + later * day, "run")
        notes.begin()
        assert ("a" in notes.table("one")) is there
        if there:
            os.utime(tmp_path / "notes/one", (now + later * day,) * 2)


def test_a_table_that_was_not_finished_is_none(tmp_path: Path) -> None:
    notes = Notes(tmp_path, 0, "run")
    with suppress(KeyError), notes.writing("one") as table:
        table.add("a", b"row")
        raise KeyError
    notes.settle()
    assert not [*tmp_path.iterdir()]


def test_a_row_that_may_name_a_contact_is_not_made() -> None:
    assert row_of("a", [["A406", "Call her"]]) is None


def test_a_row_that_is_damaged_is_none(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes", 0, "run")
    notes.begin()
    write(notes, "one", a=["a", 1, b"page"], b="words")
    notes.settle()
    table = notes.table("one")
    assert table.answer("a") == ["a", 1, b"page"]
    assert table.answer("b") == "words"
    file = tmp_path / "notes/one"
    whole = file.read_bytes()
    for end in range(len(whole)):
        assert "a" not in Table(whole[:end])
    assert b'["a",0,' in whole and "a" not in Table(whole.replace(b'["a",0,', b'["a",1,'))
    other = Table(whole.replace(b"page", b"pane"))
    assert other.answer("b") == "words"
    with pytest.raises(ValueError):
        other.answer("a")


def test_a_row_of_anything_else_is_none(tmp_path: Path) -> None:
    deep = packed("[" * 200_000, b"")
    row = row_of("a", ["a", 1, b"page"])
    assert row
    cut = (row[:end] for end in range(0, len(row), 3))
    for content in (row_of("b", []) or b"", zlib.compress(b"[]"), deep, *cut):
        with Writing(tmp_path / "one") as rows:
            rows.add("a", content)
        table = Table((tmp_path / "one").read_bytes())
        assert "a" in table
        with pytest.raises(ValueError):
            table.answer("a")
