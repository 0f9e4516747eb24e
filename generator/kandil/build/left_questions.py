"""What the parts that an edition leaves out may take from a lesson; read when it is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.structure import quizzes
from kandil.problems import Place, Problem
from kandil.read.lesson.shape import FEWEST, MOST, asking, counted, lacking

_HINT = "Write it outside the marks '<!-- for: … -->' and '<!-- only: … -->'"


def edition_problems(course: Course, whole: Course) -> list[Problem]:
    """Lessons that have lost all words or their shape, and quizzes with nothing to answer."""
    found: list[Problem] = []
    for module, before in zip(course.modules, whole.modules, strict=True):
        if before.blocks and not module.blocks:
            place = Place(str(PurePosixPath(course.folder) / module.file))
            message = "In this edition the lesson has no words"
            hint = "Write some words outside the marks '<!-- for: … -->' and '<!-- only: … -->'."
            found.append(Problem("C016", place, message, hint))
        for quiz in quizzes(module):
            found += _idle(quiz)
        if course.shape == "lesson":
            found += _shape(module, Place(str(PurePosixPath(course.folder) / module.file)))
    return found


def _idle(quiz: Quiz) -> Iterator[Problem]:
    if not quiz.questions:
        hint = "Mark the whole quiz too, or write a question outside the marks."
        yield Problem("Q701", quiz.place, "In this edition the quiz has no questions", hint)
    elif not quiz.scored:
        hint = "Write a question with a right answer outside the marks."
        message = "In this edition the quiz has no question with a right answer"
        yield Problem("Q716", quiz.place, message, hint)


def _shape(module: Module, place: Place) -> Iterator[Problem]:
    for name in lacking(module):
        message = f"In this edition the lesson has no part '{name}'"
        yield Problem("C011", place, message, f"{_HINT}, or once for each edition.")
    questions = asking(module)
    if not FEWEST <= questions <= MOST:
        message = f"In this edition the lesson's quiz has {counted(questions)}"
        hint = f"Mark questions so that each edition has {FEWEST} to {MOST} of them."
        yield Problem("C012", place, message, hint)
