"""A number: a sentence with one `[[= 6]]`, `[[= 1.5 ± 0.1]]` or `[[= 5 .. 10]]`."""

from __future__ import annotations

from kandil.model.interactions import Interaction, Numeric, Shared
from kandil.problems import Problem
from kandil.read.question.forms import BOXES
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """One blank, and it is a number."""
    lone = len(body.blanks) == 1 and body.blanks[0].number is not None
    return lone and not body.answers


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Numeric, list[Problem]]:
    """Lower it to a `Numeric`."""
    shared = {**shared, "stem": ()}
    return Numeric(body=body.stem, **shared), []


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """The sentence with its blank."""
    if not isinstance(question, Numeric):
        return False
    body.stem = question.body
    return True
