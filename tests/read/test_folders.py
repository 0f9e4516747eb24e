"""What is told of a folder that is no course, or that may not be read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from kandil.questions import find_questions
from kandil.read.course.course import read_course

_TINY = Path(__file__).parents[1] / "courses" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny course, called by a short name."""
    shutil.copytree(_TINY, tmp_path / "courses" / "tiny")
    monkeypatch.chdir(tmp_path)
    return Path("courses/tiny")


def _told(folder: Path) -> list[tuple[str, str, str, str]]:
    found = read_course(folder, find_questions())[1]
    return [(one.code, one.place.file, one.message, one.hint) for one in found]


def test_the_folder_above(tiny: Path) -> None:
    hint = "Give the folder that holds course.yml: 'courses/tiny'."
    message = "There is no course.yml in 'courses'"
    assert _told(tiny.parent) == [("C009", "courses", message, hint)]


def test_a_folder_without_any_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "empty")
    hint = "Give the folder that holds course.yml."
    assert _told(Path("deep")) == [("C009", "deep", "There is no course.yml in 'deep'", hint)]


def test_no_folder(tiny: Path) -> None:
    hint = "Check its name, capital letters included."
    name = "courses/Tiny"
    assert _told(Path(name)) == [("C009", name, f"There is no folder '{name}'", hint)]


def test_a_file(tiny: Path) -> None:
    hint = "Give the folder that holds course.yml: 'courses/tiny'."
    name = "courses/tiny/course.yml"
    assert _told(Path(name)) == [("C009", name, f"'{name}' is a file, not a folder", hint)]


def test_a_folder_of_lessons_that_may_not_be_looked_into(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Any) -> Any:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", locked)
    hint = "Let your own account read it, or ask the one who looks after this computer."
    name = "courses/tiny/modules"
    assert _told(tiny) == [("C009", name, f"You may not look into '{name}'", hint)]


def test_a_lesson_that_may_not_be_read(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = next(iter(sorted((tiny / "modules").glob("*.md"))))
    whole = Path.open

    def locked(path: Path, *how: Any) -> Any:
        # Root may read everything, so the refusal is the system's word, said for one file.
        if path.name == lesson.name:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path, *how)

    monkeypatch.setattr(Path, "open", locked)
    assert ("C009", f"You may not read '{lesson.as_posix()}'") in [
        (c, m) for c, _, m, _ in _told(tiny)
    ]


def test_links_that_lead_out(tiny: Path) -> None:
    lesson = next(iter(sorted((tiny / "modules").glob("*.md"))))
    lesson.rename(lesson.name)
    lesson.symlink_to(Path(lesson.name).absolute())
    message = f"'modules/{lesson.name}' is a link that leads out of the course folder"
    assert ("M003", message) in [(code, words) for code, _, words, _ in _told(tiny)]


def test_links_that_stay_inside(tiny: Path) -> None:
    lesson = next(iter(sorted((tiny / "modules").glob("*.md"))))
    lesson.rename(tiny / lesson.name)
    lesson.symlink_to(f"../{lesson.name}")
    assert _told(tiny) == []
