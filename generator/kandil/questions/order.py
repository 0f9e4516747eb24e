"""Put in order: a numbered list in the right order."""

from __future__ import annotations

from itertools import pairwise

from kandil.model.interactions import Entry, Interaction, Sequencing, Shared
from kandil.problems import Problem
from kandil.questions.letters import crowded, letter, twice
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.question.lists import Line
from kandil.read.source.comments import Settings

KEYWORD = "Order"
FORM = Form(
    kind="numbers", hint="Write the steps as '1. …', '2. …', in the right order.", role="step"
)


def matches(body: Body, settings: Settings) -> bool:
    """A numbered list."""
    return body.keyword == KEYWORD and bool(body.lines)


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Sequencing, list[Problem]]:
    """Lower it to a `Sequencing`."""
    items = tuple(
        Entry(letter(index), line.text, line.feedback) for index, line in enumerate(body.lines)
    )
    found = [*crowded(body.lines), *_numbers(body), *twice("Q304", "step", body.lines)]
    if len(body.lines) == 1 and not body.unreadable:
        hint = "Add the step that follows: '2. …'."
        found.append(Problem("Q303", body.lines[0].place, "One step is no order", hint))
    return Sequencing(items=items, **shared), found


def _numbers(body: Body) -> list[Problem]:
    """Written numbers rise, or all of them are 1; others would be shown as 1, 2, 3 in silence."""
    if all(line.number == 1 for line in body.lines):
        return []
    for before, line in pairwise(body.lines):
        if (line.number or 0) <= (before.number or 0):
            message = f"The number {line.number} stands behind {before.number}"
            hint = "Write the steps in their right order as 1, 2, 3, or give each the number 1."
            return [Problem("Q302", line.place, message, hint)]
    return []


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """The steps, numbered from 1."""
    if not isinstance(question, Sequencing):
        return False
    body.lines = tuple(
        Line(item.text, question.place, number, item.feedback)
        for number, item in enumerate(question.items, 1)
    )
    return True
