"""Words typed into a gap, for a platform that compares letter by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

from kandil.model.folding import folded
from kandil.model.inlines import Blank
from kandil.model.interactions import FillIn

_APOSTROPHES = "'’ʼ"
"""A keyboard has one of them: to a person they are the same letter."""


def accepted(question: FillIn, blank: Blank) -> tuple[str, ...]:
    """The author's words first, then every way of writing them that the platform must be told:
    other apostrophes, е for ё, and how our own page compares them (`rulings.md` 40)."""
    if question.exact:
        return blank.answers
    ways = (way for answer in blank.answers for way in _ways(answer, question.case))
    found: dict[str, str] = {}
    for way in (*blank.answers, *ways):
        composed = unicodedata.normalize("NFC", way)
        found.setdefault(composed if question.case else composed.casefold(), way)
    return tuple(found.values())


def _ways(answer: str, case: bool) -> Iterator[str]:
    for word in (answer, unicodedata.normalize("NFC", folded(answer, case))):
        plain = word.translate(dict.fromkeys(map(ord, _APOSTROPHES), "'"))
        signs = _APOSTROPHES if "'" in plain else "'"
        letters = ("ё", "е") if "ё" in plain else ("ё",)
        for sign, letter in product(signs, letters):
            yield plain.replace("'", sign).replace("ё", letter)
