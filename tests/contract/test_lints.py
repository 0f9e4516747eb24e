"""A lint is one file: it is found, asked at its moments, and what it finds stops what it may."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kandil import lint
from kandil.lint.look import find_lints
from kandil.problems.codes import CODES, Code
from problems.cases import Case, accept, as_reported, read_cases, write_course
from problems.judge import checked, judge

THROWN = Path(__file__).parent / "lints"
CASES = read_cases(THROWN)
WINGS = Path(lint.__path__[0])


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Kandil with the throw-away lint in it."""
    monkeypatch.setattr(lint, "__path__", [*lint.__path__, str(THROWN)])
    monkeypatch.setitem(CODES, "A999", Code("a sentence that shouts"))
    find_lints.cache_clear()
    yield
    find_lints.cache_clear()


def test_every_file_that_has_a_lint_is_found() -> None:
    files = [path for path in WINGS.glob("*/*.py") if "\nLINT = " in path.read_text("utf-8")]
    names = {path.relative_to(WINGS).with_suffix("").as_posix().replace("/", ".") for path in files}
    found = {one.find.__module__.removeprefix("kandil.lint.") for one in find_lints()}
    assert found == names
    assert len(find_lints()) == len(names) > 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_thrown_in_lint_reports(
    case: Case,
    house: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    accepting: bool,
) -> None:
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    report = as_reported(judge(case))
    if accepting:
        accept(case, report)
    else:
        assert report == case.expected


def test_what_stops_a_build_check_says_first(
    house: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[-1]
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    refused = [one for one in judge(case) if one.code == "A999"]
    assert refused
    assert set(refused) <= set(checked({}, release=False))


def test_without_its_file_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_course(CASES[0], tmp_path)
    monkeypatch.chdir(tmp_path)
    said = [one.code for one in judge(CASES[0])]
    assert said == ["A004"]  # nor does an exception know it
