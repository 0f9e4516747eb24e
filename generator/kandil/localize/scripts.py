"""In which script words are written, as Unicode names its letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from kandil.localize.locale import script

_NAMES = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Cyrl": "CYRILLIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hebr": "HEBREW",
    "Latn": "LATIN",
}
"""How Unicode names the letters of a script; other scripts are not looked at."""


def written_in(tag: str) -> str:
    """The name of the letters in which a language is written; empty for other scripts."""
    return _NAMES.get(script(tag), "")


def letters_of(sign: str) -> str:
    """The name of the letters that a sign belongs to; empty for other scripts."""
    name = _name(sign)
    return name if name in _NAMES.values() else ""


@cache
def _name(sign: str) -> str:
    """How Unicode begins its name; the letters of a course are few."""
    return unicodedata.name(sign, "").partition(" ")[0]
