"""What the author of a bad course is told, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kandil.problems import errors
from kandil.problems.codes import CODES
from problems.cases import HERE, Case, accept, as_reported, read_cases, write_course
from problems.judge import checked, judge

CASES = [*read_cases(HERE), *read_cases(HERE / "po")]
_GENERATOR = HERE.parents[1] / "generator"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_report_is_exactly_this(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepting: bool
) -> None:
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    report = as_reported(judge(case))
    if accepting:
        accept(case, report)
    else:
        assert report == case.expected


BUILT = [case for case in CASES if {"Edition", "Format", "Territory", "Variant"} & {*case.settings}]
APART = {"C014", "H001", "M027"}
"""Said of what was typed behind `kandil build`: a format, a territory or a variant."""
AT_PO = {"A405", "A406"}
"""`kandil check` tells these at their place in a PO file."""


@pytest.mark.parametrize("case", BUILT, ids=lambda case: case.name)
def test_what_a_build_refuses_check_says_first(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_course(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    refused = [one for one in errors(judge(case)) if one.code not in APART]
    preview = case.settings.get("Edition", "release") == "preview"
    told = checked(case.settings, release=False)
    strict = told if preview or not refused else checked(case.settings, release=True)
    for problem in refused:
        assert problem in strict or problem.code in {x.code for x in strict if x.code in AT_PO}
        if problem not in told and problem.code not in AT_PO:
            assert any(one.code == "C020" and f"({problem.code}" in one.message for one in told)
    assert (
        preview
        or refused
        or not any(one.code == "C020" and "H031" not in one.message for one in told)
    )


def test_there_are_cases_that_only_a_release_refuses() -> None:
    assert sum(case.settings.get("Edition") == "release" for case in BUILT) > 10


def _ours() -> set[str]:
    """All but V, which `tests/verify` finds in packages."""
    return {code for code in CODES if code[0] in "CMQLGAHR"}


def test_every_code_has_a_case() -> None:
    told = {code for case in CASES for code in re.findall(r"\d: ([CMQLGAHR]\d{3}) ", case.expected)}
    assert sorted(_ours() - told) == []


def test_no_case_takes_a_broken_package_for_what_is_expected() -> None:
    # A number to call (V016) is told of a territory's own words too, before there is a package.
    assert [case.name for case in CASES if re.search(r"\d: V(?!016)\d{3} ", case.expected)] == []


def test_every_code_is_emitted_somewhere() -> None:
    files = [file for file in _GENERATOR.rglob("*.py") if file.name != "codes.py"]
    source = "\n".join(file.read_text("utf-8") for file in files)
    assert sorted(code for code in _ours() if f'"{code}"' not in source) == []


def test_titles_are_unique() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 60
