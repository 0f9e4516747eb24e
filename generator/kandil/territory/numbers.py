"""Wrong digits: official pages print them, and dead lines stay online for years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.model.territory import Channel, Contact
from kandil.problems import Place, Problem
from kandil.territory.dialling import SHORT, calling_code, digits, normal
from kandil.territory.read import WORLD

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_DIALLED = ("phone", "sms")
_NAMED = ("whatsapp", "viber", "telegram", "signal")
"""Reached by a number or by the name of an account."""
_LONG = 7
"""Digits that make a number of an address with letters: `https://wa.me/995…`."""


def number_problems(contact: Contact, territory: str) -> Iterator[Problem]:
    """What is wrong with a number of one entry, whatever the others are."""
    for channel in contact.channels:
        if channel.type in _DIALLED and channel.address and len(digits(channel.address)) < 2:
            hint = "Write its digits, as they are dialled: '0 8008 8008'."
            message = f"'{channel.address}' has no digits to dial"
            yield Problem("H019", channel.place, message, hint)
            continue
        yield from _e164(channel, territory)
        if channel.from_abroad and not _E164.fullmatch(digits(channel.from_abroad)):
            yield _no_e164(channel.from_abroad, channel.place)
        yield from _foreign(contact, channel, territory)


def _e164(channel: Channel, territory: str) -> Iterator[Problem]:
    written, dialled = channel.e164, normal(channel.address, territory)
    if not written:
        return
    if not _E164.fullmatch(written):
        yield _no_e164(written, channel.place)
    elif not _is_number(channel):
        return
    elif len(dialled) <= SHORT:
        message = f"The short code {channel.address} has an international number ({written})"
        hint = "Take 'e164' away: a short code works in its own country only."
        yield Problem("H009", channel.place, message, hint)
    elif not written.endswith(dialled.lstrip("+")):
        message = f"'{channel.address}' and '{written}' are not the same number"
        hint = "Read both again, digit by digit, on the page of the operator."
        yield Problem("H008", channel.place, message, hint)


def _no_e164(number: str, place: Place) -> Problem:
    hint = "Write '+', the country's code and the number, without spaces: '+37380088008'."
    return Problem("H008", place, f"'{number}' is no international number", hint)


def _foreign(contact: Contact, channel: Channel, territory: str) -> Iterator[Problem]:
    """A number of another country, in an entry that does not say so."""
    areas = {territory, *(part.split("-")[0] for part in contact.service_area)}
    codes = sorted({f"+{code}" for area in areas if (code := calling_code(area))})
    if WORLD in areas or not codes or contact.run_by == "international":
        return
    shown = channel.address if channel.type in _DIALLED else ""
    for number in (shown, channel.e164, channel.from_abroad):
        plain = digits(number)
        if _E164.fullmatch(plain) and not plain.startswith(tuple(codes)):
            message = f"'{number}' does not begin with {' or '.join(codes)}"
            hint = (
                "Read it again on the page of the operator. If it is right, name its country in "
                "'service_area', or write 'type: international' at 'operator'."
            )
            yield Problem("H020", channel.place, message, hint)
            return


def _is_number(channel: Channel) -> bool:
    """Else the name of an account, such as `@help24`."""
    words = channel.address.strip()
    if channel.type in _DIALLED:
        return True
    if channel.type not in _NAMED or words.startswith("@"):
        return False
    return not re.search(r"[^\W\d_]", words) or len(digits(words)) >= _LONG


def _account(words: str) -> str:
    return re.sub(r"^(https?://)?@?|[\s/]+", "", words.strip().casefold())


def conflicts(
    live: tuple[Contact, ...], every: tuple[Contact, ...], territory: str
) -> Iterator[Problem]:
    """One number in two entries, or one that another entry rejects, which may be suspended."""
    seen: dict[str, tuple[Contact, str, Place]] = {}
    for contact in live:
        for number, (words, place) in _numbers(contact, territory).items():
            other, *_ = seen.setdefault(number, (contact, words, place))
            if other is not contact:
                message = f"'{contact.id}' and '{other.id}' have the same number {words}"
                hint = "Find out whose it is; keep it in one entry, with all its evidence."
                yield Problem("H007", place, message, hint)
    for contact in every:
        for old in contact.replaces:
            for number, (found, words, place) in seen.items():
                if _rejects(old, number, territory):
                    so = "it" if words == old else f"it as {words}"
                    message = (
                        f"'{contact.id}' rejects the number {old}, and '{found.id}' prints {so}"
                    )
                    hint = "Ask the operator which is right; take the other one away."
                    yield Problem("H007", place, message, hint)


def _rejects(old: str, number: str, territory: str) -> bool:
    """A long one without the code of its area rejects what ends with it."""
    if " " in number:
        return number.partition(" ")[2] == _account(old)
    plain = normal(old, territory)
    return plain == number or (len(plain) >= _LONG and number.endswith(plain))


def _numbers(contact: Contact, territory: str) -> dict[str, tuple[str, Place]]:
    """Every number of an entry by its one form, and `telegram name` for every account."""
    found: dict[str, tuple[str, Place]] = {}
    for channel in contact.channels:
        numbers = [channel.address] if _is_number(channel) else []
        for words in (*numbers, channel.e164, channel.from_abroad):
            if plain := normal(words, territory):
                found.setdefault(plain, (words, channel.place))
        if channel.type in _NAMED and not numbers:
            name = f"{channel.type} {_account(channel.address)}"
            found.setdefault(name, (channel.address, channel.place))
    return found
