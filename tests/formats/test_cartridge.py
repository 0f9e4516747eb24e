"""A cartridge against the tests of pyslet, which we did not write: what lies in it, and where. No
LMS could be run here: that a right answer scores is what `verify` holds its questions to."""

from __future__ import annotations

import subprocess
from pathlib import Path

from exporters.test_cartridge import Files, build, made
from kandil.package.archive import write_archive
from kandil.package.artefact import File

CHECKERS = Path(__file__).parents[2] / ".checkers/bin"


def _run(folder: Path, files: Files) -> subprocess.CompletedProcess[str]:
    target = folder / "tin-en-preview.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    program = [CHECKERS / "python", Path(__file__).with_name("pyslet_cartridge.py"), target]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def test_the_tests_of_pyslet_hold(tmp_path: Path) -> None:
    done = _run(tmp_path, build(made()))
    assert done.returncode == 0, done.stderr
    assert "Ran 8 tests" in done.stderr


def test_they_find_a_page_among_the_files_of_a_quiz(tmp_path: Path) -> None:
    files = build(made())
    moved = "quizzes/tin-1-check/lesson.html"
    files[moved] = files.pop("pages/lesson-tin-1.html")
    old = b'"pages/lesson-tin-1.html"'
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(old, f'"{moved}"'.encode())
    assert _run(tmp_path, files).returncode == 1
