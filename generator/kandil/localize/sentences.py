"""How many sentences words hold, well enough to see that a translation lost one; and the first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.read.source.spelling import goes_on

_STOPS = ".!?…؟։۔።।॥။។"
_END = re.compile(rf"[{_STOPS}]++(?=[\"'“”»’)\]*_]*+(?:\s|$))|[。！？]++")
_OPENING = re.compile(r"[\s\"'“«„‘(\[—–-]*+(?P<first>.?)")
_SHORT = re.compile(
    r"(?<![\w'’ʼ])(?:[^\W\d_]|etc|mrs?|ms|dr|no|vs|approx|prof|fig|tel|örn|vb|bkz|sn"
    r"|др|пр|им|ім|ст|стр|стор|напр|тел|рис|мал|см|див|млн|тис|тыс|мин|хв|მაგ|ე\.ი|ა\.შ)$",
    re.IGNORECASE,
)
"""Abbreviations, and letters by themselves: `e.g.`, `т. е.`."""
_LONGEST = 8
"""Letters of the longest of these."""
_UNSTOPPED = re.compile("[\u0e00-\u0eff]")
"""Thai and Lao, in which a space ends a sentence."""


def countable(words: str) -> bool:
    """Whether signs end the sentences of this script."""
    return not _UNSTOPPED.search(words)


def sentences(words: str) -> int:
    """Their number; where a small letter follows, a full stop ends none."""
    ends = [0, *_ends(words)]
    return len(ends) - 1 + any(sign.isalnum() for sign in words[ends[-1] :])


def first(words: str) -> str:
    """The first of them, with the sign at its end."""
    return words[: next(_ends(words), len(words))]


def _ends(words: str) -> Iterator[int]:
    for end in _END.finditer(words):
        opening = _OPENING.match(words, end.end())
        small = opening is not None and goes_on(opening["first"])
        short = end[0] == "." and _SHORT.search(words, max(end.start() - _LONGEST, 0), end.start())
        if not (small or (short and end.end() < len(words))):
            yield end.end()
