"""Figures, notes on the law and profiles: each has a year, a source and a last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kandil.model.edition import Kind
from kandil.model.territory import Record, Territory
from kandil.problems import Problem
from kandil.territory.evidence import page

_YEARS = 2
PROFILE = "profile"
"""Id of the record of a territory's plan."""


def record_problems(territory: Territory, kind: Kind, as_of: date) -> Iterator[Problem]:
    """What no edition may print on this day."""
    profile = (territory.profile.plan,) if territory.profile else ()
    for record in (*territory.facts, *territory.law_notes, *profile):
        yield from _unsound(record, as_of)
        if record.expires < as_of:
            code = "H017" if kind == "release" else "H018"
            message = f"'{record.id}' was good until {record.expires}"
            hint = (
                "Look it up again, then set 'year', 'url', 'checked' and 'expires'; or remove it."
            )
            yield Problem(code, record.place, message, hint)


def verified(territory: Territory) -> tuple[Territory, list[Problem]]:
    """The territory without drafts of records, and how many there are."""
    facts, laws = (
        tuple(one for one in records if not one.draft)
        for records in (territory.facts, territory.law_notes)
    )
    waiting = len(territory.facts + territory.law_notes) - len(facts + laws)
    kept = replace(territory, facts=facts, law_notes=laws)
    if not waiting:
        return kept, []
    wait = "1 figure or note on the law waits" if waiting == 1 else f"{waiting} records wait"
    message = f"{wait} for verification and {'is' if waiting == 1 else 'are'} not shown"
    hint = "Read the page, then write 'checked' with the day, and 'status: verified'."
    return kept, [Problem("H032", territory.place, message, hint)]


def _unsound(record: Record, as_of: date) -> Iterator[Problem]:
    """On any day and in any edition; the source of a profile may be on no page."""
    if record.checked is None:
        return
    last, printed = _last(record.checked), record.id == PROFILE and not record.url
    if not (printed or page(record.url)):
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
