"""Choose one: a task list with one tick."""

from __future__ import annotations

from kandil.model.interactions import Choice, Interaction, Shared
from kandil.problems import Problem
from kandil.questions.options import answers, faults, options
from kandil.read.question.forms import BOXES
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """Answers with at most one tick, that are not `True`/`False` or `Yes`/`No`."""
    ticks = sum(bool(answer.ticked) for answer in body.answers)
    if settings.type == "single":
        return bool(body.answers)
    return bool(body.answers) and ticks < 2 and settings.type is None and not two_words(body)


def two_words(body: Body) -> bool:
    """Whether the answers are the two words of a true/false question."""
    return set(body.words()) in ({"True", "False"}, {"Yes", "No"}) and len(body.answers) == 2


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Choice, list[Problem]]:
    """Lower it to a `Choice`."""
    found = faults(body)
    ticked = [answer for answer in body.answers if answer.ticked]
    if len(ticked) > 1:
        hint = "Leave one tick, or write 'type: multiple'."
        found.append(Problem("Q109", ticked[1].place, "'type: single' has one right answer", hint))
    return Choice(form="single", options=options(body), shuffle=settings.shuffle, **shared), found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Say the type where the answers alone would not tell it."""
    if not isinstance(question, Choice) or question.form != "single" or not question.scored:
        return False
    body.answers, settings.shuffle = answers(question, body), question.shuffle
    settings.type = "single" if two_words(body) else None
    return True
