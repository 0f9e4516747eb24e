"""Where a result sends her to read again."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.blocks import Heading, Section
from kandil.model.structure import places_of_aims
from standin import HERE, choice, module, quiz, text


def part(name: str, *objectives: str) -> Heading:
    return Heading(3, text(name), name, objectives)


def test_a_heading_comes_first_then_the_part_that_asks_for_it() -> None:
    first, second = choice("one", "b", objective="A"), choice("two", "b", objective="B")
    ideas = Section("ideas", "ideas", (part("x"), first, part("y", "B"), second), HERE)
    check = quiz(choice("three", "b", objective="C"))
    assert places_of_aims(module("m", ideas, check)) == {"A": "x", "B": "y"}
    named = Heading(2, text("After"), "after", ("A",))
    assert places_of_aims(module("m", ideas, named))["A"] == "after"


def test_a_question_above_the_first_part_leads_to_the_key_ideas() -> None:
    first = choice("one", "b", objective="A")
    ideas = Section("ideas", "ideas", (first, part("x")), HERE)
    assert places_of_aims(module("m", ideas)) == {"A": "ideas"}
    assert places_of_aims(module("m", replace(ideas, kind="do"))) == {}
