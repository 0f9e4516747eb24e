"""How many questions a lesson asks, whatever its quizzes draw and some editions leave out."""

from __future__ import annotations

from dataclasses import replace

from kandil.model.blocks import Only
from kandil.read.lesson.shape import asking
from standin import HERE, choice, module, quiz


def test_a_draw_asks_so_many_and_what_is_not_scored_beside_them() -> None:
    poll = choice("poll", "", scored=False, points=0)
    drawn = replace(quiz(choice("one", "a"), poll), bank=(choice("two", "a"), choice("three", "a")))
    assert asking(module("tin-1", drawn)) == 4
    assert asking(module("tin-1", replace(drawn, draw=2))) == 3


def test_questions_for_some_editions_are_counted_in() -> None:
    part = Only(("youth",), (), (choice("two", "a"),), HERE)
    whole = Only(("youth",), (), (quiz(choice("three", "a"), name="again"),), HERE)
    asked = replace(quiz(choice("one", "a")), blocks=(choice("one", "a"), part))
    assert asking(module("tin-1", asked, whole)) == 3
