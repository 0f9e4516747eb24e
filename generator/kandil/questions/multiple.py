"""Choose all that apply: a task list with two or more ticks, or `type: multiple`."""

from __future__ import annotations

from kandil.model.interactions import Choice, Interaction, Shared
from kandil.problems import Problem
from kandil.questions.options import answers, faults, options
from kandil.questions.single import two_words
from kandil.read.question.forms import BOXES
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """Answers with several ticks, or that the author calls multiple."""
    ticks = sum(bool(answer.ticked) for answer in body.answers)
    if not body.answers or settings.type == "single":
        return False
    return settings.type == "multiple" or (ticks > 1 and not two_words(body))


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Choice, list[Problem]]:
    """Lower it to a `Choice`."""
    found = faults(body)
    ticks = [answer.ticked for answer in body.answers]
    if not body.unreadable and len(ticks) > 1 and all(ticks):
        hint = "Add a wrong answer: '- [ ] …'."
        found.append(Problem("Q108", body.answers[0].place, "Every answer is right", hint))
    return Choice(form="multiple", options=options(body), shuffle=settings.shuffle, **shared), found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Say the type where the answers alone would not tell it."""
    if not isinstance(question, Choice) or question.form != "multiple":
        return False
    body.answers, settings.shuffle = answers(question, body), question.shuffle
    ticks = sum(bool(answer.ticked) for answer in body.answers)
    settings.type = "multiple" if ticks < 2 or two_words(body) else None
    return True
