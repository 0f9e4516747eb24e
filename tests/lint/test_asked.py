"""The questions of a lesson, as the checks of questions go through them."""

from __future__ import annotations

from dataclasses import replace

from kandil.lint.questions.asked import scored_choices
from kandil.model.structure import interactions
from standin import choice, module, quiz, true_false


def test_a_question_of_a_bank_that_two_quizzes_share_counts_once() -> None:
    bank = (choice("three", "a"), true_false("four"))
    blocks = (replace(quiz(choice("one", "b")), bank=bank), replace(quiz(), bank=bank))
    assert [one.id for one in interactions(blocks)] == ["one", "three", "four", "three", "four"]
    assert [one.id for one in scored_choices(module("one", *blocks))] == ["one", "three"]
