"""The long example of the design, with all that may stand in one quiz, is read without a word."""

from __future__ import annotations

from pathlib import Path

from kandil.model.blocks import Quiz
from kandil.questions import find_questions
from kandil.read.course.course import read_course


def test_a_quiz_that_draws_may_hold_every_type_and_unequal_points() -> None:
    course, problems = read_course(Path("tests/courses/mixed"), find_questions())
    assert course and problems == []
    quiz, storm = course.modules[0].blocks
    assert isinstance(quiz, Quiz)
    assert {type(one).__name__ for one in (*quiz.questions, storm)} == {
        *("Choice", "FillIn", "Sequencing", "Matching", "LongFillIn", "Likert", "Cards"),
        "Branching",
    }
    free = [question.id for question in quiz.questions if not question.scored]
    assert free == ["road", "work", "alone", "names"]
    assert {question.points for question in quiz.scored} == {1, 3}
    assert (quiz.draw, len(quiz.scored), quiz.possible, quiz.uneven) == (5, 10, 6, True)
