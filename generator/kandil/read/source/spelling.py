"""How a keyword may be misspelt: another colon, a letter of another script, an unseen sign."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

from kandil.model.folding import folded

COLONS = ":：﹕︓∶꞉ː˸׃։፡"
"""The colon, and the signs of other scripts and widths that look like one."""
EMOJI = "\u2190-\u245f\u2500-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"
"""Arrows, pictures and their variants, for a class of a regular expression."""
ASKS = ("?", "？", "؟", ";", "\u037e")
"""The signs at the end of a question: the last two are the Greek one."""
_RINGED = "\u2460-\u24ff\u2776-\u2793"
LEAD = rf"(?:[^\w\[\](`<\\]|[\d_{_RINGED}]){{0,24}}"
"""Numbers, stars and pictures with which a trainer may dress a heading."""
WORD = r"[^\W\d_]+"
_ALIKE = str.maketrans(
    "авсенікјморѕтухԛԝαβεζηικμνορτυχ",
    "abcehikjmopstyxqwabezhikmnoptyx",
)
"""Cyrillic and Greek letters of which the small or the capital ones look like Latin ones."""
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_DRESSED = re.compile(
    rf"^(?P<lead>{LEAD})(?P<word>{WORD}(?: {WORD})?)(?: ?\d{{1,3}}[.)]?)? ?"
    rf"(?P<mid>[*_{EMOJI}]{{0,6}})\s*(?P<colon>[{COLONS}])(?P<end>[*_]{{0,3}})\s*(?P<rest>.*)$",
    re.DOTALL,
)
_BLANK = "\u2800\u3164\u115f\u1160\uffa0"
"""Signs that count as letters or pictures, and show nothing."""


def visible(words: str) -> str:
    """Without the signs that nobody sees; every kind of space is a plain one."""
    if words.isascii():
        return words
    kinds = {sign: category(sign) for sign in set(words)}
    return "".join(" " if kinds[sign] == "Zs" else sign for sign in words if kinds[sign] != "Cf")


def shows(words: str) -> bool:
    """Whether anything of it can be seen."""
    return any(category(sign)[0] in "LNPS" and sign not in _BLANK for sign in words)


@lru_cache(4096)
def small_letters(word: str) -> str:
    """Equal for words that differ in capital letters only, and in the accents that those of Latin
    letters often lack."""
    return _ACCENTS.sub("", folded(visible(word)))


@lru_cache(4096)
def outline_of(word: str) -> str:
    """Equal for words that look alike, capital letters and script aside."""
    return small_letters(word).translate(_ALIKE)


def first_word(outline: str) -> str:
    """Of words that are parted by spaces."""
    return outline.partition(" ")[0]


def goes_on(words: str) -> bool:
    """Whether words begin with a small letter, in a script that begins a sentence with another."""
    return words[:1] != words[:1].title()


def dressed(content: str) -> re.Match[str] | None:
    """`**Question:** …`, `1. Question: …`, `Question：…`; None for `Question: …` itself."""
    found = _DRESSED.match(content)
    signs = found and (found["lead"] + found["mid"] + found["end"] or found["colon"] != ":")
    return found if signs else None
