"""Every question that a format may be asked to hold, built by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kandil.model.blocks import Paragraph
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import (
    Entry,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Option,
    Sequencing,
    Target,
)
from kandil.model.text import Text
from standin import HERE, choice, fill_in, numeric, text, true_false


def said(words: str) -> tuple[Text, ...]:
    return (text(words),)


def order(name: str) -> Sequencing:
    """`a`, `b`, `c`."""
    items = tuple(Entry(one, text(f"Step {one}"), said(f"about {one}")) for one in "abc")
    return Sequencing(
        id=name, explicit_id=True, prompt=text(name), place=HERE, items=items, points=3
    )


def pairs(name: str) -> Matching:
    """Each with a target of its own; `d` has none."""
    return _matching(name, "pairs", {"a": "a", "b": "b", "c": "c"}, "abcd")


def groups(name: str) -> Matching:
    """`a` and `c` share a group."""
    return _matching(name, "groups", {"a": "a", "b": "b", "c": "a"}, "ab")


def _matching(name: str, form: str, homes: dict[str, str], targets: str) -> Matching:
    made = Matching(
        id=name,
        explicit_id=True,
        prompt=text(name),
        place=HERE,
        form="pairs",
        items=tuple(Entry(one, text(f"Item {one}"), home=to) for one, to in homes.items()),
        targets=tuple(Target(one, text(f"Target {one}")) for one in targets),
        points=3,
    )
    return replace(made, form=form)


def gaps(name: str) -> FillIn:
    """A gap for a word and one for a number."""
    word, number = Blank(("п'ять", "five")), Blank(number=Range(Decimal(2), Decimal("4.5")))
    body = (Paragraph(text("It is ", word, " and ", number, ".")),)
    return FillIn(id=name, explicit_id=True, prompt=text(name), place=HERE, body=body, points=3)


def several(name: str) -> Interaction:
    """`a` and `c` are right; each answer, and the question, says what it can."""
    plain = choice(name, "ac", points=2)
    options = tuple(
        Option(one, text(f"Answer {one}"), one in "ac", said(f"about {one}")) for one in "abcd"
    )
    return replace(
        plain,
        options=options,
        why=said("Because of it."),
        hints=said("Look at it."),
        correct=said("Well seen."),
        incorrect=said("Look again."),
    )


def likert(name: str) -> Likert:
    return Likert(
        id=name,
        explicit_id=True,
        prompt=text(name),
        place=HERE,
        scored=False,
        lead=text("I can"),
        rows=(text("knit"), text("sew")),
        scale=(text("not yet"), text("well")),
    )


def own_words(name: str) -> LongFillIn:
    return LongFillIn(
        id=name,
        explicit_id=True,
        prompt=text(name),
        place=HERE,
        scored=False,
        model_answer=said("One may say this."),
    )


EVERY: dict[str, Interaction] = {
    "single": choice("single", "b", points=2),
    "several": several("several"),
    "verdict": true_false("verdict"),
    "word": fill_in("word"),
    "number": numeric("number"),
    "gaps": gaps("gaps"),
    "order": order("order"),
    "pairs": pairs("pairs"),
    "groups": groups("groups"),
    "rate": likert("rate"),
    "words": own_words("words"),
}
