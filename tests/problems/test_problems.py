"""What the author of a bad course is told, word for word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from kandil.codes import CODES
from kandil.gates import release_problems
from kandil.localize.files import check_catalogues
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course import read_course
from problems.cases import HERE, Case, accept, as_reported, read_cases, write_course

CASES = [*read_cases(HERE), *read_cases(HERE / "po")]
_LOCALE = re.compile(r"^Locale: (\S+)$", re.MULTILINE)
_GENERATOR = HERE.parents[1] / "generator"
_ELSEWHERE = {"C014"}
"""Not found in a course, but in what `kandil build` was asked to do."""


def _judge(case: Case) -> list[Problem]:
    course, problems = read_course(Path(), find_questions())
    if course and "\nEdition: release\n" in case.words:
        problems += release_problems(course, "release", date(2026, 11, 24))
    if course and (locale := _LOCALE.search(case.words)):
        problems += check_catalogues(course, locale[1])
    return problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_report_is_exactly_this(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    report = as_reported(_judge(case))
    if request.config.getoption("--accept", default=False):
        accept(case, report)
    else:
        assert report == case.expected


def _ours() -> set[str]:
    return {code for code in CODES if code[0] in "CMQ"}


def test_every_code_has_a_case() -> None:
    told = {code for case in CASES for code in re.findall(r"\d: ([CMQ]\d{3}) ", case.expected)}
    assert sorted(_ours() - told - _ELSEWHERE) == []


def test_every_code_is_emitted_somewhere() -> None:
    files = [file for file in _GENERATOR.rglob("*.py") if file.name != "codes.py"]
    source = "\n".join(file.read_text("utf-8") for file in files)
    assert sorted(code for code in _ours() if f'"{code}"' not in source) == []


def test_titles_are_unique() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 60
