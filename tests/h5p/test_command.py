"""`kandil h5p` with the real program: what is typed, and what is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from exporters.h5p_files import every, packages
from h5p.stubs import write_stubs
from kandil.exporters._h5p.libraries import LIBRARIES

PROGRAM = Path(__file__).parents[1] / "node_modules/.bin/h5p"


def kandil(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "H5P_CLI": str(PROGRAM), **environment}
    command = [Path(sys.executable).with_name("kandil"), "h5p", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=settings, check=False)


def test_a_folder_with_all_libraries_is_listed(tmp_path: Path) -> None:
    run = kandil("libraries", write_stubs(tmp_path / "all"))
    assert run.returncode == 0, run.stdout
    assert "H5P.QuestionSet 1.20.0  H5P.QuestionSet" in run.stdout


def test_what_a_folder_lacks_is_named(tmp_path: Path) -> None:
    some = {name: one for name, one in LIBRARIES.items() if "Essay" not in name}
    run = kandil("libraries", write_stubs(tmp_path / "some", some))
    assert run.returncode == 1
    assert "V047" in run.stdout and "'H5P.Essay 1.5' is not in this folder" in run.stdout
    gone = kandil("libraries", tmp_path / "none")
    assert gone.returncode == 1 and "cannot be read" in gone.stdout


def test_setup_without_the_internet_says_so(tmp_path: Path) -> None:
    never = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "protocol.allow"}
    run = kandil("setup", "--workspace", tmp_path, **never, GIT_CONFIG_VALUE_0="never")
    assert run.returncode == 1
    assert "was not fetched" in run.stderr and "hint: It needs the internet" in run.stderr


def test_without_the_program_it_is_said_what_to_install(tmp_path: Path) -> None:
    run = kandil("setup", "--workspace", tmp_path, H5P_CLI=str(tmp_path / "h5p"))
    assert run.returncode == 1
    assert "is not installed" in run.stderr and "npm install" in run.stderr


def test_a_preview_imports_the_package_and_says_what_the_workspace_lacks(tmp_path: Path) -> None:
    package = tmp_path / "tin-1-check.h5p"
    package.write_bytes(packages(every())["tin-1-check.h5p"])
    run = kandil("preview", package, "--workspace", tmp_path / "work", "--port", 8123)
    assert "Open http://localhost:8123/view/h5p-question-set/tin-1-check" in run.stdout
    assert run.returncode == 1 and "no H5P core" in run.stderr
    assert (tmp_path / "work/content/tin-1-check/content.json").is_file()


@pytest.mark.parametrize("content", [b"no zip", b""])
def test_a_preview_of_something_else_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.h5p").write_bytes(content)
    run = kandil("preview", tmp_path / "x.h5p", "--workspace", tmp_path / "work")
    assert run.returncode == 1 and "is no H5P package" in run.stderr
