"""The numbers in some words: those that a territory file knows, and those that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kandil.lint.phones.announced import names_line
from kandil.lint.phones.digits import digits_in
from kandil.lint.phones.disguised import spelt
from kandil.lint.phones.known import LONG, WORLDWIDE, Known, Owner
from kandil.lint.phones.lone import nine
from kandil.lint.phones.words import Words
from kandil.values import dataclass

_FEW = 3
"""Words beside a number that is nearly alone."""
_ALARM = rf"(?:{'|'.join(sorted(WORLDWIDE))})(?!\w)(?![.,]\d)"
_SIGNS = r"(?:[\s;:/|–—-]|[,.](?=\s))"
_AND = (
    "and|or|и|или|й|та|і|або|чи|და|ან|ve|veya|ya da|və|ya|i|ili|и|либо|și|sau|dhe|ose|va|yoki|"
    "және|немесе|և|կամ|y|o|et|ou|und|oder|و|أو|او|یا"
)
_WHERE = r"\([^()\d]{1,12}\)|(?:in|for|в|у|для) [^\W\d]{1,12}"
_ALARMS = re.compile(
    rf"(?<![\d.,]){_ALARM}(?:{_SIGNS}{{0,4}}(?:(?:{_WHERE}){_SIGNS}{{1,4}})?"
    rf"(?:(?:{_AND})\s)?(?<!\d){_ALARM})++"
)
"""Two or more that are named together, with their place in the world."""
_NEAR = 40
"""Letters before and behind them that may say what is counted."""
_CODE = re.compile(
    r"(?<![\w*#/])(?:\*{1,2}\d{2,5}|#{1,2}\d{2,3})(?:\*[^\s*#]{0,20}){0,4}#(?![^\W\d]|[*#])"
)
"""What a network does when it is dialled: `*100#`, `**21*…#`; `*#21#` only asks."""
_DIGITS = re.compile(r"\d\D*?\d\D*?\d")


@dataclass(frozen=True, slots=True)
class Number:
    """As it stands in `spelt` words."""

    run: str
    whole: str
    """Its digits; of a code its signs too."""
    owner: Owner | None = None
    """The entry that knows it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the place of some words."""

    about: str = ""
    """The heading, the line above, the rest of the row."""
    asked: str = ""
    """All words of its question or card."""
    helping: bool = False
    """It is about numbers to call."""


NOWHERE = Around()


def numbers_in(
    words: str, language: Words, known: Known, around: Around = NOWHERE
) -> Iterator[Number]:
    """Each that could be dialled."""
    yield from (Number(code, code) for code in _CODE.findall(words))
    text = spelt(_CODE.sub(" ", words))
    if not _DIGITS.search(text):
        return
    rest: list[str] = []
    done = 0
    for wide in digits_in(text, language, around.helping, wide=True):
        passed = len(wide.whole) < LONG or wide.decimal or wide.counted
        owner = None if passed else known.owner(wide.groups, wide.abroad)
        if owner:
            yield Number(wide.run, wide.whole, owner)
            place = text.index(wide.run, done)
            rest += [text[done:place], " "]
            done = place + len(wide.run)
    yield from _rest("".join((*rest, text[done:])), language, known, around)


def _rest(text: str, language: Words, known: Known, around: Around) -> Iterator[Number]:
    """What no territory file knows, or what is so short that it could count something."""
    helping = around.helping or _alone(text, language, around.about, text)
    asked = helping or _alone(text, language, around.asked)
    told = set()
    for found in digits_in(text, language, helping):
        owner = known.short(found.whole)
        near = found if asked == helping else replace(found, helping=asked)
        hinted = (owner or found.whole in WORLDWIDE) and near.hinted
        if hinted or found.dialled or _told_beside(found.run, text, around.about, language):
            told.add(found.whole)
            yield Number(found.run, found.whole, owner if hinted else None)
    for alarm in _alarms(text, language):
        if alarm not in told:
            told.add(alarm)
            yield Number(alarm, alarm, known.short(alarm))


def _alarms(text: str, language: Words) -> Iterator[str]:
    """ "112, 911, 999": two together are no amounts, in whatever language; pages and words are."""
    for row in _ALARMS.finditer(text):
        before, after = (
            text[max(row.start() - _NEAR, 0) : row.start()],
            text[row.end() : row.end() + _NEAR],
        )
        numbers = re.findall(r"\d+", row[0])
        named = language.other.search(before)
        counted = len({*numbers}) < len(WORLDWIDE) and language.unit.match(after)
        if len({*numbers}) > 1 and not named and not counted:
            yield from numbers


def _told_beside(run: str, text: str, about: str, language: Words) -> bool:
    """Nine digits that fill a cell or an item, under no word of an amount."""
    about = spelt(about) if run == text.strip() and nine(run) else ""
    words = about.replace(run, "")
    return re.search(r"[^\W\d_]", words) is not None and not language.amount.search(words)


def _alone(text: str, language: Words, *about: str) -> bool:
    """A number nearly alone in its cell or line, and what is around is about numbers to call."""
    few = len(re.findall(r"[^\W\d]+", text[: 40 * _FEW])) <= _FEW and len(text) <= 40 * _FEW
    return few and any(one and _speaks(one, language) for one in about)


@lru_cache(64)
def _speaks(about: str, language: Words) -> bool:
    """Remembered, since every cell of a row and every answer of a question asks it."""
    said = spelt(about)
    return bool(language.calling.search(said)) or names_line(said)
