"""Every type of question: which of its words are translated, and that it is whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder import put, settings
from folder import read as folder_read
from handmade import entry, in_cyrillic, write
from kandil.localize.apply import localize
from kandil.localize.units import Unit, units
from kandil.model.course import Course
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions
from kandil.model.text import texts
from questions.fixtures import SHARED

HEAD = "---\nid: tin-1\ntitle: Tiny\n---\n\n## Words\n\n"
_TITLES = {"title", "heading"}
ROLES = {
    "cards": ["question", "paragraph", "front of a card", "back of a card"],
    "decide": ["question", "paragraph", "way to act", "riskier", "safer", "it depends", "why"],
    "match": ["question", "item", "match", "why"],
    "order": ["question", "paragraph", "step", "feedback", "hint", "why", "correct", "incorrect"],
    "poll": ["question", "paragraph", "answer", "feedback", "why"],
    "rate": ["question", "paragraph", "how each statement begins", "point of a scale", "statement"],
    "reflect": ["question", "paragraph", "hint", "model answer"],
    "sort": ["question", "group", "item", "feedback", "hint"],
}
"""Of each type, as they first come in the source."""


@pytest.fixture(params=sorted(SHARED))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(folder: Path, body: str) -> Course:
    files = {"course.yml": settings("tin-1", name="tin"), "modules/tin-1.md": HEAD + body}
    return folder_read(put(folder, files), clean=True)


def fixture(folder: Path, name: str) -> Course:
    return read(folder, SHARED[name])


def asked(course: Course) -> Interaction:
    (question,) = interactions(course.modules[0].blocks)
    return question


def words_of(course: Course) -> list[Unit]:
    return [unit for unit in units(course.modules[0]) if unit.question]


def shown(folder: Path, course: Course, other: dict[str, str]) -> tuple[set[str], list[str]]:
    """Languages in the question where each text is translated; `other` says which are not so."""
    entries = {
        unit.text.key: entry(
            unit.text.source,
            other.get(unit.text.source, in_cyrillic(unit.text.source)),
            unit.text.context,
            "reviewed",
        )
        for unit in words_of(course)
    }
    write(folder / "po", *entries.values())
    day = date(2026, 11, 24)
    edition, problems = localize(course, "uk", "release", day, ("uk",), (folder / "po",))
    assert edition
    codes = [problem.code for problem in problems if problem.code != "G001"]
    found = texts(asked(edition.course))
    return {text.lang for text in found if text.source.strip()}, codes


@pytest.mark.parametrize("kind", ROLES)
def test_every_word_of_it_is_a_unit_with_its_role(tmp_path: Path, kind: str) -> None:
    course = fixture(tmp_path, kind)
    found = words_of(course)
    assert list(dict.fromkeys(unit.text.role for unit in found)) == ROLES[kind]
    assert {id(unit.text) for unit in found} == {id(text) for text in texts(asked(course))}
    assert all(unit.guarded and unit.text.context == asked(course).id for unit in found)


def test_the_whole_question_is_translated(tmp_path: Path, name: str) -> None:
    assert shown(tmp_path, fixture(tmp_path, name), {}) == ({""}, [])


def test_without_one_of_its_words_it_stays_in_the_source(tmp_path: Path, name: str) -> None:
    course = fixture(tmp_path, name)
    for unit in words_of(course):
        assert shown(tmp_path, course, {unit.text.source: ""}) == ({"en"}, []), unit.text.source


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("order", "Change the password", "Sign out on other phones"),
        ("match", "PIN", "Code"),
        ("match", "A number that works once", "A public name"),
        ("sort", "Your first name", "Your PIN"),
        ("sort", "Share with friends", "Keep secret"),
        ("poll", "In my head", "In an app"),
        ("rate", "Not yet", "Yes"),
        ("rate", "make a *strong* password", "change a password"),
        ("cards", "PIN", "Password *manager*"),
        ("decide", "Keep them on her phone", "Answer him"),
    ],
)
def test_two_that_became_the_same_keep_it_in_the_source(
    tmp_path: Path, kind: str, one: str, two: str
) -> None:
    same = {one: "Однаково", two: "Однаково"}
    assert shown(tmp_path, fixture(tmp_path, kind), same) == ({"en"}, ["L007"])


def test_an_item_and_its_match_may_be_the_same(tmp_path: Path) -> None:
    body = (
        "### Match: Names\n\n<!-- id: m -->\n\n| A | B |\n|-|-|\n| One | Two |\n| Three | Four |\n"
    )
    assert shown(tmp_path, read(tmp_path, body), {"One": "Ї", "Two": "Ї"}) == ({""}, [])
