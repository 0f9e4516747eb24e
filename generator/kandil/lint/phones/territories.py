"""Numbers to call in the words of a territory file, where its contacts alone may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace

from kandil.lint.phones.disguised import spelt
from kandil.lint.phones.known import RUN, Known, significant, written
from kandil.lint.phones.numbers import Number, numbers_in
from kandil.lint.phones.words import words_of
from kandil.lint.text.sources import Sources
from kandil.model.territory import Contact, Evidence, Extension, Territory, Verification
from kandil.model.text import field_names
from kandil.problems import Place, Problem
from kandil.values import dataclass

_UNPRINTED = (Evidence, Extension, Verification)
"""Who has looked where, and when."""
_NAMES = ("id", "replaces")
"""For files, and for what must never be shown."""

_APART = r"[ ()./-]{0,3}"


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    lang: str
    place: Place
    """Of the part of the file that it belongs to."""


def lint_territory(territory: Territory, known: Known) -> Iterator[Problem]:
    """Of one with the contacts that may be shown: what a build would find in its pages (V016)."""
    verified = unless(verified_numbers(territory.contacts))
    sources, told = Sources(), set()
    for said in _strings(territory, _Said("", "en", territory.place)):
        words = verified.sub(" ; ", spelt(said.words))
        for number in numbers_in(words, words_of(said.lang), known):
            if number.whole not in told:
                told.add(number.whole)
                yield dialled(number, _spot(sources, said.place, number.whole))


def unless(numbers: Iterable[str]) -> re.Pattern[str]:
    """What may stand there: these digits, however they are parted."""
    longest = sorted({*numbers} - {""}, key=lambda one: (-len(one), one))
    kinds = (rf"\+?(?:0{_APART})*" + _APART.join(one) for one in longest)
    return re.compile(rf"(?<!\d)(?:{'|'.join(kinds)})(?!\d)" if longest else "(?!)")


def verified_numbers(contacts: tuple[Contact, ...]) -> Iterator[str]:
    """Their digits, as they may be printed."""
    for contact in contacts:
        for words in written(replace(contact, replaces=())):
            yield from (significant(run) for run in RUN.findall(spelt(words)))


def dialled(number: Number, place: Place, page: str = "") -> Problem:
    """V016; `page`: where it is shown, if that is not where it was written."""
    if number.owner:
        message = f"'{number.run}' is a number of '{number.owner[0]}', and stands outside it"
    else:
        message = f"'{number.run}' can be dialled, and nobody has verified it"
    shown = f" It is shown in {page}." if page else ""
    hint = "Take it out; the build prints numbers of 'locales/territories/' that are verified."
    return Problem("V016", place, message, hint + shown)


def _strings(node: object, at: _Said) -> Iterator[_Said]:
    """Every value that a page could print, whatever field holds it."""
    if isinstance(node, str):
        yield replace(at, words=node)
    elif isinstance(node, tuple):
        for part in node:
            yield from _strings(part, at)
    elif isinstance(node, dict):
        for tag, part in node.items():
            yield from _strings(part, replace(at, lang=tag))
    elif is_dataclass(node) and not isinstance(node, (Place, *_UNPRINTED)):
        here = replace(at, place=getattr(node, "place", at.place))
        kind: type = type(node)
        for name in field_names(kind):
            if name not in _NAMES:
                yield from _strings(getattr(node, name), here)


def _spot(sources: Sources, place: Place, digits: str) -> Place:
    """The line that holds it, from `place` on."""
    wanted = digits.lstrip("0")
    for row, line in enumerate(sources.lines(place.file)[place.line - 1 :], place.line):
        for run in RUN.finditer(spelt(line)):
            if wanted in re.sub(r"\D", "", run[0]):
                return replace(place, line=row, column=line.find(run[0]) + 1 or 1)
    return place
