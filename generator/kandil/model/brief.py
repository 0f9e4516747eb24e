"""A lesson without its words: what the rest of a course must know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import TYPE_CHECKING

from kandil.model.blocks import Only, Section
from kandil.model.inlines import Blank, walk
from kandil.model.interactions import Choice, FillIn, Interaction
from kandil.model.parts import has_parts
from kandil.model.structure import (
    asked,
    form,
    mark,
    places_of_aims,
    quick_checks,
    quizzes,
    tellable,
    told,
    within,
)
from kandil.model.text import field_names, texts
from kandil.problems import Place
from kandil.values import dataclass

if TYPE_CHECKING:
    from kandil.model.course import Module


@dataclass(frozen=True, slots=True)
class ReportedQuestion:
    """A question whose answer an LMS may be told."""

    id: str
    """As in the page."""
    form: str
    """As reports call it."""
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
    pass_mark: int | None
    """In percent; None where that of the course counts."""
    reported: tuple[ReportedQuestion, ...]
    draw: int
    store: tuple[tuple[str, Place], ...]
    """The questions that it draws from, if it does: ids and places."""
    aims: tuple[tuple[str, int], ...]
    """How many of its scored questions are for each objective."""
    bank: tuple[Place, ...]
    """The questions of the bank that it names."""
    bank_aims: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A part for some editions (`Only`), without its words."""

    variants: tuple[str, ...]
    territories: tuple[str, ...]
    anchors: frozenset[str]
    """Addresses inside it, which other editions do not have."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A lesson without its words."""

    interactions: frozenset[str] = frozenset()
    """Their names (`Interaction.name`), without quick checks: these need no script."""
    quizzes: tuple[QuizBrief, ...] = ()
    typed: bool = False
    """Whether answers are typed in it."""
    letters: str = ""
    """The letters beyond ASCII of these answers, each once."""
    marked: tuple[Marked, ...] = ()
    parted: bool = False
    """Whether it is opened part after part."""
    terms: bool = False
    """Whether words of the glossary are explained in it."""
    places: tuple[tuple[str, str], ...] = ()
    """Where to read about each objective: its id and an anchor."""


def read_brief(module: Module) -> Brief:
    """Of a lesson that is there."""
    questions = within(Interaction, module)
    quick = {id(question) for question in quick_checks(module)}
    names = frozenset(question.name for question in questions if id(question) not in quick)
    typed = [one for one in questions if isinstance(one, FillIn)]
    blanks = [blank for question in typed for blank in gaps(question)]
    letters = {letter for blank in blanks for answer in blank.answers for letter in answer}
    beyond = "".join(sorted(letter for letter in letters if not letter.isascii()))
    marked = tuple(map(_marked, within(Only, module)))
    parted = has_parts(within(Section, module))
    terms, places = bool(module.terms), tuple(places_of_aims(module).items())
    found = tuple(_quizzes(module))
    return Brief(names, found, bool(blanks), beyond, marked, parted, terms, places)


def gaps(question: FillIn) -> Iterator[Blank]:
    """The blanks in its sentences."""
    for text in texts(question.body):
        yield from (part for part in walk(text.inlines) if isinstance(part, Blank))


def _quizzes(module: Module) -> Iterator[QuizBrief]:
    questions = [*asked(module)]
    for quiz in quizzes(module):
        reported = tuple(
            ReportedQuestion(name, form(question), mark(quiz, question), _true(question))
            for home, question, name in questions
            if home is quiz and told(question)
        )
        store = quiz.bank or quiz.questions if quiz.draw else ()
        places = tuple((question.id, question.place) for question in store)
        yield QuizBrief(
            id=quiz.id,
            place=quiz.place,
            tellable=tellable(quiz),
            pass_mark=quiz.pass_mark,
            reported=reported,
            draw=quiz.draw,
            store=places,
            aims=_aims(quiz.questions),
            bank=tuple(question.place for question in quiz.bank),
            bank_aims=_aims(quiz.bank),
        )


def _aims(questions: tuple[Interaction, ...]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(one.objective for one in questions if one.scored).items())


def _marked(part: Only) -> Marked:
    return Marked(part.variants, part.territories, frozenset(_anchors(part.blocks)))


def _anchors(node: object) -> Iterator[str]:
    """Of everything under it: headings, quizzes, steps of a scenario."""
    if isinstance(node, tuple):
        for inner in node:
            yield from _anchors(inner)
    elif is_dataclass(node) and not isinstance(node, type):
        if isinstance(anchor := getattr(node, "anchor", None), str):
            yield anchor
        for name in field_names(type(node)):
            yield from _anchors(getattr(node, name))


def _true(question: Interaction) -> str:
    if isinstance(question, Choice) and question.form == "true_false":
        return "".join(one.letter for one in question.options if one.word in ("True", "Yes"))
    return ""
