"""When a service answers, and in which time zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.core import get_global

from kandil.model.territory import Channel, Contact
from kandil.problems import Problem

HOURS = re.compile(
    r"(?:(?P<first>Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?P<last>Mo|Tu|We|Th|Fr|Sa|Su))? )?"
    r"(?P<start>(?:[01]\d|2[0-3]):[0-5]\d)-(?P<end>(?:[01]\d|2[0-3]):[0-5]\d|24:00)"
)


def hours_problems(contact: Contact) -> Iterator[Problem]:
    """Hours that cannot be read or hold no time, and zones that do not exist."""
    zones = get_global("zone_territories").keys() | get_global("zone_aliases").keys()
    for channel in contact.channels:
        if not _readable(channel):
            hint = "Write '24/7', '09:00-18:00', 'Mo-Fr 09:00-18:00' or 'unknown'."
            message = f"The hours '{channel.hours}' cannot be read"
            yield Problem("H015", channel.place, message, hint)
        if channel.tz and channel.tz not in zones:
            hint = "Write it as in 'Europe/Chisinau'."
            yield Problem("H015", channel.place, f"There is no time zone '{channel.tz}'", hint)


def _readable(channel: Channel) -> bool:
    found = HOURS.fullmatch(channel.hours)
    return channel.hours in ("24/7", "unknown") or bool(found and found["start"] != found["end"])
