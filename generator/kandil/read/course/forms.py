"""`banks/forms.md`: what is asked before and after a course, one pair an objective."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kandil.model.forms import SHEETS, Pair
from kandil.model.inlines import Image, Link, walk
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import opens
from kandil.model.text import texts
from kandil.problems import Place, Problem, errors, listed
from kandil.read.inline.facts import misplaced
from kandil.read.lesson.state import Bank

_HINT = "Write '<!-- form: A; objective: {aim} -->' under its heading."


def read_forms(bank: Bank, aims: Sequence[str]) -> tuple[tuple[Pair, ...], list[Problem]]:
    """The pairs in the order of the course's objectives, and what is wrong with them."""
    if errors(bank.reading.problems):
        return (), []
    problems = [misplaced(name, place) for name, place in bank.reading.facts]
    problems += (found for one in bank.questions for found in _alone(one, aims))
    if problems:
        return (), problems
    pairs = []
    for aim in aims:
        asked = [one for one in bank.questions if one.objective == aim]
        problems += _unpaired(asked, aim)
        both = [one for one in asked if isinstance(one, Choice)]
        pairs += [Pair(*sorted(both, key=_sheet))] if len(both) == len(SHEETS) else []
    return ((), problems) if problems else (tuple(pairs), [])


def _sheet(question: Interaction) -> str:
    return question.sheet


def _alone(question: Interaction, aims: Collection[str]) -> Iterator[Problem]:
    """What is wrong with one question, whatever the others are."""
    aim, place = question.objective, question.place
    if not opens(question):
        message = "A question of the forms is to pick one answer, and one is right"
        yield Problem("Q740", place, message, "Write answers with boxes, and tick one: '- [x] …'.")
    if not question.sheet:
        hint = _HINT.format(aim=aim or next(iter(aims), "…"))
        yield Problem("Q741", place, "This question does not say of which form it is", hint)
    if not aim or aim not in aims:
        hint = f"Objectives in course.yml: {listed(sorted(aims)) or 'none'}."
        said = f"'{aim}' is no objective of the course" if aim else "This question has no objective"
        yield Problem("Q006" if aim else "Q741", place, said, hint)
    parts = [part for text in texts(question) for part in walk(text.inlines)]
    if any(isinstance(part, Link | Image) for part in parts):
        message = "A question of the forms has a link or a picture, and stands on paper too"
        yield Problem("Q743", place, message, "Say it in words.")


def _unpaired(asked: Sequence[Interaction], aim: str) -> Iterator[Problem]:
    """One objective is asked once in each form, or not at all."""
    for sheet, other in (SHEETS, SHEETS[::-1]):
        mine = [one for one in asked if one.sheet == sheet]
        if mine and not any(one.sheet == other for one in asked):
            hint = f"Ask for it once more in other words, with 'form: {other}; objective: {aim}'."
            message = f"The objective '{aim}' is asked in form {sheet}, and not in form {other}"
            yield Problem("Q742", mine[0].place, message, hint)
        for one in mine[1:]:
            line = mine[0].place.line
            message = f"Form {sheet} asks for the objective '{aim}' in line {line} too"
            yield Problem("Q742", one.place, message, "Keep one of the two.")


def missing_forms(place: Place) -> Problem:
    """Of a course that shows forms which it does not have."""
    hint = "Write 'banks/forms.md' with a pair of questions for each objective, or take it away."
    return Problem("Q744", place, "There is no 'banks/forms.md' to show", hint)
