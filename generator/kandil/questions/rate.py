"""Rate: a table of statements and a scale."""

from __future__ import annotations

from kandil.model.interactions import Interaction, Likert, Shared
from kandil.model.text import Text
from kandil.problems import Problem
from kandil.questions.rows import blank, empty, rows, same, table, with_role
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Rate"
_HINT = "Write the scale into the head: '| I can… | Not yet | A little | Yes |'."
FORM = Form(kind="table", hint=_HINT, labels=("Hint", "Why"), scored=False)


def matches(body: Body, settings: Settings) -> bool:
    """A table."""
    return body.keyword == KEYWORD and body.table is not None


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Likert, list[Problem]]:
    """Lower it to a `Likert`; the first cell of the head says how each statement begins."""
    head = body.table.head if body.table else ()
    lead = with_role(head[0], "how each statement begins") if head and head[0].source else None
    scale = tuple(with_role(cell, "point of a scale") for cell in head[1:])
    statements = tuple(with_role(row[0], "statement") for row in rows(body))
    found = [
        *_shape(body, scale, statements),
        *empty(body, scale, "point of the scale"),
        *empty(body, statements, "statement"),
        *same("point of the scale", scale),
        *same("statement", statements),
        *_written(body),
    ]
    return Likert(lead=lead, rows=statements, scale=scale, **shared), found


def _shape(body: Body, scale: tuple[Text, ...], statements: tuple[Text, ...]) -> list[Problem]:
    """A scale of two points, and one statement, are the least."""
    if not body.table or body.unreadable:
        return []
    place = body.table.head[0].place
    if len(scale) < 2:
        return [Problem("Q401", place, "A scale has two points at least", _HINT)]
    if not statements:
        hint = f"Write each statement in a row: '| … |{'  |' * len(scale)}'."
        return [Problem("Q403", place, "This table has no statements", hint)]
    return []


def _written(body: Body) -> list[Problem]:
    """Words where she makes her choice would be shown to nobody."""
    hint = "Leave the cells under the scale empty: a learner fills them in."
    return [
        Problem("Q405", cell.place, f"These words stand in the scale: '{cell.plain}'", hint)
        for row in rows(body)
        for cell in row[1:]
        if cell.source.strip()
    ]


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """The scale in the head, each statement in a row."""
    if not isinstance(question, Likert):
        return False
    head = (question.lead or blank(body), *question.scale)
    empty_cells = (blank(body),) * len(question.scale)
    body.table = table(body, ((row, *empty_cells) for row in question.rows), head)
    return True
