"""Fill in: a sentence with `[[answer | other]]`; blanks may be words or numbers."""

from __future__ import annotations

from typing import Any

from kandil.model.interactions import FillIn
from kandil.problems import Problem
from kandil.read.comments import Settings
from kandil.read.forms import BOXES
from kandil.read.items import Body

KEYWORD = "Question"
FORM = BOXES


def matches(body: Body, settings: Settings) -> bool:
    """Blanks, and no answers to tick; one lone number is `number.py`'s."""
    lone = len(body.blanks) == 1 and body.blanks[0].number is not None
    return bool(body.blanks) and not body.answers and not lone


def read(body: Body, settings: Settings, shared: dict[str, Any]) -> tuple[FillIn, list[Problem]]:
    """Lower it to a `FillIn`."""
    shared = {**shared, "stem": ()}
    return FillIn(body=body.stem, case=bool(settings.case), **shared), []
