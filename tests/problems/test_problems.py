"""What the author of a bad course is told, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kandil.codes import CODES
from problems.cases import HERE, Case, accept, as_reported, read_cases, write_course
from problems.judge import judge

CASES = [*read_cases(HERE), *read_cases(HERE / "po")]
_GENERATOR = HERE.parents[1] / "generator"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_report_is_exactly_this(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    report = as_reported(judge(case))
    if request.config.getoption("--accept", default=False):
        accept(case, report)
    else:
        assert report == case.expected


def _ours() -> set[str]:
    """All but V, which `tests/verify` finds in packages."""
    return {code for code in CODES if code[0] in "CMQLGAH"}


def test_every_code_has_a_case() -> None:
    told = {code for case in CASES for code in re.findall(r"\d: ([CMQLGAH]\d{3}) ", case.expected)}
    assert sorted(_ours() - told) == []


def test_no_case_takes_a_broken_package_for_what_is_expected() -> None:
    assert [case.name for case in CASES if re.search(r"\d: V\d{3} ", case.expected)] == []


def test_every_code_is_emitted_somewhere() -> None:
    files = [file for file in _GENERATOR.rglob("*.py") if file.name != "codes.py"]
    source = "\n".join(file.read_text("utf-8") for file in files)
    assert sorted(code for code in _ours() if f'"{code}"' not in source) == []


def test_titles_are_unique() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 60
