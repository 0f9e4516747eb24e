"""Headings, names and words that a page or a computer has taken already."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kandil.localize.catalogue import read_catalogue
from kandil.model.blocks import Heading
from kandil.model.interactions import Branching
from kandil.model.structure import every
from kandil.paths import themes
from kandil.problems import Place
from kandil.read.inline.anchors import Anchors, own_anchor
from kandil.read.source.names import device_names
from kandil.read.source.source import Source
from kandil.read.source.yaml_nodes import read_yaml
from kandil.verify.contents import Contents
from kandil.verify.links import check_links
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"
_ID = re.compile(r"\bid=[\"']?([\w-]+)")
_LESSON = ("page.html", "lesson.html", "question.html", "quiz.html", "foot.html", "help.html")
"""Templates that a lesson's page is made of, the interactions beside."""


def _ids() -> set[str]:
    base = themes() / "base"
    files = [base / name for name in _LESSON] + sorted((base / "interactions").glob("*.html"))
    return {found for file in files for found in _ID.findall(file.read_text("utf-8"))}


def test_no_heading_takes_an_id_of_the_page_it_stands_on() -> None:
    ids = _ids()
    assert {"main", "in"} <= ids
    for name in ids:
        taken = name + "1" if name.endswith("_") else name
        assert Anchors().take(taken) != taken


@pytest.mark.parametrize("words", ["Main", "In", "N1", "R 2", "r2", "q_lock", "W_1", "G-passkey"])
def test_a_link_to_such_a_heading_still_leads_there(tmp_path: Path, words: str) -> None:
    slug = words.lower().replace(" ", "-")
    loose = read_lesson(tmp_path, f"{_FRONT}## {words}\n\n[There](#{slug}).\n")
    assert loose.module is not None
    anchors = [heading.anchor for heading in every(Heading, loose.module.blocks)]
    assert anchors == [own_anchor(slug)]
    assert [target for target, _ in loose.reading.links] == [f"#{anchors[0]}"]
    assert (anchors[0] == slug) == (words == "R 2")


def test_a_step_of_such_a_name_is_reached(tmp_path: Path) -> None:
    body = (
        "## Scenario: She calls\n\n- [Go](#main)\n- [Stay](#in)\n\n### Main\n\nA.\n\n### In\n\nB.\n"
    )
    loose = read_lesson(tmp_path, _FRONT + body)
    assert loose.reading.problems == []
    assert loose.module is not None
    moves = [
        move.to for one in every(Branching, loose.module.blocks) for move in one.steps[0].moves
    ]
    assert moves == ["main-1", "in-1"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<h2 id=a>x</h2><h2 id=b>y</h2>", []),
        ("<h2 id=a>x</h2><p><input id=a></p>", ["V020"]),
        ("<a name=a>x</a><h2 id=b>y</h2>", []),
        ("<i id=a></i><i id=a></i><i id=a></i>", ["V020"]),
    ],
)
def test_an_id_that_stands_twice_is_found(page: str, told: list[str]) -> None:
    files = {"a.html": page.encode()}
    contents = Contents(files, files.__getitem__)
    assert [problem.code for problem in check_links(contents)] == told


@pytest.mark.parametrize("name", ["aux", "CON", "nul.png", "com1", "LPT9.md", "images/prn.svg"])
def test_names_of_devices(name: str) -> None:
    assert [p.code for p in device_names(name, Place("a"), "it")] == ["M044"]


@pytest.mark.parametrize("name", ["auxiliary", "con-1", "nulls.png", "com", "com12", "lpt-1"])
def test_names_that_only_begin_like_one(name: str) -> None:
    assert not [*device_names(name, Place("a"), "it")]


@pytest.mark.parametrize("sign", ["\\a", "\\x1b", "\\x7f", "\\uFFFE", "\\0"])
def test_yaml_can_write_a_control_character(sign: str) -> None:
    document = read_yaml(Source("a.yml", ("id: x", f'title: "A{sign}B"')))
    assert [(p.code, p.place.line, p.place.column) for p in document.controls] == [("M043", 2, 8)]


@pytest.mark.parametrize("words", ["A\\vB", "A\\fB", "A\\\\\\bB", "A\x07B", "A\x1fB"])
def test_a_translation_holds_no_control_character(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'msgid "A"\nmsgstr "{words}"\n', "utf-8")
    catalogue, problems = read_catalogue(path)
    assert [(p.code, p.place.line) for p in problems] == [("M043", 2)]
    assert catalogue.entries == {}


def test_escapes_that_are_words_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('msgid "A"\nmsgstr "C:\\\\vera\\\\b and \\"a\\"\\n"\n', "utf-8")
    assert read_catalogue(path)[1] == []
