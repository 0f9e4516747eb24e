"""The cards of a scenario: points are said where an author gives them, and lead to no verdict."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.blocks import Paragraph
from kandil.model.interactions import Branching, Move, Step
from kandil.render.site.pages import render
from standin import HERE, course, edition, module, text


def scenario() -> Branching:
    """Two endings: one that leads back, one that leads nowhere."""
    told = (Paragraph(text("It rings.")),)
    steps = (
        Step("caller", text("The caller"), told, (Move(text("Read it"), "read"),)),
        Step("read", text("You read it"), told, (Move(text("Again"), "caller"),), "bad", 0, True),
        Step("call", text("You call"), told, (), "good", 2, True),
    )
    return Branching(
        id="caller",
        explicit_id=True,
        prompt=text("The caller"),
        points=0,
        scored=False,
        steps=steps,
        place=HERE,
    )


def page(block: Branching, **settings: object) -> str:
    """The lesson that holds it."""
    made = edition(course(module("tin-1", block), **settings))
    return next(iter(render(made).pages())).html


def test_points_are_said_and_not_handed_to_the_player() -> None:
    html = page(scenario())
    assert "0 of 2 points" in html and "2 of 2 points" in html
    assert "data-p" not in html and "outcome" not in html
    plain = replace(scenario(), steps=tuple(replace(s, points=None) for s in scenario().steps))
    assert "points" not in page(plain).partition("<main")[2]


def test_only_a_step_without_a_way_back_gets_one() -> None:
    html = page(scenario())
    assert html.count("Start again") == 1
    assert html.index("You call") < html.index("Start again")


def test_anchors_of_a_sensitive_course_are_hashes() -> None:
    html = page(scenario(), sensitive_setting=True)
    assert 'href="#read"' not in html and "id=read" not in html and "id=q_caller" not in html
