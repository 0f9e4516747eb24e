"""The numbers of all territory files, whatever their status: a lesson may print none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kandil.model.territory import Contact
from kandil.paths import locales, territory_files
from kandil.territory.dialling import spelled
from kandil.territory.read import read_file

EMERGENCY = "112"
"""The one number that works in many countries."""
LONG = 6
"""Digits from which a number cannot be taken for an amount or a year."""
RUN = re.compile(r"(?:\+ ?)?\(?\d(?:[ ()./-]{0,3}\d)*")
"""Digits as people write them together, at the widest."""
Owner = tuple[str, str]
"""The id of an entry, and its file."""
_FEWEST = 3
_NUMBERED = ("phone", "sms", "whatsapp", "viber", "telegram", "signal")


@dataclass(frozen=True, slots=True)
class Known:
    """Whose number it is, and in which file: by digits without the zeros before them."""

    owners: dict[str, Owner]
    emergency: frozenset[str]
    """Territories whose file has 112, and two people have verified it there."""

    def owner(self, groups: list[str], abroad: bool) -> Owner | None:
        """Of some of the groups of digits, or of all with the code of a country before them."""
        for first in range(len(groups)):
            for last in range(len(groups), first, -1):
                number = significant("".join(groups[first:last]))
                if len(number) >= LONG and (found := self._whose(number, abroad)):
                    return found
        return None

    def short(self, number: str) -> Owner | None:
        """Of a number that could also count something: 111, 15-47."""
        return self.owners.get(significant(number))

    def _whose(self, number: str, abroad: bool) -> Owner | None:
        if number in self.owners:
            return self.owners[number]
        least = LONG if abroad else LONG + 1
        ends = (number[cut:] for cut in range(1, 5) if len(number) - cut >= least)
        return next((self.owners[end] for end in ends if end in self.owners), None)


def known(folder: Path) -> Known:
    """What the project's files know, and those of Kandil, though the project has its own."""
    owners: dict[str, Owner] = {}
    emergency = set()
    own = territory_files(folder)
    shipped = sorted((locales() / "territories").glob("*.yml"))
    for path in dict.fromkeys([*own.values(), *shipped]):
        territory, _ = read_file(path)
        for contact in territory.contacts if territory else ():
            for words in _written(contact):
                for run in RUN.findall(spelled(words)):
                    owners.setdefault(significant(run), (contact.id, path.name))
            verified = contact.status == "verified" and path in own.values()
            if verified and serves_emergency(contact):
                emergency.add(path.stem)
    owners = {number: whose for number, whose in owners.items() if len(number) >= _FEWEST}
    return Known(owners, frozenset(emergency))


def serves_emergency(contact: Contact) -> bool:
    """Whether this is 112 itself."""
    channels = [one for one in contact.channels if one.type == "phone"]
    numbers = {significant(one.address) for one in channels}
    return "emergency" in contact.kinds and EMERGENCY in numbers


def significant(number: str) -> str:
    """Its digits, without the zeros that only some write."""
    return re.sub(r"\D", "", spelled(number)).lstrip("0")


def _written(contact: Contact) -> Iterator[str]:
    for channel in contact.channels:
        if channel.type in _NUMBERED:
            yield channel.address
        yield from (channel.e164, channel.from_abroad)
    yield from contact.replaces
