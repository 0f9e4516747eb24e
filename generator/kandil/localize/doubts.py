"""Words in the place of a translation that are none: the source again, another script, a filler, or
a part of what the source says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from statistics import median

from kandil.localize.locale import script
from kandil.model.inlines import Blank, Code, Inline, Inlines, Strong, walk

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
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\S*(?:@|://|\.\w)\S*|\{[^}]*\}")
_STOP = re.compile(r"[.!?…؟։](?=\W*(?:\s|$))|[。！？]")
_COPIED, _COPIED_ANSWER = 3, 5
"""Words from which on the source is no name that stays as it is; an answer may be a password."""
_LONG = 60
"""Signs from which on a length says something."""
_FEW, _FEWER = 0.55, 0.85
"""Of the usual length: too short, and too short where sentences are missing."""


def usual_length(pairs: Iterable[tuple[str, str]]) -> float:
    """How long translations of this file are beside their sources, as a rule."""
    ratios = [len(words) / len(source) for source, words in pairs if len(source) >= _LONG]
    return median(ratios) if len(ratios) > 4 else 1.0


def no_translation(
    source: Inlines, words: Inlines, tag: str, answer: bool
) -> Iterator[tuple[str, str]]:
    """(code, message) of what is no translation at all; the first cause only."""
    before, after = _prose(source), _prose(words)
    known = _WORD.findall(before)
    if not (known and tag):
        return
    common = [word for word in known if word[0].islower()]
    least = _COPIED_ANSWER if answer else _COPIED
    if before.split() == after.split():
        if len(known) >= least and len(common) > 1:
            yield "L020", "The source stands here again, and is not translated"
    elif other := _other_script(known, after, tag):
        yield "L021", f"'{other}' is not in the script of '{tag}'"
    elif _filler(before, after):
        yield "L022", f"'{after.strip()}' stands in the place of a translation"


def shortened(
    source: Inlines, words: Inlines, usual: float, before: str, after: str
) -> Iterator[tuple[str, str]]:
    """(code, message) of what was left out; `before` and `after` are the plain words."""
    if any(isinstance(part, Strong) for part in walk(source)) and not any(
        isinstance(part, Strong) for part in walk(words)
    ):
        yield "L025", "The source has **strong words**, and the translation has none"
    if len(before) < _LONG:
        return
    share = len(after) / (len(before) * usual)
    missing = len(_STOP.findall(before)) - len(_STOP.findall(after)) if share < _FEWER else 0
    if share < (_FEWER if missing > 0 else _FEW):
        percent = round(100 * share)
        yield "L023", f"The translation has {percent} % of the length that others here have"


def _prose(inlines: Inlines) -> str:
    """The words alone, without code, gaps, addresses and what the build fills in."""
    return _ADDRESS.sub(" ", "".join(map(_words, walk(inlines))))


def _words(part: Inline) -> str:
    return part if isinstance(part, str) else " " if isinstance(part, Blank | Code) else ""


def _other_script(known: list[str], words: str, tag: str) -> str:
    """Words in another script, where they are the most and the source does not have them."""
    name = _NAMES.get(script(tag))
    if not name:
        return ""
    kept = {word.casefold() for word in known}
    found = [word for word in _WORD.findall(words) if word.casefold() not in kept]
    other = [word for word in found if len(word) > 2 and not _is(name, word)]
    return other[0] if len(other) * 2 > len(found) else ""


def _is(name: str, word: str) -> bool:
    return any(_letter(sign).startswith(name) for sign in word)


@cache
def _letter(sign: str) -> str:
    """How Unicode names it; the letters of a course are few."""
    return unicodedata.name(sign, "")


def _filler(source: str, words: str) -> bool:
    """`xx`, `…`, `TODO`-like stubs of one sign: no words at all, or one sign again and again."""
    folded = words.casefold()
    letters = {sign for sign in set(folded) if sign.isalpha()}
    if len(letters) > 1 or sum(folded.count(sign) for sign in letters) == 1:
        return False
    return sum(sign.isalpha() for sign in source) > 2
