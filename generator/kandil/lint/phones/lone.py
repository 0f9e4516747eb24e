"""Nine digits behind a name, a role or the words of a line: `Lawyer Nino: 599 123 456`.

Thousands are written in the same way: words of an amount or a code excuse them, and a source.
"""

from __future__ import annotations

import re

_NINE = re.compile(r"[1-9]\d{2}([ .]?)\d{3}\1\d{3}|5\d{9}")
"""As a number of a mobile phone is written without its first 0; ten digits in Turkey."""
_REACH = 6
"""Words before the number among which the one of an amount may stand."""
_WORD = re.compile(r"[^\W\d_]\s$")
_NAMED = re.compile(r"(?:\w|\w[)»”\"'’])\s?(?:[:,(–—-]|,? [–—-])\s?[\"«„“(]?$")
"""Words that a sign parts from the number."""
_COLON = re.compile(r"[^\W\d_]\s?:\s$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\W+$")
_DONE = re.compile(r"[\s.!?;,)»”\"]*$")
"""Nothing follows."""
_ENDS = re.compile(
    rf"{_DONE.pattern}|[.!?;,)»”\"]+\s|\s?[–—(/|-]"
    r"|\s\(?(?:whatsapp|viber|telegram|signal|sms|imo|24/7)\b"
)
"""No noun follows that could be counted."""
_BEGINS = re.compile(r"\s?[–—:(,-]\s?[^\W\d_]{2}")
"""Whose it is, behind a number that stands first: `599 123 456 (Nino, lawyer)`."""
_SOURCE = re.compile(r"\s?\(\D*\b(?:19|20)\d\d\b|\s?\[\d")


def nine(run: str) -> bool:
    """Whether a mobile number is written like this, and an amount too."""
    return _NINE.fullmatch(run) is not None


def named(run: str, before: str, after: str, amount: re.Pattern[str]) -> bool:
    """Whether such a number is told as somebody's."""
    words = " ".join(re.split(r"[.!?;]\s", before)[-1].split()[-_REACH:])
    if not nine(run) or _SOURCE.match(after) or amount.search(words):
        return False
    if not re.search(r"\w", before):
        return bool(_BEGINS.match(after)) and not amount.search(after)
    if "." in run:
        return bool(_COLON.search(before) and _ENDS.match(after))
    if _NAMED.search(before) and not _YEAR.search(before):
        return bool(re.search(r"[^\W\d_]", words) and _ENDS.match(after))
    return bool(_WORD.search(before) and _ENDS.match(after))
