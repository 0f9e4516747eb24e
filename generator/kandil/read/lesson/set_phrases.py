"""`Order of events`, `Match days`: set phrases with which plain headings begin.

A list or a table of two columns stands below such a heading as often as below a question. What is
not here is asked about.
"""

from __future__ import annotations

import re

from kandil.read.source.keywords import Keywords

_ENGLISH = {
    "Order": r"of|in the|and|an?|your|now|(?:\w+ )?online|forms?|numbers?",
    "Match": "of|days?|points?|reports?|results?|tickets?",
    "Sort": "of",
    "Poll": "of|and|results?|dates?|numbers?",
    "Cards": "of|in|and|or|you",
}
_ALL = r"et|ou|des?|du(?! (?:plus|moins)\b)|d(?=['’])|и|или|і|й|та|або|ve(?:ya)?|და|ან"
_OTHERS = {
    "Order": r"во?|у|дома|дня|денний|действий|событий|дій|подій|\w+(?:ния|ции|ння|ції)",
    "Poll": "по итогам|за підсумками|sonuçları|résultats",
}
_BIDS = ("er", "те", "іть", "ın", "in", "თ")
"""How a word ends that bids to do something, in the languages of the tables: `Trier`, `Соедините`.
It asks, whatever stands behind it."""


def is_set_phrase(language: Keywords, word: str, rest: str) -> bool:
    """Whether the word of a usual keyword goes on as a plain heading does."""
    keyword = language.english(word)
    if word != keyword:
        return not word.endswith(_BIDS) and _begins(_others(keyword), rest)
    return keyword in _ENGLISH and _begins(_ENGLISH[keyword], rest)


def _others(keyword: str) -> str:
    own = _OTHERS.get(keyword)
    return f"{_ALL}|{own}" if own else _ALL


def _begins(phrases: str, rest: str) -> bool:
    return re.match(rf"(?:{phrases})\b", rest.lower()) is not None
