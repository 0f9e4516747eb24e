"""What the three types with a table have in common: its shape and its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kandil.model.blocks import Table
from kandil.model.text import Text
from kandil.problems import Place, Problem
from kandil.questions.letters import twice
from kandil.read.question.items import Body
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with words, for what looks at places."""

    text: Text

    @property
    def place(self) -> Place:
        """Where its words begin."""
        return self.text.place


def rows(body: Body) -> tuple[tuple[Text, ...], ...]:
    """The rows below the head that hold any words."""
    found = body.table.rows if body.table else ()
    return tuple(row for row in found if any(cell.source.strip() for cell in row))


def with_role(text: Text, role: str) -> Text:
    """A cell in the part that it plays."""
    return replace(text, role=role)


def two_columns(body: Body, hint: str) -> list[Problem]:
    """A table has a left and a right column, no fewer and no more."""
    head = body.table.head if body.table else ()
    if len(head) < 2:
        return [Problem("Q401", head[0].place, "This table has one column, and needs two", hint)]
    if len(head) > 2:
        message = f"This table has {len(head)} columns, and two are read"
        return [Problem("Q402", head[2].place, message, hint)]
    return []


def too_few(body: Body, count: int, name: str, hint: str) -> list[Problem]:
    """One row leaves nothing to choose from; where cells are lost that is the cause."""
    if count > 1 or body.unreadable or not body.table:
        return []
    message = f"This table has {count or 'no'} {name}, and needs two at least"
    return [Problem("Q403", body.table.head[0].place, message, hint)]


def same(name: str, cells: Iterable[Text]) -> list[Problem]:
    """The same words in two cells of a column."""
    return twice("Q404", name, [Cell(cell) for cell in cells])


def empty(body: Body, cells: Iterable[Text], name: str) -> list[Problem]:
    """Cells that lack their words."""
    if body.unreadable:
        return []
    return [
        Problem("Q406", cell.place, f"This {name} has no words", "Write them into the cell.")
        for cell in cells
        if not cell.source.strip()
    ]


def table(body: Body, rows: Iterable[tuple[Text, ...]], head: tuple[Text, ...] = ()) -> Table:
    """The way back: rows under a head, which is empty where the model does not keep its words."""
    return Table(head or (blank(body), blank(body)), tuple(rows), ("",) * max(len(head), 2))


def blank(body: Body) -> Text:
    """An empty cell."""
    return Text("", (), body.place)
