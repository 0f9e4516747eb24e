"""The five-minute tour of the handbook, followed word for word."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from called import process

TOUR = Path(__file__).parent.parent / "docs" / "tour.md"
FENCE = re.compile(r"```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)```", re.DOTALL)


def run(command: str, folder: Path) -> tuple[int, str]:
    words = command.split()
    assert words[0] == "kandil"
    done = process(folder, *words[1:])
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str, str]]:
    return FENCE.findall(TOUR.read_text(encoding="utf-8"))


def insert_question(lesson: Path, question: str) -> None:
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("## Remember", f"{question}\n## Remember"), encoding="utf-8")


def test_the_tour_holds(steps: list[tuple[str, str, str]], tmp_path: Path) -> None:
    lesson = tmp_path / "first-steps/modules/first-steps-1.md"
    for kind, title, body in steps:
        if kind == "markdown":
            assert tmp_path / title == lesson
            insert_question(lesson, body)
            continue
        command, _, expected = body.removeprefix("$ ").partition("\n")
        code, shown = run(command, tmp_path)
        if expected:
            assert shown == expected
        if "Q102" in shown:
            assert code == 1
            mended = lesson.read_text(encoding="utf-8").replace("- [x]Tell", "- [x] Tell")
            lesson.write_text(mended, encoding="utf-8")
        else:
            assert code == 0, shown
    assert (tmp_path / "dist/release/site/first-steps/en/index.html").is_file()
    assert (tmp_path / "dist/release/site/first-steps/first-steps-en.zip").is_file()
    package = tmp_path / "dist/release/scorm12/first-steps/first-steps-en-scorm12.zip"
    assert "imsmanifest.xml" in zipfile.ZipFile(package).namelist()
