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


HARD = (
    "Considerable organisational responsibilities necessitate extraordinarily careful preparation. "
)
PLAIN = "We go out. The sun is up and it is warm here. " * 12
BELOW = "bad: 6.0 words a sentence on average, school grade 0.0 of 8; bad 6.0\n"


def graded(folder: Path, words: str, more: str = "") -> str:
    small(folder, words, "best_by: 2028-01-01\nadvice_reviewed: 2026-11-24\n", more)
    return check(folder, "--as-of", "2026-11-24")[1]


@pytest.mark.parametrize(("more", "told"), [("", False), ("grade: 3\n", True)])
def test_a_course_says_which_grade_its_lessons_may_ask_for(
    folder: Path, more: str, told: bool
) -> None:
    words = "She looked at the message and asked her older daughter about the number. " * 21
    found = graded(folder, words, more)
    assert ("A103" in found and "; grade 3 is enough" in found) == told


def test_the_length_of_the_sentences_stands_below_the_problems(folder: Path) -> None:
    assert graded(folder, PLAIN) == f"No problems.\n{BELOW}"
    found = graded(folder, f"{PLAIN}\n\n{HARD * 4}").splitlines()
    assert found[-1].startswith("bad: 6.1 words a sentence on average, school grade ")
    assert found[-2].endswith(" warnings")


def test_a_program_reads_it_as_a_notice_of_the_course(folder: Path) -> None:
    graded(folder, PLAIN)
    [row] = json.loads(check(folder, "--as-of", "2026-11-24", "--format", "json")[1])
    assert (row["code"], row["severity"], row["message"]) == ("A105", "notice", BELOW.strip())
    assert row["file"].endswith("course.yml")


def test_few_sentences_are_not_measured(folder: Path) -> None:
    assert graded(folder, "We go out. The sun is up.") == "No problems.\n"


def test_a_language_without_a_grade_has_the_words_alone(folder: Path) -> None:
    found = graded(folder, "Сьогодні гарний день. " * 24, "language: uk\n").splitlines()
    assert found[-1] == "bad: 3.0 words a sentence on average; bad 3.0"
