"""The glossary lies in the course's folder itself: its addresses start there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from folder import put, settings
from handmade import entry, in_cyrillic, write
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.localize.apply import localize
from kandil.localize.units import units
from kandil.model.course import Course
from kandil.model.inlines import Image, Link, walk
from kandil.model.text import texts
from kandil.problems import Place
from kandil.questions import find_questions
from kandil.read.course.course import read_course

LESSON = """---
id: tin-1
title: Tiny
reviewers: [Ana Beridze]
---

A [passkey](../glossary.md#passkey).
"""
GLOSSARY = """## Passkey

It is no [code](#code): ![a key](images/key.png)

## Code

A number, unlike a [passkey](glossary.md#passkey). See [the lesson](modules/tin-1.md).

## PIN

Not linked.
"""
DAY = date(2026, 11, 24)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"modules/tin-1.md": LESSON, "glossary.md": GLOSSARY}
    put(tmp_path / "course", {"course.yml": settings("tin-1", name="tin")} | files)
    (tmp_path / "course/images").mkdir()
    copy("tests/courses/tiny/images/lamp.png", tmp_path / "course/images/key.png")
    return tmp_path / "course"


def read(folder: Path) -> Course:
    course, problems = read_course(folder, find_questions())
    assert course and problems == []
    return course


def test_a_page_explains_the_words_of_an_explanation_too(folder: Path) -> None:
    terms = read(folder).modules[0].terms
    assert [term.anchor for term in terms] == ["g-passkey", "g-code"]
    parts = [part for text in texts(terms) for part in walk(text.inlines)]
    assert [part.target for part in parts if isinstance(part, Link)] == [
        *("#g-code", "#g-passkey", "tin-1")
    ]
    assert [part.source for part in parts if isinstance(part, Image)] == ["images/key.png"]


def test_the_trainer_s_words_bring_no_term_into_the_page_and_are_checked(folder: Path) -> None:
    path = folder / "modules/tin-1.md"
    plain = path.read_text("utf-8").replace("[passkey](../glossary.md#passkey)", "passkey")
    trainer = "\n## Trainer: Notes\n\nSay what a [PIN](../glossary.md#{}) is.\n"
    path.write_text(plain + trainer.format("pin"), "utf-8")
    assert read(folder).modules[0].terms == ()
    path.write_text(plain + trainer.format("pins"), "utf-8")
    _, problems = read_course(folder, find_questions())
    assert [problem.code for problem in problems] == ["M004"]


def test_its_pictures_and_links_are_built(folder: Path) -> None:
    outcome = build(Request((folder,), "release", DAY, (), ("site",), folder.parent / "dist"))
    assert outcome.problems == []
    [page] = folder.parent.glob("dist/release/site/tin/en/tin-1.html")
    html = page.read_text("utf-8")
    for sought in ('id="g-passkey"', 'href="#g-code"', 'href="#g-passkey"', 'alt="a key"'):
        assert sought.replace('"', "") in html.replace('"', "")
    assert [*page.parent.glob("**/*.webp")]


def test_a_translation_starts_where_the_source_does(folder: Path) -> None:
    course = read(folder)
    rows = [
        entry(unit.text.source, in_cyrillic(unit.text.source), unit.text.context, "reviewed")
        for unit in units(course.modules[0])
    ]
    write(folder / "po", *rows)
    edition, problems = localize(course, "uk", "preview", DAY, ("uk",), (folder / "po",))
    assert edition and {problem.code for problem in problems} <= {"G001"}
    assert {text.lang for text in texts(edition.course.modules[0].terms)} == {""}


def test_a_picture_that_is_not_there_is_told_before_a_build(folder: Path) -> None:
    (folder / "images/key.png").unlink()
    outcome = build(Request((folder,), "release", DAY, (), ("site",), folder.parent / "dist"))
    [problem] = outcome.problems
    assert (problem.code, problem.place) == ("M006", Place(f"{folder}/glossary.md", 3, 25))
