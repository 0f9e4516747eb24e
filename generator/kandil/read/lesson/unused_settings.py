"""Settings that would do nothing where they stand, and so would be lost in silence."""

from __future__ import annotations

from kandil.model.blocks import Quiz
from kandil.model.structure import interactions
from kandil.problems import Place, Problem
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

_OF_A_QUIZ = ("id", "pass", "attempts", "draw", "from", "shuffle")
_OF_A_SCENARIO = ("id", "objective", "bloom", "sensitive")


def unused_in_quiz(settings: Settings) -> list[Problem]:
    """Settings of a question that stand under a quiz."""
    hint = "Write it under the heading of a question."
    return [
        Problem("Q012", place, f"'{name}' belongs to a question, not to a quiz", hint)
        for name, place in settings.places.items()
        if name not in _OF_A_QUIZ
    ]


def unused_in_scenario(settings: Settings) -> list[Problem]:
    """Settings that a scenario as a whole does not have; its points stand under its steps."""
    return [
        _unused(name, place, "does nothing under the heading of a scenario")
        for name, place in settings.places.items()
        if name not in _OF_A_SCENARIO
    ]


def unused_in_bank(settings: Settings) -> list[Problem]:
    """A bank has an id at most: it is no quiz, and its questions have settings of their own."""
    return [
        _unused(name, place, "does nothing under the heading of a bank")
        for name, place in settings.places.items()
        if name != "id"
    ]


def unpassable(quiz: Quiz, settings: Settings, doubt: bool) -> list[Problem]:
    """Nothing that is right or wrong, or a pass mark where no question gives points; with `doubt`
    a question may be missing because it could not be read, and a draw from a bank says it there.
    """
    asked = [*interactions((quiz,))]
    if asked and not any(question.scored for question in asked):
        if doubt or (quiz.draw and quiz.bank):
            return []
        hint = "Leave the questions outside the quiz, or add one with a right answer."
        message = "Nothing in this quiz is right or wrong"
        return [Problem("Q716", quiz.place, message, hint)]
    if not asked or not quiz.pass_mark or any(question.points for question in asked):
        return []
    where = settings.places.get("pass", quiz.place)
    hint = "Give one of its questions points, or take 'pass' away."
    message = "No question of this quiz gives points, so nobody can pass"
    return [Problem("Q703", where, message, hint)]


def unused_in_question(settings: Settings, body: Body, forms: bool) -> list[Problem]:
    """Settings of a quiz, or of another type of question; `forms`: whether it stands in those."""
    places = settings.places
    words = any(blank.number is None for blank in body.blanks)
    wrong = {
        **dict.fromkeys(("pass", "draw", "from"), "belongs to a quiz, not to a question"),
        "outcome": "belongs to a step of a scenario",
    }
    if forms:
        wrong |= dict.fromkeys(("points", "attempts"), "does nothing in the forms: they give none")
    else:
        wrong["form"] = "is for the questions of 'banks/forms.md'"
    if not words:
        wrong |= dict.fromkeys(("case", "exact"), "is for blanks with words")
    elif settings.exact and settings.case is not None:
        wrong["case"] = "is settled by 'exact: yes'"
    if not body.answers:
        wrong["type"] = "is for answers with tick boxes"
        if body.form.kind == "boxes" or not body.form.shuffle:
            wrong["shuffle"] = "is for answers with tick boxes"
    if not body.form.scored:
        why = "does nothing in a question without right and wrong"
        wrong |= dict.fromkeys(("points", "attempts"), why)
    if body.form.private and settings.sensitive is False:
        wrong["sensitive"] = "is always 'yes' in this type of question"
    return [_unused(name, places[name], why) for name, why in wrong.items() if name in places]


def _unused(name: str, place: Place, why: str) -> Problem:
    hint = "Leave it out, or write it where it belongs."
    return Problem("Q012", place, f"'{name}' {why}", hint)
