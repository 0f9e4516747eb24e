"""Wrong digits: official pages print them, and dead lines stay online for years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.core import get_global

from kandil.model.territory import Channel, Contact
from kandil.problems import Place, Problem

SHORT = 6
"""Digits of the longest short code (116 006)."""
HOURS = re.compile(
    r"(?:(?P<first>Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?P<last>Mo|Tu|We|Th|Fr|Sa|Su))? )?"
    r"(?P<start>[01]\d|2[0-3]|24):(?P<begun>[0-5]\d)-(?P<end>[01]\d|2[0-3]|24):(?P<ended>[0-5]\d)"
)
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_NUMBERED = ("phone", "sms", "whatsapp", "viber", "telegram", "signal")


def digits(words: str) -> str:
    """What is dialled: without spaces, hyphens and brackets; `+` stays."""
    return re.sub(r"(?!^\+)\D", "", words.strip())


def channel_problems(contact: Contact) -> Iterator[Problem]:
    """What is wrong with one way to reach a service, whatever the others are."""
    for channel in contact.channels:
        yield from _e164(channel)
        if channel.from_abroad and not _E164.fullmatch(digits(channel.from_abroad)):
            yield _no_e164(channel.from_abroad, channel.place)
        yield from _hours(channel)


def _e164(channel: Channel) -> Iterator[Problem]:
    written, dialled = channel.e164, digits(channel.address)
    if not written:
        return
    if not _E164.fullmatch(written):
        yield _no_e164(written, channel.place)
    elif channel.type in _NUMBERED and len(dialled) <= SHORT:
        message = f"The short code {channel.address} has an international number ({written})"
        hint = "Take 'e164' away: a short code works in its own country only."
        yield Problem("H009", channel.place, message, hint)
    elif channel.type in _NUMBERED and not written.endswith(dialled.lstrip("+0")):
        message = f"'{channel.address}' and '{written}' are not the same number"
        hint = "Read both again, digit by digit, on the page of the operator."
        yield Problem("H008", channel.place, message, hint)


def _no_e164(number: str, place: Place) -> Problem:
    hint = "Write '+', the country's code and the number, without spaces: '+37380088008'."
    return Problem("H008", place, f"'{number}' is no international number", hint)


def _hours(channel: Channel) -> Iterator[Problem]:
    if channel.hours not in ("24/7", "unknown") and not HOURS.fullmatch(channel.hours):
        hint = "Write '24/7', '09:00-18:00', 'Mo-Fr 09:00-18:00' or 'unknown'."
        message = f"The hours '{channel.hours}' cannot be read"
        yield Problem("H015", channel.place, message, hint)
    zones = get_global("zone_territories").keys() | get_global("zone_aliases").keys()
    if channel.tz and channel.tz not in zones:
        hint = "Write it as in 'Europe/Chisinau'."
        yield Problem("H015", channel.place, f"There is no time zone '{channel.tz}'", hint)


def conflicts(contacts: tuple[Contact, ...]) -> Iterator[Problem]:
    """One number in two entries, or one that another entry rejects."""
    seen: dict[str, Contact] = {}
    for contact in contacts:
        for number, place in numbers(contact):
            other = seen.setdefault(number, contact)
            if other is not contact:
                message = f"'{contact.id}' and '{other.id}' have the same number {number}"
                hint = "Find out whose it is; keep it in one entry, with all its evidence."
                yield Problem("H007", place, message, hint)
    for contact in contacts:
        for old in contact.replaces:
            if found := seen.get(digits(old)):
                place = next(p for n, p in numbers(found) if n == digits(old))
                message = f"'{contact.id}' rejects the number {old}, and '{found.id}' prints it"
                hint = "Ask the operator which is right; take the other one away."
                yield Problem("H007", place, message, hint)


def numbers(contact: Contact) -> list[tuple[str, Place]]:
    """Every number of an entry, once."""
    found: dict[str, Place] = {}
    for channel in contact.channels:
        written = (channel.address,) if channel.type in _NUMBERED else ()
        for number in (*written, channel.e164, channel.from_abroad):
            if plain := digits(number):
                found.setdefault(plain, channel.place)
    return list(found.items())
