"""The scripts of a package run in the browsers of 2017, and are no longer than two ideas."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kandil.exporters._scorm.shell import scripts
from kandil.paths import themes

TOOLS = Path(__file__).parents[1] / "node_modules/.bin"
ROOMS = [themes() / "base" / name for name in ("cmi5", "scorm")]
SOURCES = sorted(path for room in ROOMS for path in room.glob("*.js"))
STANDARDS = ("cmi5", "scorm12", "scorm2004")
FILES = [file for form in STANDARDS for file in scripts(form, "start.html#")]


def test_syntax_and_built_ins_are_those_of_2017(tmp_path: Path) -> None:
    for number, file in enumerate(FILES):
        target = tmp_path / f"{number}.js"
        target.write_bytes(file.content)
    command = [TOOLS / "es-check", "es2017", "--checkFeatures", f"{tmp_path}/*.js"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_source_is_over_300_lines() -> None:
    assert SOURCES
    assert [path.name for path in SOURCES if len(path.read_text().splitlines()) > 300] == []


def test_the_scripts_are_classic_and_keep_nothing_on_the_device() -> None:
    for file in FILES:
        for word in (
            b"import ",
            b"export ",
            b"localStorage",
            b"sessionStorage",
            b"document.cookie",
        ):
            assert word not in file.content


def test_nothing_hangs_on_unload() -> None:
    """Browsers and Moodle's permissions policy block it; `pagehide` comes everywhere."""
    assert all(b"unload" not in file.content for file in FILES)
    assert all(b"pagehide" in scripts(form, "start.html#")[0].content for form in STANDARDS)


def test_an_lms_is_never_told_what_it_takes_amiss() -> None:
    for form in STANDARDS:
        shell = scripts(form, "start.html#")[0].content
        assert b"logout" not in shell
        assert b"not attempted" not in shell
        assert b"'failed'" not in shell


def test_a_package_holds_only_what_its_own_standard_says() -> None:
    lrs, old, new = (scripts(form, "start.html#")[0].content for form in STANDARDS)
    assert b"API_1484_11" not in lrs and b'"LMS"' not in lrs and b"expapi" in lrs
    assert b"cmi.core" not in lrs and b"expapi" not in old + new
    assert b"API_1484_11" not in old and b"API_1484_11" in new
    assert b'"LMS"' in old and b'"LMS"' not in new
    assert b"cmi.core" in old and b"cmi.core" not in new


def test_no_description_of_a_question_is_told() -> None:
    """SCORM 2004 LMSs refuse one over 250 characters; 1.2 knows none (RTE 2004, 4.2.9)."""
    for form in STANDARDS:
        assert b"description" not in scripts(form, "start.html#")[0].content
