"""Patterns for the number of an order, a device, an account: it is no number to call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IS = (
    r"(?:(?:is|was|это|це|არის|je|је|est)(?: l[ae])?[\s:]{1,2})?"
    r"(?:[\"«„“]\s?)?"
)
_NOTE = r"(?: ?\([^()\d]{1,30}\))?"
"""`Order number (on the slip): …`."""
_SAYS = r"(?: (?:says|reads|shows|bears|has|is|indique|porte|dit|est)(?: le)? ?:?)?"


def numbered(languages: Iterable[Mapping[str, str]]) -> re.Pattern[str]:
    """`order number`, `номер вашей посылки`, right before a number: with the word "number", of
    whatever language."""
    found = "|".join(map(_named, languages))
    return re.compile(rf"(?<!\w)(?:{found}){_NOTE}[\s:.(#№\"«„“-]{{0,4}}{_IS}$")


def bearing(papers: str) -> re.Pattern[str]:
    """The same without that word: `ticket 555-1234-99`, `the receipt says 555-1234-99`."""
    return re.compile(rf"(?<!\w)(?:{papers}){_SAYS}[\s:#№(]{{1,3}}$")


def _named(said: Mapping[str, str]) -> str:
    """The paper and its number, in either order."""
    paper, number = f"(?:{said['paper']})\\w{{0,6}}", f"(?:{said['number']})"
    between = rf"(?:(?:{said['between']})['’ ]){{0,3}}"
    return rf"{paper} {number}|{number} {between}{paper}"
