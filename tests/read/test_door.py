"""Files of a course come in by one door: plain, from inside the course, and of some size."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from kandil.commands import app
from kandil.commands.report import report
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from typer.testing import CliRunner

TINY = Path(__file__).parents[1] / "courses" / "tiny"
READ = (
    "course.yml", "glossary.md", "modules/tiny-1.md", "banks/more.md", "locales",
    "locales/territories", "locales/territories/GE.yml", "locales/uk/tiny/course.po",
    "locales/uk/keywords.csv", "locales/advice/en.yml", "images/lamp.png",
)  # fmt: skip


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the tiny course, and a file beside it that is nobody's business."""
    shutil.copytree(TINY, tmp_path / "project/tiny")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret").write_text("secret: words\n", "utf-8")
    monkeypatch.chdir(tmp_path / "project")
    return Path("tiny")


def link(course: Path, name: str, target: str | Path) -> None:
    path = course / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("target", ["secret", "folder", "/dev/zero"])
@pytest.mark.parametrize("name", READ)
def test_a_link_that_leads_out_is_refused_and_not_read(
    course: Path, name: str, target: str
) -> None:
    if name == "locales" and target != "folder":
        return  # no folder, so nobody looks into it
    outside = course.resolve().parents[1] / "outside"
    link(course, name, {"secret": outside / "secret", "folder": outside}.get(target, target))
    problems = read_course(course, find_questions())[1]
    codes = {one.code for one in problems if one.severity == "error"}
    missing = {"C005", "C009"} if name.startswith(("modules", "course")) else set()
    assert codes and codes <= {"M003"} | missing
    assert "secret: words" not in report(problems, "text")


def test_a_link_inside_the_course_is_followed(course: Path) -> None:
    (course / "shared").mkdir()
    shutil.move(course / "modules/tiny-1.md", course / "shared/one.md")
    (course / "modules/tiny-1.md").symlink_to("../shared/one.md")
    assert not [p for p in read_course(course, find_questions())[1] if p.severity == "error"]


@pytest.mark.parametrize("name", ["course.yml", "glossary.md", "locales/territories/GE.yml"])
def test_a_pipe_is_never_waited_for(course: Path, name: str) -> None:
    path = course / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    done = CliRunner().invoke(app, ["check", str(course), "--as-of", "2026-11-24"])
    assert done.exit_code == 1
    assert "C030" in done.stdout


def test_the_list_of_contacts_follows_no_link_out(course: Path) -> None:
    link(course, "locales/territories/GE.yml", "/etc/passwd")
    done = CliRunner().invoke(app, ["contacts", str(course)])
    assert done.exit_code == 1
    assert "M003" in done.stdout
    assert "root:" not in done.stdout
