"""Nine digits behind a name, a role or the words of a line: `Lawyer Nino: 599 123 456`. Seven or
eight, as within a town, behind a colon alone: `Nino: 2 30 99 03`.

Thousands are written in the same way: words of an amount or a code excuse them, and a source.
"""

from __future__ import annotations

import re
from itertools import pairwise

_NINE = re.compile(
    r"[1-9]\d{2}([ .]?)\d{3}\1\d{3}|5\d{9}|[1-9]([ -])\d\d(?:\2\d\d){3}|[1-9]([ -])\d(?:\3\d){7,9}"
)
"""As a number of a mobile phone is written without its first 0; ten digits in Turkey. In pairs and
one by one too."""
_LOCAL = re.compile(
    r"(?!(?:19|20)\d\d[ -]?(?:0\d|1[0-2]|\d{4}))(?!\d{4}(?:19|20)\d\d$)"
    r"(?:\d{7,8}|\d{1,3}([ -])\d{2,3}(?:\1\d{2,3}){1,2}|\d{3,4}[ -]\d{4})"
)
"""As one is written within a town, and no date."""
_ROUND = re.compile(
    r"[1-9]\d*?(?: ?0{3})+|(?:(?:^|-)(?:[01]?\d|2[0-4]) ?[0-5]\d){2}|[1-9]\d*00-[1-9]\d*00"
)
"""A sum, hours, or from one sum to another: `2 000 000`, `900-1800`, `1500-3000`."""
_REACH = 6
"""Words before the number among which the one of an amount may stand."""
_WORD = re.compile(r"[^\W\d_]\s$")
_NAMED = re.compile(r"(?:\w|\w[)»”\"'’])\s?(?:[:,(–—-]|,? [–—-])\s?[\"«„“(]?$")
"""Words that a sign parts from the number."""
_COLON = re.compile(r"(?:[^\W\d_]|[)»”\"'’])\s?:\s$")
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


def local(run: str, before: str, after: str, excused: re.Pattern[str]) -> bool:
    """Whether seven or eight digits behind a colon are told as somebody's."""
    if not 6 < sum(map(str.isdigit, run)) < 9 or not _LOCAL.fullmatch(run):
        return False
    if rounded(run) or _stepping(run) or _SOURCE.match(after):
        return False
    told = _COLON.search(before) and _ENDS.match(after)
    return bool(told) and not excused.search(last_words(before))


def rounded(run: str) -> bool:
    """Whether it is a round sum, or hours."""
    return _ROUND.fullmatch(run) is not None


def last_words(before: str) -> str:
    """The last words of the sentence before the number."""
    return " ".join(re.split(r"[.!?;]\s", before)[-1].split()[-_REACH:])


def _stepping(run: str) -> bool:
    """A scale: `5-10-15-20-25`, `1 10 20 30 45`."""
    steps = [int(group) for group in re.findall(r"\d+", run)]
    rising = len(steps) > 3 and all(low < high for low, high in pairwise(steps))
    return rising and all(step % 5 == 0 for step in steps[1:])


def named(run: str, before: str, after: str, amount: re.Pattern[str]) -> bool:
    """Whether such a number is told as somebody's."""
    if not nine(run) or _stepping(run) or _SOURCE.match(after):
        return False
    words = last_words(before)
    if amount.search(words):
        return False
    if not re.search(r"\w", before):
        return bool(_BEGINS.match(after)) and not amount.search(after)
    if "." in run:
        return bool(_COLON.search(before) and _ENDS.match(after))
    if _NAMED.search(before) and not _YEAR.search(before):
        return bool(re.search(r"[^\W\d_]", words) and _ENDS.match(after))
    return bool(_WORD.search(before) and _ENDS.match(after))
