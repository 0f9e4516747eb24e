"""GIFT as a parser reads it that is not ours: npm's gift-pegjs, a grammar of the format."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors

TESTS = Path(__file__).parents[1]
PARSE = """
const {parse} = require('gift-pegjs');
const text = require('fs').readFileSync(process.argv[1], 'utf8');
console.log(JSON.stringify(parse(text)));
"""
Parsed = dict[str, Any]


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> list[Parsed]:
    """Every way to ask, and the tiny course in a language that is read from right to left."""
    dist = tmp_path_factory.mktemp("gift")
    found: list[Parsed] = []
    for name, locale in (("every", "en"), ("tiny", "ar-XB")):
        request = Request(
            (TESTS / "courses" / name,), "preview", date(2026, 11, 24), (locale,), ("gift",), dist
        )
        assert errors(build(request).problems) == []
        [file] = (dist / "preview/gift" / name).glob("*.txt")
        found += foreign(file)
    return found


def foreign(file: Path) -> list[Parsed]:
    """What the grammar makes of a file; a fault ends the program."""
    command = ["node", "-e", PARSE, str(file)]
    done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=True)
    read: list[Parsed] = json.loads(done.stdout)
    return read


def test_every_paragraph_is_one_that_the_grammar_knows(parsed: list[Parsed]) -> None:
    kinds = {one["type"] for one in parsed}
    assert kinds == {"Category", "Description", "MC", "TF", "Short", "Numerical", "Matching"}
    assert len({one["id"] for one in parsed if one.get("id")}) == sum(
        one["type"] != "Category" for one in parsed
    )


def test_right_answers_are_right_and_wrong_ones_are_not(parsed: list[Parsed]) -> None:
    by_id = {one.get("id"): one for one in parsed}
    single = by_id["every-1-strongest"]["choices"]
    assert [one["isCorrect"] for one in single] == [False, True, False]
    several = by_id["every-1-when"]["choices"]
    assert [one["weight"] for one in several] == [50, -100, 50]
    assert by_id["every-1-dark"]["isTrue"] is True
    words = by_id["every-1-first-account"]["choices"]
    assert [(one["text"]["text"], one["weight"]) for one in words] == [
        ("email", 100),
        ("e-mail", 100),
        ("mail", 100),
        ("*", 0),
    ]
    [number] = by_id["every-1-count"]["choices"]
    assert (number["text"]["number"], number["text"]["range"], number["weight"]) == (15, 0, 100)
    pairs = by_id["every-1-where"]["matchPairs"]
    assert {(one["subquestion"]["text"], one["subanswer"]) for one in pairs} == {
        ("Your first name", "Share with friends"),
        ("Your PIN", "Keep to yourself"),
        ("A code by SMS", "Keep to yourself"),
    }
    spare = [one["subanswer"] for one in by_id["every-1-meanings"]["matchPairs"]]
    assert spare == ["A short secret number", "A number that works once", "A public name"]


def test_words_come_back_without_the_signs_that_guard_them(parsed: list[Parsed]) -> None:
    by_id = {one.get("id"): one for one in parsed}
    about = by_id["every-1-about"]["stem"]
    assert about["format"] == "html"
    assert "Best before: November 2027." in about["text"]
    assert "\\" not in about["text"]


def test_a_broken_file_is_refused_by_the_grammar(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("::one::[html]<p>one</p> {\n\t=A\n\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        foreign(file)
