"""Which words are the same: to the eye, and as answers that somebody types (`rulings.md` 40).

`player/number.js` and `player/fold.js` do the same in the page; a test compares them sign by sign.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Soft hyphens, joiners, marks of direction, variants of a sign."""
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile(
    "[`\u00b4\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2018\u2019\u201b\u2032\u2035"
    "\ua78c\uff07]"
)
_HYPHENS = re.compile("[\u058a\u05be\u2010-\u2015\u2212]")
_MARKS = re.compile(
    "[\u055b-\u055e\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed]"
)
"""Armenian signs above a vowel, tatweel, harakat."""
_STRESS = re.compile(
    "([\u0415\u0435])[\u0300\u0301\u0308]+"
    "|([\u0400-\u0412\u0414-\u0419\u041b-\u0432\u0434-\u0439\u043b-\u052f]\u0308?)[\u0300\u0301]+"
)
"""Stress marks and the dots of `ё`; with an acute, `г` and `к` are other letters."""
_ZEROS = (
    *(0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6),
    *(0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0x1810),
)
_TWINS = {zero + value: str(value) for zero in _ZEROS for value in range(10)} | {
    0x6CC: "\u064a",
    0x649: "\u064a",
    0x6A9: "\u0643",
}
"""Digits of every script; the Persian yeh and kaf, and a yeh without dots."""
_LOWER = re.compile("\u0131|i\u0307")
_ENDS = re.compile(
    "^[ \"'\u00ab\u00bb\u201c-\u201f\u2039\u203a\u3008-\u3011(\u00a1\u00bf]+"
    "|[ \"'\u00ab\u00bb\u201c-\u201f\u2039\u203a\u3008-\u3011).,;:!?\u00b7\u0589\u05c3\u060c\u061b"
    "\u061f\u06d4\u0964\u0965\u104a\u104b\u10fb\u1362-\u1367\u17d4-\u17d6\u1802\u1803\u3001\u3002"
    "]+$"
)
"""Quotes and brackets around words, and the stop behind them."""


def seen(text: str) -> str:
    """What the eye can tell apart: without invisible signs, each space alike."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", plain).strip()


def folded(text: str, case: bool = False) -> str:
    """An answer as it is compared; with `case`, capital letters matter."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", seen(text)))
    plain = _MARKS.sub("", _HYPHENS.sub("-", plain)).translate(_TWINS)
    plain = _SPACES.sub(" ", _STRESS.sub(lambda found: found[1] or found[2], plain))
    if not case:
        # A Turkish capital I becomes a letter without a dot, which nobody means in "EMAIL".
        plain = _LOWER.sub("i", plain.lower()).replace("\u03c2", "\u03c3")
    return _ENDS.sub("", plain) or plain
