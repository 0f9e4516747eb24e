"""Match: a table of two columns; a row with an empty left cell is a distractor."""

from __future__ import annotations

from kandil.model.interactions import Entry, Interaction, Matching, Shared, Target
from kandil.problems import Problem
from kandil.questions.letters import crowded, letter
from kandil.questions.rows import (
    Cell,
    blank,
    empty,
    rows,
    same,
    table,
    too_few,
    two_columns,
    with_role,
)
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Match"
_HINT = "Write a table of two columns: '| Word | Meaning |', '|---|---|', '| PIN | A number |'."
FORM = Form(kind="table", hint=_HINT)


def matches(body: Body, settings: Settings) -> bool:
    """A table."""
    return body.keyword == KEYWORD and body.table is not None


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Matching, list[Problem]]:
    """Lower it to a `Matching` of pairs; the head of the table is for the author alone."""
    if shape := two_columns(body, _HINT):
        return Matching(form="pairs", items=(), targets=(), **shared), shape
    entries: list[Entry] = []
    targets: list[Target] = []
    for left, right in rows(body):
        target = Target(letter(len(targets)), with_role(right, "match"))
        targets.append(target)
        if left.source.strip():
            item = with_role(left, "item")
            entries.append(Entry(letter(len(entries)), item, home=target.letter))
    meanings = [target.text for target in targets]
    found = [
        *crowded([Cell(text) for text in meanings]),
        *too_few(body, len(entries), "pair" if len(entries) == 1 else "pairs", _HINT),
        *same("word", (entry.text for entry in entries)),
        *same("match", meanings),
        *empty(body, meanings, "match"),
    ]
    return Matching(form="pairs", items=tuple(entries), targets=tuple(targets), **shared), found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """A row for each meaning, with its word on the left where it has one."""
    if not isinstance(question, Matching) or question.form != "pairs":
        return False
    left = {item.home: item.text for item in question.items}
    body.table = table(
        body, ((left.get(one.letter) or blank(body), one.text) for one in question.targets)
    )
    return True
