"""True or false, yes or no: two answers whose words come from the UI catalogue."""

from __future__ import annotations

from typing import Any

from kandil.model.interactions import Choice
from kandil.problems import Problem
from kandil.questions.options import faults, options
from kandil.questions.single import two_words
from kandil.read.comments import Settings
from kandil.read.forms import BOXES
from kandil.read.items import Body

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """Two answers, `True` and `False` or `Yes` and `No`, at most one of them ticked."""
    ticks = sum(bool(answer.ticked) for answer in body.answers)
    return ticks < 2 and settings.type is None and two_words(body)


def read(body: Body, settings: Settings, shared: dict[str, Any]) -> tuple[Choice, list[Problem]]:
    """Lower it to a `Choice` that is never shuffled."""
    choices = options(body, body.words())
    return Choice(form="true_false", options=choices, shuffle=False, **shared), faults(body)
