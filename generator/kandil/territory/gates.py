"""Which contacts an edition may show (docs/design/0010): a dead number is a safety failure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kandil.model.edition import Kind
from kandil.model.territory import ADULT, EXTENSION, Contact, Territory
from kandil.problems import Problem
from kandil.territory.evidence import lack_of_evidence
from kandil.territory.hours import hours_problems
from kandil.territory.numbers import conflicts, number_problems
from kandil.territory.people import alone
from kandil.territory.read import WORLD
from kandil.territory.records import record_problems, verified

SOON = 30
"""Days before the end of a verification in which a release warns."""
LAST = 180
"""Days after which no edition shows a contact."""
_AMERICAN = frozenset({"US", "PR", "GU", "VI", "AS", "MP"})


def admit(territory: Territory, kind: Kind, as_of: date) -> tuple[Territory, list[Problem]]:
    """The territory with the contacts that an edition of this day may show, and every problem."""
    problems = structural(territory)
    shown, waiting = [], 0
    for contact in territory.contacts:
        if contact.status == "draft":
            waiting += 1
        elif contact.status == "verified":
            if why := lack(contact, as_of):
                problems.append(_left_out(contact, why))
                continue
            shown.append(in_force(contact, as_of))
            problems += [*_age(contact, kind, as_of), *_claims(contact)]
    if waiting:
        problems.append(_waiting(territory, waiting))
    territory, drafts = verified(territory)
    problems += [*_child_only(shown), *drafts, *record_problems(territory, kind, as_of)]
    return replace(territory, contacts=tuple(shown)), problems


def structural(territory: Territory) -> list[Problem]:
    """What is wrong on any day, in drafts too: they are what will be verified."""
    every = territory.contacts
    live = tuple(one for one in every if one.status in ("draft", "verified"))
    found: list[Problem] = []
    for contact in live:
        found += number_problems(contact, territory.code)
        found += hours_problems(contact)
        found += _area(contact, territory)
    return [*found, *conflicts(live, every, territory.code)]


def in_force(contact: Contact, as_of: date) -> Contact:
    """The contact as it counts on this day: an extension of a later day does not yet."""
    later = contact.extension and contact.extension.on > as_of
    return replace(contact, extension=None) if later else contact


def lack(contact: Contact, as_of: date) -> str:
    """Why an entry that says `verified` may not be shown at all; empty where it may."""
    found = contact.verification
    if found is None:
        return "it has no 'verification'"
    age = (as_of - found.on).days
    if age < 0:
        return f"it was verified on {found.on}, which is after {as_of}"
    if age > LAST:
        return f"it was verified {age} days ago"
    if alone(found):
        return "one person alone verified it"
    return wanting(contact)


def wanting(contact: Contact) -> str:
    """What an entry needs before anybody can verify it; empty where it has all."""
    if why := lack_of_evidence(contact):
        return why
    if not contact.kinds:
        return "its 'kinds' are empty"
    if not contact.channels:
        return "it has no number and no address"
    return ""


def _left_out(contact: Contact, why: str) -> Problem:
    place = contact.verification.place if contact.verification else contact.place
    hint = "Verify it again: two people, two pages, one of them the operator's or the state's."
    return Problem("H005", place, f"'{contact.id}' is left out: {why}", hint)


def _waiting(territory: Territory, number: int) -> Problem:
    wait = "1 contact of this territory waits" if number == 1 else f"{number} contacts wait"
    hint = "Until they are verified the pages say that there is no confirmed number."
    message = f"{wait} for verification and {'is' if number == 1 else 'are'} not shown"
    return Problem("H006", territory.place, message, hint)


def _age(contact: Contact, kind: Kind, as_of: date) -> Iterator[Problem]:
    """By the days since it was verified: a table with two columns."""
    until = in_force(contact, as_of).until
    if not contact.verification or not until:
        return
    age, place = (as_of - contact.verification.on).days, contact.verification.place
    message = f"'{contact.id}' was verified {age} days ago"
    hint = f"Verify it again, best before {until}."
    if age > contact.review_after and as_of > until and kind == "release":
        hint = f"Verify it again; or a named person adds {EXTENSION} days once, by 'extension'."
        if contact.extension and contact.extended:
            over = contact.extension.on <= as_of
            why = "is over" if over else f"begins on {contact.extension.on}, after {as_of}"
            hint = f"Verify it again; its extension {why}."
        yield Problem("H004", place, message, hint)
    elif age > contact.review_after:
        yield Problem("H003", place, message, hint)
    elif age > contact.review_after - SOON:
        yield Problem("H003" if kind == "release" else "H002", place, message, hint)


def _claims(contact: Contact) -> Iterator[Problem]:
    """What is promised at a launch is often not kept."""
    stated = {what for one in contact.evidence for what in one.states}
    for channel in contact.channels:
        claims = (("hours", "24/7", channel.hours), ("cost", "free", channel.cost))
        for what, claim, said in claims:
            if said == claim and what not in stated:
                message = f"No evidence states that {channel.address} is '{claim}'"
                hint = f"Write 'states: [{what}]' at the page that does, or '{what}: unknown'."
                yield Problem("H013", channel.place, message, hint)


def _area(contact: Contact, territory: Territory) -> Iterator[Problem]:
    area = {part.split("-")[0] for part in contact.service_area}
    if area <= _AMERICAN:
        hint = "Remove it: it cannot help a woman here."
        message = f"'{contact.id}' serves the United States only"
        yield Problem("H012", contact.place, message, hint)
    elif not area & {territory.code, WORLD}:
        served = ", ".join(contact.service_area)
        message = f"'{contact.id}' serves {served}, and would be shown in {territory.code}"
        hint = f"Move it to the file of its own territory, or add {territory.code} if that is true."
        yield Problem("H011", contact.place, message, hint)
    parts = [part for part in contact.service_area if part.startswith(f"{territory.code}-")]
    for part in (*parts, *contact.not_valid_in):
        if part not in territory.areas:
            hint = f"Add to 'areas': {{{part}: its name in English}}."
            yield Problem("H016", contact.place, f"The area '{part}' has no name", hint)


def _child_only(shown: list[Contact]) -> Iterator[Problem]:
    children = [one for one in shown if one.for_children]
    if children and not any(ADULT & {*one.kinds} for one in shown):
        message = f"'{children[0].id}' is a line for children, and no line for adults is shown"
        hint = "Verify a line for adults too, or set this one to 'suspended' until then."
        yield Problem("H010", children[0].place, message, hint)
