"""Decide: ways to act, each safer, riskier or depending; never marked right or wrong."""

from __future__ import annotations

from typing import Literal

from kandil.model.interactions import Decision, Interaction, Shared, Way
from kandil.problems import Problem
from kandil.questions.letters import letter, unchosen
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.question.lists import Line
from kandil.read.source.comments import Settings
from kandil.read.source.keywords import STANCES

KEYWORD = "Decide"
FORM = Form(
    kind="bullets",
    hint="Write the ways to act as a list: '- …', each with '  > **Safer:** …' under it.",
    labels=("Hint", "Why"),
    role="way to act",
    under=STANCES,
    scored=False,
    private=True,
)
_NAMES: dict[str, Literal["safer", "riskier", "depends"]] = {
    "Safer": "safer",
    "Riskier": "riskier",
    "It depends": "depends",
}


def matches(body: Body, settings: Settings) -> bool:
    """A list without tick boxes."""
    return body.keyword == KEYWORD and bool(body.lines)


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Decision, list[Problem]]:
    """Lower it to a `Decision`."""
    ways = tuple(_way(index, line) for index, line in enumerate(body.lines))
    found = unchosen(body.lines, body.unreadable)
    for line in body.lines:
        if len(line.labels) > 1:
            hint = "Keep one of them, and say the rest in its words."
            message = f"This way to act is {' and '.join(line.labels).lower()} at once"
            found.append(Problem("Q116", line.place, message, hint))
        elif not line.labels and not body.unreadable:
            hint = "Write under it '  > **Safer:** …', '**Riskier:** …' or '**It depends:** …'."
            message = "This way to act does not say what may come of it"
            found.append(Problem("Q115", line.place, message, hint))
    return Decision(ways=ways, **shared), found


def _way(index: int, line: Line) -> Way:
    name, reason = next(iter(line.labels.items()), ("It depends", ()))
    return Way(letter(index), line.text, _NAMES[name], reason)


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Each way with what may come of it."""
    if not isinstance(question, Decision):
        return False
    names = {stance: name for name, stance in _NAMES.items()}
    body.lines = tuple(
        Line(way.text, question.place, None, labels={names[way.stance]: way.reason})
        for way in question.ways
    )
    return True
