"""Which blocks of a lesson make a part."""

from __future__ import annotations

from kandil.model.blocks import Heading, Paragraph, Section
from kandil.model.parts import has_parts, read_parts
from standin import HERE, choice, quiz, text

INTRO, ONE, TWO = (Paragraph(text(words)) for words in ("Intro", "One", "Two"))


def heading(name: str, level: int = 3) -> Heading:
    return Heading(level, text(name), name)


def section(kind: str, *blocks: object, title: str = "") -> Section:
    return Section(kind, kind, blocks, HERE, text(title) if title else None)


IDEAS = section("ideas", INTRO, heading("a"), ONE, heading("b", 4), heading("c"), TWO)
WHY, HELP = section("why", ONE, title="Why"), section("help", title="Help")


def test_a_lesson_without_headings_in_its_key_ideas_stays_whole() -> None:
    whole = (WHY, section("ideas", ONE), HELP)
    assert read_parts(whole) is None and not has_parts(whole[:2])


def test_each_heading_is_a_part_one_level_higher_and_help_is_in_none() -> None:
    check = quiz(choice("one", "a"))
    found = read_parts((WHY, IDEAS, check, HELP))
    assert found and has_parts((IDEAS,))
    assert found.opening == (WHY, INTRO) and found.ideas == "ideas" and found.help == (HELP,)
    assert [part.anchor for part in found.parts] == ["a", "c", "check"]
    assert found.parts[0].blocks == (heading("a", 2), ONE, heading("b", 3))
    assert found.parts[2].title == check.title and found.parts[2].blocks == (check,)


def test_what_has_no_heading_belongs_to_the_last_idea() -> None:
    found = read_parts((IDEAS, ONE))
    assert found and [part.blocks for part in found.parts][1] == (heading("c", 2), TWO, ONE)
