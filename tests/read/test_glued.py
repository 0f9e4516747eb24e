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
        ("-[ ] bread\n-[x] milk", ["- [ ] bread"]),
        ("[ ] bread\n[x] milk", ["- [ ] bread"]),
        ("[] bread", ["- [ ] bread"]),
        ("*[х]bread", ["- [x] bread"]),
        ("[✓] bread", ["- [x] bread"]),
        ("＞ bread", ["> bread"]),
        ("＞ [!NOTE]\n＞ Words.", ["> [!NOTE]"]),
        ("＃＃ bread", ["## bread"]),
        ("－ bread", ["- bread"]),
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
        "[x](#x) is a link\n\n## X",
        "[a] is first, and [ ] is a box",
        "[1] A source",
        r"\[x] is a tick",
        "5 ＞ 3",
    ],
)
def test_words_that_only_begin_like_an_item(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, words) == []


@pytest.mark.parametrize("box", ["[✓]", "[✔]", "[х]", "[Х]", "[v]", "[ x ]", "[]", "[*]", "[√]"])
def test_a_box_of_a_checklist_that_cannot_be_read(tmp_path: Path, box: str) -> None:
    (found,) = _problems(tmp_path, f"- {box} bread\n- [ ] milk")
    assert (found.code, found.place.column) == ("Q102", 3)
    assert ("Cyrillic" in found.hint) == (box in ("[х]", "[Х]"))


@pytest.mark.parametrize("heading", ["Question", "Poll", "Reflect", "Order"])
def test_a_box_in_a_question_is_told_once_a_line(tmp_path: Path, heading: str) -> None:
    found = _problems(tmp_path, f"### {heading}: Q\n\n-[ ] bread\n[x] milk")
    lines = [one.place.line for one in found if one.code in ("M045", "Q102", "Q114")]
    assert lines == [8, 9]


@pytest.mark.parametrize("words", ["- [a] bread", "- [1] bread", "- [✓](bad.md)", "- [x] milk"])
def test_other_brackets_in_a_list(tmp_path: Path, words: str) -> None:
    assert [one.code for one in _problems(tmp_path, words)] == []


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
