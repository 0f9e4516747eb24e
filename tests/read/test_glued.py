"""Signs without their space, callouts without their brackets, and words that only begin so."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Problem
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"


def _problems(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, f"{_FRONT}{body}\n").reading.problems


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("-bread", ["- bread"]),
        ("Bring:\n-bread\n-milk", ["- bread"]),
        ("*bread", ["* bread"]),
        ("*Bread.\n*Milk.", ["* Bread."]),
        ("+bread\n+milk", ["+ bread"]),
        ("1.bread", ["1. bread"]),
        ("2)bread\n3)milk", ["2) bread"]),
        ("•bread", ["- bread"]),
        ("• bread\n• milk", ["- bread"]),
        ("– bread\n– milk", ["- bread"]),
        ("PIN\n:a short number", [": a short number"]),
        (":a short number", [": a short number"]),
        ("PIN\n\n:коротке число", [": коротке число"]),
        ("- bread\n-milk", ["- milk"]),
        ("> -bread", ["- bread"]),
        ("-bread\n1.milk", ["- bread", "1. milk"]),
        ("### Poll: Which?\n\n-bread\n-milk", ["- bread"]),
    ],
)
def test_a_sign_without_its_space_is_told(tmp_path: Path, written: str, mended: list[str]) -> None:
    found = [problem for problem in _problems(tmp_path, written) if problem.code == "M045"]
    assert [problem.severity for problem in found] == ["warning"] * len(mended)
    for problem, right in zip(found, mended, strict=True):
        assert f"Write '{right}'." in problem.hint


@pytest.mark.parametrize(
    "words",
    [
        "-5 degrees, +995 and 1.5 hours",
        "*Prices may change.",
        "*Bread* is here",
        "*bread and\nmilk* are here",
        "**Bread** is here",
        "– Hello, said she.",
        "—Hola, dijo Ana.",
        "112.ge is a site",
        "24.hu is a site",
        "3.5 kg and 2)",
        ":D and :) and :-)",
        r"\-bread and \*milk",
        r"1\.bread",
        "Half-time and a well-\nknown word",
        "`-v` shows more",
        "It is 10\n:30 now",
        "--- and -- and -",
    ],
)
def test_words_that_only_begin_like_an_item(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, words) == []


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("> !NOTE\n> Words.", "> [!NOTE]"),
        ("> !Tip: Words.", "> [!TIP] Words."),
        ("> **!WARNING** Words.", "> [!WARNING] Words."),
        ("> (!SAFETY) Words.", "> [!SAFETY] Words."),
        ("!DETAIL Words.", "> [!DETAIL] Words."),
        ("- ! note: Words.", "> [!NOTE] Words."),
    ],
)
def test_a_callout_without_its_brackets_is_told(tmp_path: Path, written: str, mended: str) -> None:
    found = _problems(tmp_path, written)
    assert [(problem.code, problem.hint) for problem in found] == [("M008", f"Write '{mended}'.")]


@pytest.mark.parametrize(
    "words", ["> Note: take care!", "!Hola!", "> Wow! Note this.", "> **Warning:** hot", "> !noted"]
)
def test_words_that_are_no_callout(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, words) == []
