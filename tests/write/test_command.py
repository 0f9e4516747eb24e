"""`kandil format` writes only what it changes, and leaves alone what must be mended first."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import put, settings
from kandil.commands import app
from kandil.write import files
from kandil.write.files import replace_text
from typer.testing import CliRunner

SETTINGS = settings("a-1", "a-2", name="a")
HEAD = "---\nid: {}   # mine\ntitle: A\n---\n"
MESSY = (
    "Words\n*  a\n<!-- advice: allow just-block: mine -->\n\n\nMore [word](../glossary.md#word)\n"
)
NEAT = "\nWords\n\n- a\n\n<!-- advice: allow just-block: mine -->\n\n"
NEAT += "More [word](../glossary.md#word)\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    lessons = {f"modules/{name}.md": HEAD.format(name) + MESSY for name in ("a-1", "a-2")}
    files = {"course.yml": SETTINGS, "glossary.md": "# Mine\n## Word\nIts meaning\n"}
    return put(tmp_path, files | lessons)


def run(folder: Path) -> tuple[int, list[str]]:
    done = CliRunner().invoke(app, ["format", folder.as_posix()])
    return done.exit_code, done.output.replace(f"{folder.as_posix()}/", "").splitlines()


def test_files_are_laid_out_once(course: Path) -> None:
    told = [f"Laid out {name}" for name in ("modules/a-1.md", "modules/a-2.md", "glossary.md")]
    assert run(course) == (0, told)
    assert (course / "modules/a-1.md").read_text() == HEAD.format("a-1") + NEAT
    assert (course / "glossary.md").read_text() == "# Mine\n\n## Word\n\nIts meaning\n"
    times = [path.stat().st_mtime_ns for path in files.written_files(course)]
    assert run(course) == (0, ["All of it is laid out already."])
    assert [path.stat().st_mtime_ns for path in files.written_files(course)] == times


def test_a_file_with_errors_is_told_and_left(course: Path) -> None:
    bad = HEAD.format("a-1") + MESSY + "\n<div>\n"
    (course / "modules/a-1.md").write_text(bad)
    code, told = run(course)
    assert code == 1
    assert told[:2] == ["Laid out modules/a-2.md", "Laid out glossary.md"]
    assert "M001" in "".join(told) and told[-1] == "1 error"
    assert (course / "modules/a-1.md").read_text() == bad


def test_nothing_is_touched_where_the_course_cannot_be_read(course: Path) -> None:
    (course / "course.yml").write_text(SETTINGS + "colour: red\n")
    before = [path.read_bytes() for path in files.written_files(course)]
    assert run(course)[0] == 1
    assert [path.read_bytes() for path in files.written_files(course)] == before


def test_a_file_outside_is_not_touched(
    course: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "glossary.md"
    (course / "glossary.md").rename(outside)
    (course / "glossary.md").symlink_to(outside)
    assert course / "glossary.md" not in files.written_files(course)
    assert run(course)[0] == 1
    assert outside.read_text() == "# Mine\n## Word\nIts meaning\n"


def test_a_write_that_fails_leaves_the_old_file(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    path = course / "modules/a-1.md"
    with pytest.raises(OSError, match="No space"):
        replace_text(path, "new")
    assert path.read_text() == HEAD.format("a-1") + MESSY
    assert sorted(one.name for one in path.parent.iterdir()) == ["a-1.md", "a-2.md"]


def test_rights_and_links_stay(course: Path) -> None:
    path, real = course / "modules/a-1.md", course / "modules/b-1.txt"
    path.rename(real)
    path.symlink_to(real.name)
    real.chmod(0o640)
    replace_text(path, "new")
    assert path.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640
