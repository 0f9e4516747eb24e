"""Reflect: a question for words of her own, which never leave the page."""

from __future__ import annotations

from kandil.model.interactions import Interaction, LongFillIn, Shared
from kandil.problems import Problem
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Reflect"
FORM = Form(
    kind="words",
    hint="Write what she may think about.",
    labels=("Hint", "Model answer"),
    scored=False,
    private=True,
)


def matches(body: Body, settings: Settings) -> bool:
    """Whatever stands there, or nothing: the words behind the keyword may say it all."""
    return body.keyword == KEYWORD and not body.unreadable


def read(body: Body, settings: Settings, shared: Shared) -> tuple[LongFillIn, list[Problem]]:
    """Lower it to a `LongFillIn`."""
    return LongFillIn(model_answer=body.labels.get("Model answer", ()), **shared), []


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Words alone."""
    if not isinstance(question, LongFillIn):
        return False
    body.labels["Model answer"] = question.model_answer
    return True
