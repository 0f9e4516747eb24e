"""Several processes make what one makes, byte for byte, and say the same."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder import lesson, put, settings
from kandil.build import reading, rendering
from kandil.build.crew import Crew, LostError
from kandil.build.outcome import Outcome
from kandil.build.part import Part
from kandil.build.pipeline import build
from kandil.build.refusals import check_course
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.exporters import find_exporters, usual
from kandil.problems import Problem

COURSES = sorted(
    path.parent
    for place in ("courses", "tests/courses")
    for path in Path(place).glob("*/course.yml")
)


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few lessons there are."""
    monkeypatch.setattr(reading, "_LEAST", 0)
    monkeypatch.setattr(reading, "cores", lambda: 2)


def asked(folder: Path, dist: Path) -> Request:
    return Request((folder,), "preview", date(2026, 11, 24), ("en", "uk"), dist=dist)


def tree(dist: Path) -> dict[str, bytes]:
    files = (path for path in dist.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in files}


def told(outcome: Outcome, dist: Path) -> Iterator[str]:
    yield from sorted(str(one).replace(str(dist), "dist") for one in outcome.problems)
    yield from map(str, outcome.rows)


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_the_same_bytes_and_the_same_words(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    alone = build(asked(folder, tmp_path / "alone"))
    request.getfixturevalue("several")
    apart = build(asked(folder, tmp_path / "apart"))
    assert alone.built and apart.built
    assert [*told(apart, tmp_path / "apart")] == [*told(alone, tmp_path / "alone")]
    assert tree(tmp_path / "apart") == tree(tmp_path / "alone")
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("several")
def test_a_process_that_is_killed_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = []

    class Deadly(rendering.Elsewhere):
        def __init__(self, crew: Crew[Part]) -> None:
            super().__init__(crew)
            for child in multiprocessing.active_children()[:1]:
                killed.append(child.pid)
                os.kill(child.pid or 0, signal.SIGKILL)

    monkeypatch.setattr("kandil.build.pipeline.Elsewhere", Deadly)
    folder = Path("tests/courses/tiny")
    assert build(asked(folder, tmp_path / "apart")).built
    assert killed
    monkeypatch.undo()
    assert build(asked(folder, tmp_path / "alone")).built
    assert tree(tmp_path / "apart") == tree(tmp_path / "alone")


@pytest.mark.usefixtures("several")
def test_all_processes_end_where_two_courses_have_one_id(tmp_path: Path) -> None:
    folder = Path("tests/courses/tiny")
    twins = replace(asked(folder, tmp_path), folders=(folder, folder))
    outcome = build(twins)
    assert not outcome.built and any(one.code == "C006" for one in outcome.problems)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_check_finds_the_same(folder: Path, request: pytest.FixtureRequest) -> None:
    alone = checked(folder)
    request.getfixturevalue("several")
    assert checked(folder) == alone
    assert multiprocessing.active_children() == []


def checked(folder: Path) -> set[Problem]:
    with closing(reading.read_for(usual(find_exporters()).values(), folder)) as have:
        assert have.course
        asked = Asked(date(2026, 11, 24))
        return {*have.problems, *check_course(have.course, have.problems, asked, have.crew)}


@pytest.mark.usefixtures("several")
def test_a_variant_of_one_lesson_is_one_of_the_course(tmp_path: Path) -> None:
    variant = "\n<!-- for: youth -->\n\nYou can ask a teacher.\n\n<!-- end -->\n"
    modules = {
        "modules/one.md": lesson(f"Words.\n{variant}", "variants: [youth]\n", name="one"),
        "modules/two.md": lesson("Words.\n", name="two", title="Good"),
    }
    put(tmp_path, {"course.yml": settings("one", "two"), **modules})
    assert "M027" not in {problem.code for problem in checked(tmp_path)}


def test_a_check_whose_process_was_killed_is_made_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*given: object, **more: object) -> None:
        raise LostError

    folder, asked = Path("tests/courses/tiny"), Asked(date(2026, 11, 24))
    alone = _check([folder], asked)
    monkeypatch.setattr(reading, "read_for", lost)
    assert _check([folder], asked) == alone
    assert gc.isenabled()
