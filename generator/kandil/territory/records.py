"""Figures and notes on the law: each with words, a year, a page, a day of checking, a last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kandil.model.edition import Kind
from kandil.model.territory import Record, Territory
from kandil.problems import Problem
from kandil.territory.evidence import page

_YEARS = 2


def record_problems(territory: Territory, kind: Kind, as_of: date) -> Iterator[Problem]:
    """What no edition may print on this day."""
    for record in (*territory.facts, *territory.law_notes):
        yield from _unsound(record, as_of)
        if record.expires < as_of:
            code = "H017" if kind == "release" else "H018"
            message = f"'{record.id}' was good until {record.expires}"
            hint = (
                "Look it up again, then set 'year', 'url', 'checked' and 'expires'; or remove it."
            )
            yield Problem(code, record.place, message, hint)


def _unsound(record: Record, as_of: date) -> Iterator[Problem]:
    """On any day and in any edition."""
    last = _last(record.checked)
    if not page(record.url):
        why = f"'{record.url}' is no whole address that begins with 'https://'"
        hint = "Write at 'url' the address of the page that says it."
    elif record.year > as_of.year:
        why, hint = f"its year {record.year} has not come", "Write the year that it speaks of."
    elif record.checked > as_of:
        why = f"it was checked on {record.checked}, which is after {as_of}"
        hint = "Write at 'checked' the day on which somebody read the page."
    elif record.expires > last:
        why = "it expires more than 24 months after it was checked"
        hint = f"Write 'expires: {last}' or an earlier day."
    else:
        return
    yield Problem("H021", record.place, f"'{record.id}' cannot be printed: {why}", hint)


def _last(checked: date) -> date:
    """24 months later; where that is no day, 28 February."""
    leap = (checked.month, checked.day) == (2, 29)
    return checked.replace(year=checked.year + _YEARS, day=28 if leap else checked.day)
