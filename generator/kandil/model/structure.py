"""What is asked in a lesson, and a short name for it: answers hang on it, so it must not change."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Module
from kandil.model.interactions import Choice, Interaction, Matching, Sequencing
from kandil.model.text import field_names

T = TypeVar("T")
LENGTH = 6
"""Characters of a structure's key."""
_INSIDE = ("bank", "blocks", "body", "entries", "items", "meanings", "stem", "steps")
"""Fields that hold blocks, or what holds blocks in its turn."""


def every(kind: type[T], node: Any) -> list[T]:
    """Each block of a kind under a block or a tuple of blocks, in order of the source: also in
    lists, quotes, questions, steps, banks and parts for some editions."""
    found: list[T] = []
    _find(kind, node, found)
    return found


def _find(kind: type[T], node: Any, found: list[T]) -> None:
    if isinstance(node, tuple):
        for part in node:
            _find(kind, part, found)
        return
    if isinstance(node, kind):
        found.append(node)
    for name in _inside(node.__class__):
        _find(kind, getattr(node, name), found)


@cache
def _inside(kind: type) -> tuple[str, ...]:
    return tuple(name for name in field_names(kind) if name in _INSIDE)


def interactions(blocks: tuple[Any, ...]) -> list[Interaction]:
    """Every interaction, those of banks and of a scenario's steps among them."""
    return every(Interaction, blocks)


def quizzes(module: Module) -> list[Quiz]:
    """The quizzes of a lesson, in their order; those for some editions too."""
    return every(Quiz, module.blocks)


def asked(module: Module) -> Iterator[tuple[Quiz, Interaction, str]]:
    """Every question of every quiz with its id in the page: two quizzes may share a bank."""
    known: set[str] = set()
    for quiz in quizzes(module):
        for question in quiz.questions:
            name = f"{question.id}-{quiz.id}" if question.id in known else question.id
            known.add(name)
            yield quiz, question, name


def bank_name(course: Course, quiz: Quiz) -> str:
    """The same for all quizzes that draw from the same questions, in every language."""
    first = next(_sharing(course, quiz), quiz)
    return key(" ".join(question.id for question in _store(first)), LENGTH)


def drawn_before(course: Course, quiz: Quiz) -> list[int]:
    """How many questions the earlier quizzes of the course draw from the same bank."""
    sharing = [*_sharing(course, quiz)]
    earlier = next(i for i, other in enumerate(sharing) if other is quiz)
    return [other.draw for other in sharing[:earlier]]


def _sharing(course: Course, quiz: Quiz) -> Iterator[Quiz]:
    """All that draw from the same bank. Ids that nobody wrote differ between lessons: the places
    of the questions do not."""
    places = [question.place for question in _store(quiz)]
    for module in course.modules:
        for other in quizzes(module):
            if other.draw and [question.place for question in _store(other)] == places:
                yield other


def _store(quiz: Quiz) -> tuple[Interaction, ...]:
    return quiz.bank or quiz.questions


def told(question: Interaction) -> bool:
    """Points of sensitive questions are never kept or sent: they would betray the answer."""
    return question.scored and not question.sensitive


def tellable(quiz: Quiz) -> int:
    """Points possible without those of sensitive questions."""
    if quiz.draw and all(told(question) for question in quiz.scored):
        return quiz.possible
    return sum(question.points for question in quiz.questions if told(question))


def form(question: Interaction) -> str:
    """The name in `cmi.interactions.n.type` of SCORM 1.2."""
    if isinstance(question, Choice):
        return "true-false" if question.form == "true_false" else "choice"
    return question.name.replace("_", "-")


def shape(module: Module) -> list[Any]:
    """What an answer's meaning hangs on; the order of lessons does not matter."""
    questions = [
        [quiz.id, name, form(question), _letters(question), question.points]
        for quiz, question, name in asked(module)
    ]
    return [module.id, questions]


def structure(*modules: Module) -> str:
    """Changes where an answer that was kept would mean something else."""
    return key(json.dumps(sorted(shape(module) for module in modules)), LENGTH)


def key(words: str, length: int) -> str:
    """A short hash, the same in every build."""
    return urlsafe_b64encode(sha256(words.encode()).digest()).decode()[:length]


def _letters(question: Interaction) -> str:
    if isinstance(question, Choice):
        return "".join(option.letter for option in question.options)
    if isinstance(question, Sequencing | Matching):
        return "".join(item.letter + item.home for item in question.items)
    return ""
