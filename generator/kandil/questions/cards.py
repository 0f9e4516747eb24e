"""Flashcards: a table of two columns, front and back."""

from __future__ import annotations

from kandil.model.interactions import Card, Cards, Interaction, Shared
from kandil.problems import Problem
from kandil.questions.rows import empty, rows, same, table, two_columns, with_role
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings

KEYWORD = "Cards"
_HINT = "Write a table of two columns: '| Front | Back |', '|---|---|', '| PIN | A number |'."
FORM = Form(kind="table", hint=_HINT, labels=(), scored=False)


def matches(body: Body, settings: Settings) -> bool:
    """A table."""
    return body.keyword == KEYWORD and body.table is not None


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Cards, list[Problem]]:
    """Lower it to `Cards`; the head of the table is for the author alone."""
    if shape := two_columns(body, _HINT):
        return Cards(cards=(), **shared), shape
    cards = tuple(
        Card(with_role(front, "front of a card"), with_role(back, "back of a card"))
        for front, back in rows(body)
    )
    found = [
        *_none(body, cards),
        *same("front", (card.front for card in cards)),
        *empty(body, (side for card in cards for side in (card.front, card.back)), "side"),
    ]
    return Cards(cards=cards, **shared), found


def _none(body: Body, cards: tuple[Card, ...]) -> list[Problem]:
    """One card can be learned; none cannot."""
    if cards or body.unreadable or not body.table:
        return []
    return [Problem("Q403", body.table.head[0].place, "This table has no cards", _HINT)]


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """A row for each card."""
    if not isinstance(question, Cards):
        return False
    body.table = table(body, ((card.front, card.back) for card in question.cards))
    return True
