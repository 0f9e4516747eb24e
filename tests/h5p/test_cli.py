"""The real `h5p-cli` of npm, through the wrapper: it says 0 whatever happened."""

from __future__ import annotations

import json
import socket
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from h5p_cli_wrapper import H5PCli, H5PError, find_program, import_package, serve, set_up
from h5p_cli_wrapper.preview import address
from h5p_cli_wrapper.setup import short_name

PROGRAM = Path(__file__).parents[1] / "node_modules/.bin/h5p"
CLI = H5PCli(PROGRAM)


def package(path: Path, title: str = "One") -> Path:
    with ZipFile(path, "w") as archive:
        archive.writestr("h5p.json", json.dumps({"title": title}))
        archive.writestr("content/content.json", '{"text": "x"}')
        archive.writestr("content/images/a.png", b"\x89PNG")
    return path


def test_the_program_says_0_when_it_fails(tmp_path: Path) -> None:
    """Else this package would be in vain."""
    (tmp_path / "no.h5p").write_bytes(b"no zip")
    asked = [PROGRAM, "import", "no", "no.h5p"]
    ended = subprocess.run(asked, cwd=tmp_path, capture_output=True, check=False)
    assert (ended.returncode, b"> error" in ended.stdout) == (0, True)
    assert not (tmp_path / "content/no").exists()


def test_a_package_is_imported_and_a_newer_one_takes_its_place(tmp_path: Path) -> None:
    work = tmp_path / "work"
    for title in ("One", "Two"):
        name = import_package(CLI, work, package(tmp_path / "siu-1.h5p", title))
        assert name == "siu-1"
        assert json.loads((work / "content/siu-1/h5p.json").read_bytes()) == {"title": title}
    assert (work / "content/siu-1/images/a.png").is_file()


def test_what_is_no_package_is_told_before_the_program_is_asked(tmp_path: Path) -> None:
    (tmp_path / "no.h5p").write_bytes(b"no zip")
    with ZipFile(tmp_path / "empty.h5p", "w") as archive:
        archive.writestr("h5p.json", "{}")
    for name in ("no.h5p", "empty.h5p", "none.h5p"):
        with pytest.raises(H5PError, match="is no H5P package") as told:
            import_package(CLI, tmp_path / "work", tmp_path / name)
        assert "h5p" in told.value.hint


def test_an_import_that_did_not_happen_is_an_error_although_the_program_said_0(
    tmp_path: Path,
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "content").write_text("a file where the program wants a folder")
    with pytest.raises(H5PError, match="was not imported"):
        import_package(CLI, work, package(tmp_path / "siu-1.h5p"))


def test_setup_without_the_internet_fails_with_what_the_program_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether this machine has the internet or not, git has none here."""
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "protocol.allow")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "never")
    with pytest.raises(H5PError, match="H5P's core was not fetched") as told:
        set_up(CLI, tmp_path / "work", ["H5P.QuestionSet"])
    assert "internet" in told.value.hint


def test_a_server_without_libraries_is_not_started(tmp_path: Path) -> None:
    with pytest.raises(H5PError, match="no H5P core") as told:
        serve(CLI, tmp_path)
    assert "kandil h5p setup" in told.value.hint


def test_a_server_that_ends_by_itself_is_an_error(tmp_path: Path) -> None:
    core = tmp_path / "libraries/h5p-editor-php-library"
    core.mkdir(parents=True)
    with socket.create_server(("", 0)) as taken, pytest.raises(H5PError, match="ended"):
        serve(CLI, tmp_path, taken.getsockname()[1])


def test_without_the_program_or_node_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("H5P_CLI", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(H5PError, match=r"Node\.js is not installed"):
        find_program()
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\n")
    node.chmod(0o755)
    with pytest.raises(H5PError, match="'h5p-cli' is not installed") as told:
        find_program()
    assert "npm install" in told.value.hint
    monkeypatch.setenv("H5P_CLI", str(PROGRAM))
    assert find_program() == H5PCli(PROGRAM)


def test_a_program_that_is_no_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(H5PError, match="cannot be started"):
        H5PCli(tmp_path / "h5p").run(tmp_path, ["list"])


def test_names_are_those_of_the_registry() -> None:
    names = {short_name(one) for one in ("H5P.QuestionSet", "H5P.Dialogcards", "H5PEditor.Range")}
    assert names == {"h5p-question-set", "h5p-dialogcards", "h5p-editor-range"}
    assert address("siu-1", "H5P.Column", 81) == "http://localhost:81/view/h5p-column/siu-1"
