"""How a keyword may be misspelt: another colon, a letter of another script, an unseen sign."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

COLONS = ":：﹕︓∶꞉ː˸׃։፡"
"""The colon, and the signs of other scripts and widths that look like one."""
_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаесіјорѕхуԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABCEHIJKMOPSTXYaecijopsxyqwABEZHIKMNOPTYXo",
)
"""Cyrillic and Greek letters that look like Latin ones."""
_DRESSED = re.compile(
    rf"^(?P<lead>[\d.):*_\s]{{0,12}})(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)"
    rf"(?: ?\d{{1,3}}[.)]?)?(?P<mid>[*_]{{0,3}})\s*(?P<colon>[{COLONS}])(?P<end>[*_]{{0,3}})"
    r"\s*(?P<rest>.*)$",
    re.DOTALL,
)


def visible(words: str) -> str:
    """Without the signs that nobody sees; every kind of space is a plain one."""
    if words.isascii():
        return words
    kinds = {sign: category(sign) for sign in set(words)}
    return "".join(" " if kinds[sign] == "Zs" else sign for sign in words if kinds[sign] != "Cf")


@lru_cache(4096)
def outline_of(word: str) -> str:
    """Equal for words that look alike, capital letters and script aside."""
    return visible(word).translate(_ALIKE).casefold()


def dressed(content: str) -> re.Match[str] | None:
    """`**Question:** …`, `1. Question: …`, `Question：…`; None for `Question: …` itself."""
    found = _DRESSED.match(content)
    signs = found and (found["lead"] + found["mid"] + found["end"] or found["colon"] != ":")
    return found if signs else None
