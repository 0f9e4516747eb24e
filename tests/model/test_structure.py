"""One walk finds the blocks of a lesson, wherever they may stand."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.blocks import (
    Block,
    Callout,
    Definition,
    Definitions,
    Item,
    List,
    Only,
    Paragraph,
    Quote,
    Section,
)
from kandil.model.interactions import Branching, Step
from kandil.model.structure import every
from standin import HERE, choice, fill_in, quiz, text


def said(word: str) -> tuple[Block, ...]:
    """A paragraph."""
    return (Paragraph(text(word)),)


def test_blocks_are_found_in_all_that_holds_blocks_and_in_their_order() -> None:
    scenario = Branching(
        id="caller",
        explicit_id=True,
        prompt=text("caller"),
        place=HERE,
        steps=(Step("caller", text("caller"), said("step"), (), "", None),),
    )
    asked = replace(
        quiz(choice("one", "a", stem=said("stem")), fill_in("two")),
        bank=(choice("three", "a", stem=said("bank")),),
    )
    blocks = (
        Quote(said("quote")),
        Section("do", "do", (Only(("youth",), (), (asked,), HERE), scenario), HERE),
        Callout("note", text("title"), (List((Item(said("item")),)),)),
        Definitions((Definition(text("term"), (said("meaning"), said("another"))),)),
    )
    words = [paragraph.text.plain for paragraph in every(Paragraph, blocks)]
    assert words == ["quote", "stem", "It is …", "bank", "step", "item", "meaning", "another"]
