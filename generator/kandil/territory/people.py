"""Who made sure of a contact: two names or roles, not one in two forms, nobody, or a promise."""

from __future__ import annotations

import re

from kandil.model.people import person
from kandil.model.territory import Verification

_PLURALS = tuple(
    re.findall(
        r"(\w*)/(\w+)",
        "/s /es y/ies rson/ople /ы /и й/и ь/и а/ы а/и о/а я/и ое/ые ая/ые ый/ые ий/ие "
        "/і ь/і а/і ий/і е/і /lar /ler ı/ları i/leri sı/ları si/leri ი/ები /ები ა/ები",
    )
)
"""Ends of one word and of its plural."""


def alone(found: Verification) -> bool:
    """Whether one person alone verified it: `Focal point` and `focal  points.` are one."""
    people = [words for words in map(person, (found.by, found.second_by)) if words]
    return len(people) < 2 or _same(*people)


def _same(one: list[str], other: list[str]) -> bool:
    """Word by word or written together, in whatever order."""
    if _alike("".join(one), "".join(other)):
        return True
    return len(one) == len(other) and all(map(_alike, sorted(one), sorted(other)))


def _alike(one: str, other: str) -> bool:
    """One word, or one and its plural."""
    return one == other or _plural(one, other) or _plural(other, one)


def _plural(one: str, many: str) -> bool:
    return any(one.endswith(end) and many == one.removesuffix(end) + ends for end, ends in _PLURALS)
