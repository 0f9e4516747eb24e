"""The questions of a lesson that a platform asks, apart from its pages."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.model.blocks import Quiz
from kandil.model.course import Module
from kandil.model.interactions import Interaction
from kandil.model.structure import asked, quizzes, within
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question under a name that no other of the course has."""

    name: str
    """ASCII, a letter first: `siu-2-q3`."""
    question: Interaction


@dataclass(frozen=True, slots=True)
class Test:
    """A quiz: all the questions that it may ask, those of its bank among them."""

    name: str
    """As that of a question."""
    quiz: Quiz
    questions: tuple[Asked, ...]


def tests(module: Module) -> tuple[Test, ...]:
    """The quizzes of a lesson that has been lowered, those without a question left out."""
    rows = [*asked(module)]
    made = (
        Test(f"{module.id}-{quiz.id}", quiz, tuple(_named(module, quiz, rows)))
        for quiz in quizzes(module)
    )
    return tuple(test for test in made if test.questions)


def _named(
    module: Module, quiz: Quiz, rows: list[tuple[Quiz, Interaction, str]]
) -> Iterator[Asked]:
    for home, question, name in rows:
        if home is quiz:
            yield Asked(f"{module.id}-{name}", question)


def practice(module: Module) -> tuple[Asked, ...]:
    """Questions outside every quiz: nothing is scored there (`rulings.md` 1 and 38)."""
    quizzed = {id(question) for quiz in quizzes(module) for question in quiz.questions}
    rest = (one for one in within(Interaction, module) if id(one) not in quizzed)
    return tuple(Asked(f"{module.id}-{question.id}", question) for question in rest)
