"""The sentences of a lesson, with what localization must know of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from functools import cache

from kandil.model.blocks import Callout, Paragraph
from kandil.model.course import Course, Module
from kandil.model.interactions import Card, Entry, Interaction, Likert, Option, Target, Way
from kandil.model.text import Text, field_names, texts
from kandil.read.inline.links import LESSONS
from kandil.values import dataclass

_WORD = re.compile(r"[^\W_]\S*")
_TITLES = ("title", "discreet title")
_APART = ("modules",)
"""Lessons have files of their own."""
_ANSWERS: dict[type, tuple[str, ...]] = {
    Option: ("text",),
    Entry: ("text",),
    Target: ("text",),
    Way: ("text",),
    Card: ("front",),
    Likert: ("rows", "scale"),
}
"""Where a learner meets words that she must tell apart."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence in its surroundings."""

    text: Text
    question: Interaction | None = None
    """The question that it belongs to: translated as a whole, or not at all."""
    answer: str = ""
    """Which kind of answer it is, where it is one: two of a kind must stay different, and only in
    answers may words in code marks be translated."""
    guarded: bool = False
    """Titles, questions, feedback and safety notes: reviewed for a release."""
    base: str = LESSONS
    """Where its addresses start, in the course's folder."""
    trainer: bool = False
    """In no learner's package: no edition waits for its translation."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text.plain)


def count_words(text: str) -> int:
    """Runs without a space that hold a letter or a digit."""
    return len(_WORD.findall(text))


def units(node: Module | Course) -> tuple[Unit, ...]:
    """Every unit of a lesson, or of course.yml, once, in the order of the source.

    What a lesson takes from other files, its terms and the questions of banks, comes last.
    """
    here = node.title.place.file
    found = {id(unit.text): unit for unit in _walk(node, None, "", False)}
    for text in texts(getattr(node, "terms", ())):
        if id(text) in found:
            found[id(text)] = replace(found[id(text)], base="")
    for text in texts(getattr(node, "trainer", ())):
        if id(text) in found:
            found[id(text)] = replace(found[id(text)], trainer=True)
    return tuple(
        sorted(found.values(), key=lambda one: (one.text.place.file != here, one.text.place))
    )


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(name for name in field_names(kind) if name not in _APART)


def _walk(node: object, question: Interaction | None, answer: str, guarded: bool) -> Iterator[Unit]:
    if isinstance(node, Text):
        if node.source.strip():
            yield Unit(node, question, answer, guarded or node.role in _TITLES)
    elif isinstance(node, tuple):
        for part in node:
            yield from _walk(part, question, answer, guarded)
    elif is_dataclass(node) and not isinstance(node, type):
        question = node if isinstance(node, Interaction) else question
        guarded = guarded or question is not None or _is_safety(node)
        kind = type(node)
        for name in _names(kind):
            answer = f"{kind.__name__} {name}" if name in _ANSWERS.get(kind, ()) else ""
            yield from _walk(getattr(node, name), question, answer, guarded)


def _is_safety(node: object) -> bool:
    if isinstance(node, Callout):
        return node.kind == "safety"
    return isinstance(node, Paragraph) and node.safety
