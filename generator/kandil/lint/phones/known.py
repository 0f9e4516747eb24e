"""The numbers of all territory files, whatever their status: a lesson may print none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kandil.model.territory import Contact
from kandil.paths import locales, territory_files
from kandil.territory.dialling import spelled
from kandil.territory.read import read_file
from kandil.values import dataclass

EMERGENCY = "112"
"""The one number that works in many countries."""
LONG = 6
"""Digits from which a number cannot be taken for an amount or a year."""
RUN = re.compile(r"\(?(?:\+ ?)?\(?\d(?:[ ()./-]{0,3}\d)*+")
"""Digits as people write them together, at the widest."""
Owner = tuple[str, str]
"""The id of an entry, and its file."""
WORLDWIDE = frozenset({EMERGENCY, "911", "999"})
"""Emergency numbers that many know from films, and that are often named together."""
_FEWEST = 3
_WIDEST = 19
"""Digits of the longest number (E.164), and of what may be dialled before it."""
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
            number = ""
            found = None
            for group in groups[first : first + _WIDEST]:
                number = (number + group).lstrip("0")
                if len(number) > _WIDEST:
                    break
                if len(number) >= LONG:
                    found = self._whose(number, abroad) or found
            if found:
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
        stamp = path.stat()
        numbers, verified = _in_file(path, (stamp.st_mtime_ns, stamp.st_size))
        for number, name in numbers:
            owners.setdefault(number, (name, path.name))
        if verified and path in own.values():
            emergency.add(path.stem)
    owners = {number: whose for number, whose in owners.items() if len(number) >= _FEWEST}
    return Known(owners, frozenset(emergency))


@cache
def _in_file(path: Path, stamp: tuple[int, int]) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Each number with the id of its entry, and whether 112 is verified there; read once."""
    territory, _ = read_file(path)
    numbers, verified = [], False
    for contact in territory.contacts if territory else ():
        for words in written(contact):
            numbers += [(significant(run), contact.id) for run in RUN.findall(spelled(words))]
        verified = verified or (contact.status == "verified" and serves_emergency(contact))
    return tuple(numbers), verified


def serves_emergency(contact: Contact) -> bool:
    """Whether this is 112 itself."""
    channels = [one for one in contact.channels if one.type == "phone"]
    numbers = {significant(one.address) for one in channels}
    return "emergency" in contact.kinds and EMERGENCY in numbers


def significant(number: str) -> str:
    """Its digits, without the zeros that only some write."""
    return re.sub(r"\D", "", spelled(number)).lstrip("0")


def written(contact: Contact) -> Iterator[str]:
    """Its numbers, as they are written in its entry."""
    for channel in contact.channels:
        if channel.type in _NUMBERED:
            yield channel.address
        yield from (channel.e164, channel.from_abroad)
    yield from contact.replaces
