"""Words of the source that stayed in its translation, beside others that were translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from kandil.localize.scripts import letters_of, written_in
from kandil.model.inlines import Blank, Code, Inline, Inlines, Link

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STOP = re.compile(r"[.!?…؟։](?=\W*(?:\s|$))|[。！？]")
"""Where a sentence ends."""
_PAUSE = re.compile(r"[,;:()\[\]«»„“”\"|/—–،؛、\0]+")
ADDRESS = re.compile(r"\S*(?:@|://|\.\w)\S*|\{[^}]*\}")
"""What no translator changes: addresses, and what the build fills in."""
_SET_APART = re.compile(r"«[^«»]{1,80}»|[„“][^„“”]{1,80}[“”]|\"[^\"]{1,80}\"|\([^()]{1,80}\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUTSIDE = re.compile(r"https?://")
_RUN, _COMMON = 3, 2
"""Words side by side from which on they are no name, and how many of them are in small letters."""
_STRANGE = 4
"""The same of words that the source does not have: a term may be told in its own language."""
_LABEL = 4
"""Words of the longest that stays as a screen shows it: `Sign in with …`."""
_QUOTED = 5
"""Words of the longest quotation or term in brackets that stays."""


class LeftOver(NamedTuple):
    """What stayed."""

    code: str
    words: str


def left_over(source: Inlines, words: Inlines, tag: str) -> Iterator[LeftOver]:
    """The first sentence of the source that stands in its translation into the language `tag`, or
    the first run of words in another script."""
    before, after = _running(source), _running(words)
    if _shared(before, after):
        yield from _sentence(before, after)
    if (spoken := _other(before, tag)) and spoken in {*map(letters_of, {*after})}:
        yield from _run(before, after, spoken)


def half_translated(source: Inlines, words: Inlines, tag: str) -> Iterator[str]:
    """The first words side by side that stand so in the source, too: two in another script than
    that of `tag`, more in the same, where languages may share some."""
    before, after = _running(source), _running(words)
    if not (known := _shared(before, after)):
        return
    spoken = _other(before, tag)
    heads = {word for one in STOP.split(before) for word in _WORD.findall(one)[:1]}
    cited = _YEAR.search(before) is not None
    for one in STOP.split(_SET_APART.sub(_unless_short, after)):
        half = len(_WORD.findall(one)) / 2
        for run in (run for part in _PAUSE.split(one) for run in _copied(part, known)):
            least = 2 if spoken else _RUN if len(run) >= half else _STRANGE
            plain = _common(run) >= (least if len(run) == least else least - 1)
            hyphen = len(run) == 2 and "-" in "".join(run)
            if len(run) >= least and plain and not hyphen and not _named(run, heads, cited):
                yield " ".join(run)
                return


def _copied(part: str, known: Set[tuple[str, str]]) -> Iterator[list[str]]:
    """Runs of words of which each two neighbours are so in the source."""
    run: list[str] = []
    for word in _WORD.findall(part):
        if run and (run[-1], word) not in known:
            yield run
            run = []
        run.append(word)
    yield run


@lru_cache(2)
def _shared(before: str, after: str) -> Set[tuple[str, str]]:
    """Each two words that are neighbours in both: most translations have none, and are no copy."""
    return {*pairwise(_WORD.findall(before))} & {*pairwise(_WORD.findall(after))}


@lru_cache(4)
def _running(inlines: Inlines) -> str:
    """The words, without code, addresses and the titles of pages outside."""
    return ADDRESS.sub("\0", "".join(map(_words, inlines)))


def _words(part: Inline) -> str:
    match part:
        case str():
            return part
        case Blank() | Code():
            return "\0"
        case Link(target=target) if _OUTSIDE.match(target):
            return "\0"
    return "".join(map(_words, getattr(part, "children", ())))


def _other(before: str, tag: str) -> str:
    """The script of the source, as Unicode names it, where `tag` is written in another."""
    first = _WORD.search(before)
    name = letters_of(first[0][0]) if first else ""
    return name if name and name != written_in(tag) else ""


def _sentence(before: str, after: str) -> Iterator[LeftOver]:
    known = {tuple(_WORD.findall(one)) for one in STOP.split(before)}
    for one in STOP.split(after) if len(known) > 1 else ():
        words = _WORD.findall(one)
        if len(words) >= _RUN and _common(words) >= _COMMON and tuple(words) in known:
            yield LeftOver("L020", " ".join(words))
            return


def _run(before: str, after: str, spoken: str) -> Iterator[LeftOver]:
    known = {*_WORD.findall(before)}
    heads = {word for one in STOP.split(before) for word in _WORD.findall(one)[:1]}
    cited = _YEAR.search(before) is not None
    for words in _runs(_SET_APART.sub(_unless_short, after), spoken):
        if _named(words, heads, cited):
            continue
        copied = _common([word for word in words if word in known]) >= _COMMON
        if copied or (len(words) >= _STRANGE and _common(words) >= _STRANGE - 1):
            yield LeftOver("L020" if copied else "L021", " ".join(words))
            return


def _runs(after: str, spoken: str) -> Iterator[list[str]]:
    """Words side by side in the letters of the source."""
    for part in _PAUSE.split(after):
        for same, group in groupby(_WORD.findall(part), lambda word: letters_of(word[0]) == spoken):
            words = list(group)
            if same and len(words) >= _RUN:
                yield words


def _unless_short(found: re.Match[str]) -> str:
    short = len(_WORD.findall(found[0])) <= _QUOTED and not STOP.search(found[0][:-1])
    return "\0" if short else found[0]


def _common(words: list[str]) -> int:
    return sum(not word[0].isupper() for word in words)


def _named(words: list[str], heads: set[str], cited: bool) -> bool:
    """A name with several capital letters, or what begins with one amid the source's sentence: a
    label of a screen, or the title of what is cited."""
    capitals = len(words) - _common(words)
    if capitals > 1 and capitals >= sum(len(word) > 3 and word[0].islower() for word in words):
        return True
    begins = words[0][0].isupper() and words[0] not in heads
    return begins and (cited or len(words) <= _LABEL)
