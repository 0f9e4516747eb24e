"""What is asked in a lesson, and short names for it, on which kept answers hang."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kandil.model.blocks import Heading, List, Quiz, Section
from kandil.model.interactions import Choice, Interaction
from kandil.model.text import Text, field_names

if TYPE_CHECKING:
    from kandil.model.course import Module

T = TypeVar("T")
Told: TypeAlias = "str | int | list[Told] | dict[str, Told]"
"""As JSON can hold it."""
KEY = 4
"""Characters of what names a thing in what is kept: 24 bits."""
LENGTH = 6
"""Characters of a bank's name."""
_INSIDE = ("bank", "blocks", "body", "entries", "items", "meanings", "stem", "steps")
_AROUND = {
    *("attempts", "bloom", "correct", "explicit_id", "feedback", "hints", "id", "incorrect"),
    *("objective", "place", "points", "safety", "scored", "sensitive", "sheet", "shuffle"),
    *("tight", "why"),
}
"""Fields on which the meaning of an answer does not hang."""


def every(kind: type[T], node: object) -> list[T]:
    """Each block of a kind under a block or a tuple of blocks, in order of the source: also in
    lists, quotes, questions, steps, banks and parts for some editions."""
    found: list[T] = []
    _find(kind, node if isinstance(node, tuple) else (node,), found)
    return found


def _find(kind: type[T], nodes: tuple[object, ...], found: list[T]) -> None:
    for node in nodes:
        if isinstance(node, tuple):
            _find(kind, node, found)
            continue
        if isinstance(node, kind):
            found.append(node)
        own: type = node.__class__
        for name in holders(own):
            if inner := getattr(node, name):
                _find(kind, inner, found)


@cache
def holders(kind: type) -> tuple[str, ...]:
    """Fields of a kind of block that hold blocks, or what holds blocks in its turn."""
    return tuple(name for name in field_names(kind) if name in _INSIDE)


def within(kind: type[T], module: Module) -> list[T]:
    """The same of a lesson, whose blocks are gone through once for all who ask."""
    return [one for one in module.nodes if isinstance(one, kind)]


def interactions(blocks: tuple[object, ...]) -> list[Interaction]:
    """Every interaction, those of banks and of a scenario's steps among them."""
    return every(Interaction, blocks)


def quizzes(module: Module) -> list[Quiz]:
    """The quizzes of a lesson, in their order; those for some editions too."""
    return within(Quiz, module)


def opens(question: Interaction) -> bool:
    """Whether outside a quiz it is a quick check (`rulings.md` 38): an answer opens, and nothing
    is tried, counted or kept."""
    return isinstance(question, Choice) and question.scored and question.form != "multiple"


def quick_checks(module: Module) -> list[Choice]:
    """Those of a lesson."""
    quizzed = {id(question) for quiz in quizzes(module) for question in quiz.questions}
    return [one for one in within(Choice, module) if opens(one) and id(one) not in quizzed]


def asked(module: Module) -> Iterator[tuple[Quiz, Interaction, str]]:
    """Every question of every quiz with its id in the page: two quizzes may share a bank."""
    known: set[str] = set()
    for quiz in quizzes(module):
        for question in quiz.questions:
            name = f"{question.id}-{quiz.id}" if question.id in known else question.id
            known.add(name)
            yield quiz, question, name


def places_of_aims(module: Module) -> dict[str, str]:
    """Where to read about each objective: the anchor of the first heading that names it, else of
    the part of *Key ideas* with the first question that asks for it."""
    places: dict[str, str] = {}
    for heading in within(Heading, module):
        for name in heading.objectives:
            places.setdefault(name, heading.anchor)
    for section in within(Section, module):
        part = section.anchor
        for block in section.blocks if section.kind == "ideas" else ():
            if isinstance(block, Heading) and block.level == 3:
                part = block.anchor
            elif isinstance(block, Interaction) and block.objective:
                places.setdefault(block.objective, part)
    return places


def told(question: Interaction) -> bool:
    """Points of sensitive questions are never kept or sent: they would betray the answer."""
    return question.scored and not question.sensitive


def tellable(quiz: Quiz) -> int:
    """Points possible without those of sensitive questions."""
    if quiz.draw and all(told(question) for question in quiz.scored):
        return quiz.possible
    return sum(question.points for question in quiz.questions if told(question))


def form(question: Interaction) -> str:
    """What the player and reports call it."""
    if isinstance(question, Choice):
        return "true-false" if question.form == "true_false" else "choice"
    return question.name.replace("_", "-")


def mark(quiz: Quiz | None, question: Interaction) -> str:
    """Changes where an answer that was kept would mean something else (`rulings.md` 41): another
    quiz, type, prompt, order, word or key. A translation, feedback and points do not change it."""
    return _fingerprint([quiz.id if quiz else "", question.id, meaning(question)])


def list_mark(todo: List, earlier: int) -> str:
    """The same for a list of things to tick; `earlier`: how many before it say just the same."""
    return _fingerprint([meaning(todo), earlier])


def meaning(node: object) -> Told:
    """What stands in the source under `node`, without what may change around an answer."""
    if isinstance(node, Text):
        return node.source
    if isinstance(node, tuple):
        return [meaning(part) for part in node]
    if not is_dataclass(node):
        return str(node)
    # A setting that a later version adds changes nothing where it is not used.
    every = ((name, getattr(node, name), usual) for name, usual in _fields(node.__class__))
    said = {name: meaning(value) for name, value, usual in every if value != usual}
    return {"": node.__class__.__name__, **said}


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Those that tell, each with its usual value."""
    return tuple((one.name, one.default) for one in fields(kind) if one.name not in _AROUND)


def _fingerprint(what: list[Told]) -> str:
    return key(json.dumps(what, ensure_ascii=False, sort_keys=True), KEY)


def key(words: str, length: int) -> str:
    """A short hash, the same in every build."""
    return urlsafe_b64encode(sha256(words.encode()).digest()).decode()[:length]
