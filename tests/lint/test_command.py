"""`kandil check` as a trainer meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from folder import small
from kandil.commands import app
from typer.testing import CliRunner

LESSON = """See [one](https://b.example/x), [two](https://a.example) and [one again](https://b.example/x).
"""
GOOD = "best_by: 2027-01-01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path, LESSON, GOOD)


def check(folder: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["check", str(folder), *options])
    return done.exit_code, done.stdout


def test_dates_are_judged_by_the_day_that_is_given(folder: Path) -> None:
    assert check(folder, "--as-of", "2026-10-01") == (0, "No problems.\n")
    assert "A203" in check(folder, "--as-of", "2026-12-01")[1]
    code, words = check(folder, "--as-of", "2027-01-02")
    assert (code, "A202" in words, "1 warning" in words) == (0, True, True)


def test_advice_to_stop_giving_ends_with_an_error(folder: Path) -> None:
    small(folder, f"{LESSON}\nJust block him.", GOOD)
    code, words = check(folder, "--as-of", "2026-10-01", "--format", "json")
    assert code == 1
    assert [(one["code"], one["line"], one["column"]) for one in json.loads(words)] == [
        ("A001", 9, 1)
    ]


def test_outside_addresses_are_listed_once(folder: Path) -> None:
    assert check(folder, "--links") == (0, "https://a.example  (bad)\nhttps://b.example/x  (bad)\n")
    rows = json.loads(check(folder, "--links", "--format", "json")[1])
    assert rows == [
        {"address": "https://a.example", "lessons": ["bad"]},
        {"address": "https://b.example/x", "lessons": ["bad"]},
    ]


def test_a_course_without_outside_addresses_says_so(folder: Path) -> None:
    small(folder, "Words.")
    assert check(folder, "--links") == (0, "No outside addresses.\n")


def test_no_list_is_given_of_a_course_that_cannot_be_read(folder: Path) -> None:
    (folder / "course.yml").write_text("id: bad\n")
    code, words = check(folder, "--links")
    assert (code, "C002" in words, "addresses" in words) == (1, True, False)
