"""Quick checks: which questions are one, and what a page leaves away for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kandil.model.interactions import Choice
from kandil.model.structure import quick_checks
from kandil.render.site.pages import render
from kandil.render.site.player import parts
from standin import choice, course, edition, module, quiz, true_false


@pytest.mark.parametrize(
    ("question", "quick"),
    [
        (choice("one", "b"), True),
        (true_false("one"), True),
        (choice("one", "b", sensitive=True), True),
        (choice("one", "bc"), False),
        (choice("one", "b", scored=False), False),
    ],
)
def test_which_questions_are_one(question: Choice, quick: bool) -> None:
    assert (quick_checks(module("tin-1", question)) == [question]) == quick
    assert quick_checks(module("tin-1", quiz(question))) == []


def test_one_that_equals_a_question_of_a_quiz_is_still_one() -> None:
    asked, alone = choice("one", "b"), choice("one", "b")
    assert quick_checks(module("tin-1", quiz(asked), alone)) == [alone]


def test_it_needs_no_script_and_nothing_of_it_is_kept() -> None:
    lesson = module("tin-1", choice("one", "b", points=3, objective="LO1", attempts=2))
    assert parts(lesson) == frozenset()
    of = replace(course(lesson), profile="full")
    page = next(render(edition(of)).tracked("lesson.js", b"").pages()).html
    around = page[page.index("<div class=try") :].partition("</main>")[0]
    assert "data-" not in around.partition("<footer")[0]
    assert "<input" not in page and "choice" not in page
