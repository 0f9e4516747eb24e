"""Only what has changed is worked out; that it is right, `test_edits.py` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import wraps
from pathlib import Path

import pytest
from kandil.build.again import build_again
from kandil.build.part import Look, Part, Read
from kandil.build.pipeline import build
from kandil.build.rendering import Beside, Render, Scripts
from kandil.build.request import Request

ASKED = Request((Path("c"),), "preview", date(2026, 11, 24), ("en", "uk"), ("site", "scorm12"))
NAMES = ("c-1", "c-2", "c-3")
Told = list[tuple[str, str]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """Orders that a crew has carried out, with the lessons that they went to."""
    monkeypatch.chdir(tmp_path)
    Path("c/modules").mkdir(parents=True)
    Path("c/course.yml").write_text(f"id: c\ntitle: A course\nmodules: [{', '.join(NAMES)}]\n")
    for name in NAMES:
        head = f"---\nid: {name}\ntitle: Lesson {name}\n---\n\n"
        lesson(name).write_text(f"{head}Words of it.\n\nRead [on](c-1.md).\n")
    found: Told = []
    for order in (Read, Look, Render):
        monkeypatch.setattr(order, "__call__", telling(order.__call__, order.__name__, found))
    return found


def telling(real: Callable[..., object], name: str, found: Told) -> Callable[..., object]:
    def call(self: object, share: Part) -> object:
        found.extend((name, lesson) for lesson in share.names)
        return real(self, share)

    call.__annotations__ = {"return": real.__annotations__["return"]}
    call.__globals__.update(real.__globals__)
    return call


def lesson(name: str) -> Path:
    return Path(f"c/modules/{name}.md")


def change(name: str, old: str, new: str) -> None:
    lesson(name).write_text(lesson(name).read_text("utf-8").replace(old, new), "utf-8")


def run(told: Told, asked: Request = ASKED) -> Told:
    told.clear()
    assert build_again(asked, lambda basis: build(asked, basis=basis)).built
    return sorted({*told})


EVERY = sorted((order, name) for order in ("Read", "Look", "Render") for name in NAMES)


def test_what_did_not_change_is_not_looked_at(told: Told) -> None:
    assert run(told) == EVERY
    assert run(told) == []
    change("c-2", "Words of it.", "Other words.\n\nAnd more.")
    assert run(told) == [("Look", "c-2"), ("Read", "c-2"), ("Render", "c-2")]


def test_pages_of_no_lesson_are_made_anew_where_they_would_say_something_else(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    for order in (Beside, Scripts):
        monkeypatch.setattr(order, "__call__", counting(order.__call__, order.__name__, made))
    run(told)
    assert {*made} == {"Beside", "Scripts"}
    made.clear()
    change("c-2", "Words of it.", "Other words.")
    run(told)
    assert made == []
    change("c-2", "title: Lesson", "title: Another")
    run(told)
    assert "Beside" in made


def counting(real: Callable[..., object], name: str, made: list[str]) -> Callable[..., object]:
    @wraps(real)
    def call(self: object, share: object) -> object:
        made.append(name)
        return real(self, share)

    return call


def test_a_title_is_news_for_the_pages_around_it(told: Told) -> None:
    run(told)
    change("c-2", "title: Lesson", "title: Another")
    assert ("Render", "c-1") in run(told)


def test_another_day_looks_anew(told: Told) -> None:
    run(told)
    later = replace(ASKED, as_of=ASKED.as_of + timedelta(1))
    assert ("Look", "c-1") in run(told, later)


def test_a_file_around_the_lessons_is_news_for_all(told: Told) -> None:
    run(told)
    Path("c/glossary.md").write_text("## Lock\n\nIt keeps a door shut.\n")
    assert run(told) == EVERY


def test_of_a_sensitive_course_nothing_is_kept(told: Told) -> None:
    change("c-3", "title:", "sensitivity: depicts\ntitle:")
    build_again(ASKED, lambda basis: build(ASKED, basis=basis))
    assert told == []
    assert not any(Path(".kandil-cache/parts").iterdir())
