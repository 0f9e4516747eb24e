"""`shape: lesson`: every fixed block, and a quiz of 4 to 6 questions."""

from __future__ import annotations

from kandil.model.blocks import Quiz, Section
from kandil.model.course import Module
from kandil.model.structure import interactions, quizzes, within
from kandil.read.source.keywords import FIXED

FEWEST, MOST = 4, 6


def lacking(module: Module) -> list[str]:
    """The fixed blocks that a lesson does not have, by their English keywords."""
    there = {section.kind for section in within(Section, module)}
    return [name for name, kind in FIXED.items() if kind not in there]


def asking(module: Module) -> int:
    """How many questions the quizzes of a lesson ask, those for some editions counted in."""
    return sum(map(_asking, quizzes(module)))


def _asking(quiz: Quiz) -> int:
    """A draw chooses among those with right and wrong; the others always stand there."""
    found = [*interactions((quiz,))]
    drawn = sum(question.scored for question in found) if quiz.draw else 0
    return len(found) - drawn + quiz.draw


def counted(questions: int) -> str:
    """`1 question`, `7 questions`."""
    return f"{questions} question{'s' * (questions != 1)}"
