"""What the monthly build of docs/hosting.md prints about dates."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from folder import put, settings
from kandil.commands import app
from territory.sample import DAY, contact, territory
from typer.testing import CliRunner

LESSON = """---
id: tin-1
title: One
reviewers: [Ana Beridze]
best_by: {day}
---

Words.

## Help
"""


def said(folder: Path, kind: str, left: int, age: int = 0) -> tuple[int, list[str]]:
    """The exit code and the codes that a build prints, of a lesson good for `left` days more and a
    contact of this age.
    """
    lesson = LESSON.format(day=DAY + timedelta(left))
    put(folder, {"course.yml": settings("tin-1", name="tin"), "modules/tin-1.md": lesson})
    territory(folder, contact(age))
    words = ["build", str(folder), "--edition", kind, "--territory", "GE"]
    words += ["--own-territories", "--as-of", str(DAY)]
    done = CliRunner().invoke(app, [*words, "--format", "site", "--out", str(folder / "dist")])
    printed = [line.split(": ", 1)[1] for line in done.stdout.split("\n") if ".yml:" in line]
    printed += [line.split(": ", 1)[1] for line in done.stdout.split("\n") if ".md:" in line]
    return done.exit_code, [line.split()[0] for line in printed]


@pytest.mark.parametrize(
    ("left", "preview", "release"),
    [(61, [], []), (60, ["A203"], ["A203"]), (0, ["A203"], ["A203"]), (-1, ["A202"], ["G003"])],
)
def test_a_lesson_near_and_past_its_day(
    tmp_path: Path, left: int, preview: list[str], release: list[str]
) -> None:
    for kind, expected in (("preview", preview), ("release", release)):
        folder = tmp_path / kind
        folder.mkdir()
        assert said(folder, kind, left) == (int(expected == ["G003"]), expected)


def test_a_contact_that_should_soon_be_verified_again(tmp_path: Path) -> None:
    assert said(tmp_path, "preview", 100, 65) == (0, ["H002"])


def test_nothing_is_said_of_a_fresh_contact(tmp_path: Path) -> None:
    assert said(tmp_path, "preview", 100, 60) == (0, [])
