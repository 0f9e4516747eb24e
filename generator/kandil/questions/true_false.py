"""True or false, yes or no: two answers whose words come from the UI catalogue."""

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
    """Two answers, `True` and `False` or `Yes` and `No`."""
    return settings.type is None and two_words(body)


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Choice, list[Problem]]:
    """Lower it to a `Choice` that is never shuffled."""
    choices, found = options(body, body.words()), faults(body)
    if all(answer.ticked for answer in body.answers):
        hint = "Leave one tick; where both are meant, write 'type: multiple' in the settings."
        message = f"'{choices[0].word}' and '{choices[1].word}' cannot both be right"
        found.append(Problem("Q118", body.answers[1].place, message, hint))
    return Choice(form="true_false", options=choices, shuffle=False, **shared), found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Two answers, in the words of the language."""
    if not isinstance(question, Choice) or question.form != "true_false":
        return False
    body.answers = answers(question, body)
    return True
