"""A lesson without its words: what the rest of a course must know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kandil.model.inlines import Blank, walk
from kandil.model.interactions import Choice, FillIn, Interaction
from kandil.model.structure import asked, form, interactions, mark, quizzes, tellable, told
from kandil.model.text import texts
from kandil.problems import Place

if TYPE_CHECKING:
    from kandil.model.course import Module


@dataclass(frozen=True, slots=True)
class ReportedQuestion:
    """A question whose answer an LMS may be told."""

    id: str
    """As in the page."""
    form: str
    """As `cmi.interactions.n.type` names it."""
    mark: str
    right: str = ""
    """The letters of the answers that mean True; empty where there are none."""


@dataclass(frozen=True, slots=True)
class QuizBrief:
    """A quiz without its words."""

    id: str
    place: Place
    tellable: int
    """Points possible without those of sensitive questions."""
    reported: tuple[ReportedQuestion, ...]
    draw: int = 0
    store: tuple[tuple[str, Place], ...] = ()
    """The questions that it draws from: ids and places."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A lesson without its words."""

    interactions: frozenset[str] = frozenset()
    """Their names (`Interaction.name`)."""
    quizzes: tuple[QuizBrief, ...] = ()
    typed: bool = False
    """Whether answers are typed in it."""
    letters: str = ""
    """The letters beyond ASCII of these answers, each once."""


def read_brief(module: Module) -> Brief:
    """Of a lesson that is there."""
    every = interactions(module.blocks)
    names = frozenset(question.name for question in every)
    found = [gap for question in every if isinstance(question, FillIn) for gap in gaps(question)]
    letters = {letter for gap in found for answer in gap.answers for letter in answer}
    beyond = "".join(sorted(letter for letter in letters if not letter.isascii()))
    return Brief(names, tuple(_quizzes(module)), bool(found), beyond)


def gaps(question: FillIn) -> Iterator[Blank]:
    """The blanks in its sentences."""
    for text in texts(question.body):
        yield from (part for part in walk(text.inlines) if isinstance(part, Blank))


def _quizzes(module: Module) -> Iterator[QuizBrief]:
    every = [*asked(module)]
    for quiz in quizzes(module):
        reported = tuple(
            ReportedQuestion(name, form(question), mark(quiz, question), _true(question))
            for home, question, name in every
            if home is quiz and told(question)
        )
        store = quiz.bank or quiz.questions if quiz.draw else ()
        places = tuple((question.id, question.place) for question in store)
        yield QuizBrief(quiz.id, quiz.place, tellable(quiz), reported, quiz.draw, places)


def _true(question: Interaction) -> str:
    if isinstance(question, Choice) and question.form == "true_false":
        return "".join(one.letter for one in question.options if one.word in ("True", "Yes"))
    return ""
