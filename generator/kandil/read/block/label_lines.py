"""Where a line begins with a label of a question, in whatever dress: `**Hint**`, `💡 Hint:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import COLONS, EMOJI, first_word, goes_on, outline_of
from kandil.values import dataclass

UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_WHOLE = re.compile(
    rf"[ \t]*\*\*[{UNSEEN}]?(?P<name>[^\W\d_][^*_{COLONS}\n]{{0,29}}?)[ ]?:\*\*[ \t]*"
)
"""As it must be written, whatever the word."""
_WORD = rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{UNSEEN}])*"
_DRESSED = re.compile(
    rf"[ \t]*(?P<lead>(?:[^\w\n]|_){{0,12}})(?P<name>{_WORD}(?:[^\S\n]{_WORD}){{0,3}})"
)
_TRAIL = re.compile(r"(?P<number> ?[(#№]?\d{1,2}(?!\w))?(?P<signs>(?:[^\w\n]|_){0,12})(?P<next>.?)")
_OPEN, _CLOSE = "[({`\"'“„«‹‘", "])}`\"'”“»›’"
_COLON = re.compile(rf"[*_\s{re.escape(_CLOSE)}{EMOJI}]{{0,7}}[{COLONS}]")
_APART = re.compile(
    rf"[.;!?…–—-]{{0,2}}[*_{re.escape(_CLOSE)}]{{1,4}} ?[.;!?…–—-]{{0,2}}[*_]{{0,3}}(?:\s|$)"
)
"""Behind the label stand the signs that close its dress."""
_STOP = re.compile(r" ?[.;!?…=–—-]{1,3}[*_]{0,3}(?:\s|$)")
_DASH = re.compile(r" [–—-]\s")
Sure = Literal["", "may be", "is"]


@dataclass(frozen=True, slots=True)
class Begun:
    """A label with which a line begins."""

    name: str
    """As it stands."""
    start: int
    """Offset of the line."""
    words: int
    """Offset of the words behind it."""
    whole: bool = False
    """Written as it must be."""
    sure: Sure = "is"
    """`may be`: a sentence can begin so, too."""


def written_label(language: Keywords, name: str) -> str:
    """The label that a word is as it must be written, whatever its capital letters and signs."""
    return language.labels.get(outline_of(" ".join(name.split())), "")


def meant_label(language: Keywords, name: str) -> str:
    """The same in English."""
    return language.english(written_label(language, name))


def begun_labels(language: Keywords, content: str) -> Iterator[Begun]:
    """Each line that begins with a label, or with any word in the dress of one."""
    start, shapes = 0, language.labels
    for line in content.split("\n"):
        if whole := _WHOLE.match(line):
            seen = line.lstrip(" \t").startswith(f"**{whole['name']}")
            yield Begun(whole["name"], start, start + whole.end(), seen)
        elif found := _dressed(shapes, language, line, start):
            yield found
        start += len(line) + 1


def _dressed(shapes: dict[str, str], language: Keywords, line: str, start: int) -> Begun | None:
    """The longest label with which a line begins."""
    found = _DRESSED.match(line)
    if not found:
        return None
    words = [*re.finditer(_WORD, found["name"])]
    if first_word(outline_of(words[0][0])) not in language.label_firsts:
        return None
    for last in reversed(words):
        end = found.start("name") + last.end()
        name = line[found.start("name") : end]
        label = shapes.get(outline_of(" ".join(name.split())))
        trail = _TRAIL.match(line, end) if label else None
        if label and trail:
            sure = _sure(found["lead"], language.english(label), trail, line)
            return Begun(name, start, start + trail.start("next"), sure=sure) if sure else None
    return None


def _sure(lead: str, meant: str, trail: re.Match[str], line: str) -> Sure:
    """Whether what stands around a label sets it apart from a sentence that begins with it.

    In small letters the sentence goes on: "**Why** it matters". Where a script has no others, a
    question is one: "**რატომ** წავიდა ანა?"
    """
    signs, behind = trail["signs"], trail["next"]
    if any(sign in _OPEN for sign in lead) and not any(sign in _CLOSE for sign in signs):
        return ""
    if _COLON.match(signs):
        return "is"
    if trail["number"] or (behind and not signs.endswith((" ", "\t"))):
        return ""
    caseless = behind.lower() == behind.title()
    asks = caseless and meant == "Why" and line.rstrip(" *_").endswith("?")
    if goes_on(behind) or (asks and not _DASH.match(signs)):
        return ""
    if _APART.match(signs) or re.search(f"[{EMOJI}]", lead):
        return "is"
    if _DASH.match(signs) and behind:
        return "may be" if caseless else "is"
    return "may be" if not signs.strip() or _STOP.match(signs) else ""
