"""Fill in: a sentence with `[[answer | other]]`; blanks may be words or numbers."""

from __future__ import annotations

from kandil.model.interactions import FillIn, Interaction, Numeric, Shared
from kandil.problems import Problem
from kandil.read.inline.blanks import repeated
from kandil.read.question.forms import BOXES
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """Blanks, and no answers to tick; one lone number is `number.py`'s."""
    lone = len(body.blanks) == 1 and body.blanks[0].number is not None
    return bool(body.blanks) and not body.answers and not lone


def read(body: Body, settings: Settings, shared: Shared) -> tuple[FillIn, list[Problem]]:
    """Lower it to a `FillIn`."""
    shared = {**shared, "stem": ()}
    case, exact = bool(settings.case), bool(settings.exact)
    problems = [problem for blank in body.blanks for problem in repeated(blank, case, exact)]
    return FillIn(body=body.stem, case=case or exact, exact=exact, **shared), problems


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """The sentences with their blanks."""
    if not isinstance(question, FillIn) or isinstance(question, Numeric):
        return False
    body.stem, settings.exact = question.body, question.exact or None
    settings.case = (question.case and not question.exact) or None
    return True
