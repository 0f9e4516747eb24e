"""The tables of `docs/formats.md`, made from the exporters and from the marks of these tests."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from exporters.test_lowering import match, order
from kandil.exporters import find_exporters
from kandil.exporters._lowering import lowered
from kandil.exporters.exporter import Exporter
from kandil.model.blocks import Paragraph
from kandil.model.course import Profile
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import (
    Branching,
    Card,
    Cards,
    Decision,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Move,
    Step,
    Way,
)
from kandil.model.structure import interactions
from standin import HERE, choice, course, edition, fill_in, module, numeric, quiz, text, true_false

TOLD = {"scorm12", "scorm2004", "cmi5"}
"""Formats of our own pages that tell a platform what she answered."""
FORMS = ("xlsform",)
"""Made of the questions of forms, not of lessons: their own page says what becomes of them."""
_SHARED: dict[str, Any] = {"id": "q", "explicit_id": True, "prompt": text("q"), "place": HERE}
_UNSCORED = {**_SHARED, "scored": False}
_TWO = (Paragraph(text("It is ", Blank(("a",)), Blank(("b",)))),)
_RANGE = (Paragraph(text("It is ", Blank(number=Range(2, 4)))),)
QUESTIONS: dict[str, Interaction] = {
    "Question, one answer": choice("q", "a"),
    "Question, several answers": choice("q", "ab"),
    "Question, true or false": true_false("q"),
    "Question, one gap": fill_in("q"),
    "Question, several gaps": FillIn(**_SHARED, body=_TWO),
    "Question, a number": numeric("q"),
    "Question, a range of numbers": FillIn(**_SHARED, body=_RANGE),
    "Order": order("q"),
    "Match": match("q"),
    "Sort": replace(match("q"), form="groups"),
    "Reflect": LongFillIn(**_UNSCORED, sensitive=True),
    "Rate": Likert(**_UNSCORED, rows=(text("I can"),), scale=(text("no"), text("yes"))),
    "Poll": replace(choice("q", "a"), scored=False),
    "Cards": Cards(**_UNSCORED, cards=(Card(text("a"), text("b")),)),
    "Decide": Decision(**_UNSCORED, sensitive=True, ways=(Way("a", text("Stay"), "depends"),)),
    "Scenario": Branching(
        **_UNSCORED,
        steps=(
            Step("s", text("Start"), (), (Move(text("Go"), "t"),)),
            Step("t", text("End"), (), ending=True),
        ),
    ),
}
"""One of each way to ask, as `docs/writing/questions.md` names it."""


def formats() -> dict[str, Exporter[Any]]:
    """Those of learners that ask the questions of lessons."""
    found = sorted(find_exporters().items())
    return {n: one for n, one in found if one.audience == "learner" and n not in FORMS}


def becomes(
    exporter: Exporter[Any], question: Interaction, profile: Profile, *, quizzed: bool
) -> str:
    """What a format is handed in the place of a question."""
    block = quiz(question) if quizzed else question
    lesson = course(module("tin-1", block), profile=profile)
    made, _ = lowered(edition(lesson), exporter)
    found = interactions(made.course.modules[0].blocks)
    if found == [question]:
        return "yes"
    if not found:
        return "printed"
    name = found[0].name.replace("_", " ")
    return f"as {len(found)} × {name}" if len(found) > 1 else f"as {name}"


def cell(exporter: Exporter[Any], question: Interaction) -> str:
    """In a quiz; and what is otherwise outside of one, and without the profile `full`."""
    full = becomes(exporter, question, "full", quizzed=True)
    usual = becomes(exporter, question, "minimal", quizzed=True)
    alone = becomes(exporter, question, "full", quizzed=False)
    notes = ["full"] * (usual != full) + ["quiz"] * (alone != full)
    return full + (f" ({', '.join(notes)})" if notes else "")


def native_table() -> str:
    """Question type × format."""
    known = formats()
    rows = [
        [name, *(cell(exporter, question) for exporter in known.values())]
        for name, question in QUESTIONS.items()
    ]
    return "\n".join(_table(["", *(f"`{name}`" for name in known)], rows))


def scores_table(found: dict[tuple[str, str], set[str]]) -> str:
    """Interaction × format: whether a foreign run-time was seen to mark it."""
    known = sorted({name for name, one in find_exporters().items() if one.stores} | TOLD)
    run = {form for form, _ in found}
    names = sorted({name for _, name in found})
    rows = [[name, *(_cell(form, name, found, run) for form in known)] for name in names]
    return "\n".join(_table(["", *(f"`{name}`" for name in known)], rows))


def _cell(form: str, name: str, found: Container[tuple[str, str]], run: Container[str]) -> str:
    if form not in run:
        return "*not run*"
    return "yes" if (form, name) in found else "no"


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
