"""Damage that a translation can take: what the source has and the translation must keep."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kandil.localize.doubts import no_translation, shortened
from kandil.localize.entries import Entry
from kandil.localize.kept_words import kept_words
from kandil.localize.units import Unit
from kandil.model.drawing import LABEL
from kandil.model.inlines import (
    Blank,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    Note,
    Range,
    Strong,
    only_words,
    plain,
    walk,
)
from kandil.model.interactions import FillIn
from kandil.model.shown import addresses
from kandil.model.text import Text
from kandil.problems import Problem, errors
from kandil.problems.codes import CODES
from kandil.read.block.shown import MESSAGE
from kandil.read.inline.blanks import repeated
from kandil.read.inline.inlines import read_inlines
from kandil.values import dataclass

PLACEHOLDER = re.compile(r"\{[A-Za-z][\w.-]*\}|%\(\w+\)[sd]|%[sd]")
_BLOCK = re.compile(
    r"^\s*(#{1,6} |[-*+] ?\[[ xXхХ✓✔]?\] ?|[-*+] |> |\d+[.)] |\[[ xXхХ✓✔]?\](?![(\[]) ?)",
    re.MULTILINE,
)
_THOUSANDS = re.compile(r"(?<=\d)[.,'’٬ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
"""What stands between the thousands of one number."""
_ADDRESSES = ("M002", "M003", "M004")
"""A link that the reader refuses is a lost one too: one cause, reported once."""
_APART = ("L003", "L005", "L006")
"""Damage that has nothing to do with what the reader refuses, and is told with it."""
_ROOM = 3
"""Signs that a short label may have more."""
_STRAY = ("**", "*", "`", "](", "[[", "]]", "<")
_SIGNS = re.compile(r"[*`<\]\[]")
_OPEN, _CLOSE = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_DIRECTION = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class Checked:
    """A translation as it was read, and what is wrong with it."""

    inlines: Inlines
    problems: tuple[Problem, ...]

    @property
    def damaged(self) -> bool:
        """True where the source must be shown instead."""
        return bool(errors(self.problems))


def check(unit: Unit, entry: Entry, tag: str = "", usual: float = 1.0) -> Checked:
    """Read the translation of a unit, which is in the language `tag`, and compare the two; `usual`
    is how long translations are beside their sources."""
    text, question = unit.text, unit.question
    gap = (question.case, question.exact) if isinstance(question, FillIn) else (False, False)
    read = _read(text, entry, tag, bool(unit.answer), unit.base, gap)
    inlines, found, pairs = read.inlines, read.found, [*read.pairs]
    where = f"The source stands in {text.place.file}:{text.place.line}."
    faults = errors(found)
    if not any(CODES[code].severity == "error" for code, _ in pairs):
        pairs += shortened(text.inlines, inlines, usual, text.plain, plain(inlines))
    if faults:
        refused = any(fault.code in _ADDRESSES for fault in faults)
        told = _APART if refused else ("L002", *_APART)
        pairs = [pair for pair in pairs if pair[0] in told]
    problems = [
        *(Problem("L015", entry.place, fault.message, f"{fault.hint} {where}") for fault in faults),
        *(replace(one, hint=f"{one.hint} {where}") for one in found if _of_a_gap(one)),
        *(Problem(code, entry.place, message, where) for code, message in pairs),
    ]
    return Checked(inlines, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Read:
    """A translation by itself, however long others are."""

    inlines: Inlines
    found: tuple[Problem, ...]
    pairs: tuple[tuple[str, str], ...]


@lru_cache(8192)
def _read(
    text: Text, entry: Entry, tag: str, answer: bool, base: str, gap: tuple[bool, bool]
) -> _Read:
    """Remembered, since a check reads the same words for each build that it looks ahead to."""
    words = entry.words[0]
    blanks = any(isinstance(part, Blank) for part in walk(text.inlines))
    blanks = blanks or "[[" in words
    inlines, found = read_inlines(words, entry.place, blanks, base=base)
    found += _repeated(gap, inlines, entry)
    pairs = list(_compare(text, answer, inlines, words))
    if not errors(found):
        kept = kept_words(text, inlines, tag, answer)
        pairs = [*no_translation(text.inlines, inlines, tag, answer)] or [*pairs, *kept]
    return _Read(inlines, tuple(found), tuple(pairs))


def _of_a_gap(problem: Problem) -> bool:
    """What does not hide the translation, and is asked about as in the source."""
    return problem.code[0] == "Q" and problem.severity != "error"


def _repeated(settings: tuple[bool, bool], inlines: Inlines, entry: Entry) -> list[Problem]:
    """Answers of a gap that are one to the page, by `case` and `exact` of its question."""
    gaps = (part for part in walk(inlines) if isinstance(part, Blank))
    return [replace(one, place=entry.place) for gap in gaps for one in repeated(gap, *settings)]


def _compare(text: Text, answer: bool, inlines: Inlines, words: str) -> Iterator[tuple[str, str]]:
    """(code, message) of each damage."""
    source, before, after = text.inlines, text.plain, plain(inlines)
    marked = not (only_words(source) and only_words(inlines))
    if marked:
        yield from _links(source, inlines)
        yield from _other_code(source, inlines, answer)
        yield from _blanks(source, inlines)
    if text.role == MESSAGE:
        for address in _lost(addresses(before), addresses(after)):
            yield "L002", f"The address '{address}' was lost or changed"
    yield from placeholders(text.source, words)
    yield from _other_numbers(_shown(source), _shown(inlines))
    if marked:
        yield from _other_markup(source, inlines)
    yield from _begins(text.source, words)
    yield from _stray(before, after)
    if text.role == LABEL:
        yield from _label(before, after)
    else:
        yield from length(before, after, 40)
    yield from marks(words)


def _lost(source: list[str], translation: list[str]) -> list[str]:
    """What the one has and the other has not, either way, in order."""
    if source == translation:
        return []
    before, after = Counter(source), Counter(translation)
    return list((before - after).elements()) or list((after - before).elements())


def _links(source: Inlines, inlines: Inlines) -> Iterator[tuple[str, str]]:
    for target in _lost(_targets(source), _targets(inlines)):
        yield "L002", f"The link, picture or note '{target}' was lost or changed"


def _targets(inlines: Inlines) -> list[str]:
    found = []
    for part in walk(inlines):
        match part:
            case Link(target=target) | Image(source=target):
                found.append(target)
            case Note(label):
                found.append(f"[^{label}]")
    return found


def _other_code(source: Inlines, inlines: Inlines, answer: bool) -> Iterator[tuple[str, str]]:
    for content in [] if answer else _lost(_codes(source), _codes(inlines)):
        yield "L003", f"The words in code marks `{content}` were lost or changed"


def _codes(inlines: Inlines) -> list[str]:
    return [part.content for part in walk(inlines) if isinstance(part, Code)]


def _blanks(source: Inlines, inlines: Inlines) -> Iterator[tuple[str, str]]:
    """Text answers may vary in number; count, kind and numbers may not (`rulings.md` 29)."""
    before, after = _gaps(source), _gaps(inlines)
    if len(before) != len(after):
        yield "L004", f"The source has {_count(before)}, and the translation has {len(after)}"
    elif Counter(before) != Counter(after):
        yield "L004", "A blank changed its kind or its number"


def _count(gaps: list[str]) -> str:
    return f"{len(gaps)} blank{'' if len(gaps) == 1 else 's'}"


def _gaps(inlines: Inlines) -> list[str]:
    gaps = (part for part in walk(inlines) if isinstance(part, Blank))
    return [_values(gap.number) if gap.number else "text" for gap in gaps]


def _values(number: Range) -> str:
    """`5` and `5,0` are one number."""
    return f"{number.low.normalize()} {number.high.normalize()}"


def _shown(inlines: Inlines) -> str:
    shown = " ".join(part for part in walk(inlines) if isinstance(part, str))
    return PLACEHOLDER.sub(" ", shown)


def _other_numbers(source: str, words: str) -> Iterator[tuple[str, str]]:
    """`1,500` is `1500` in one language and `1 500` in another."""
    lost = _lost(_numbers(source), _numbers(words))
    if lost and _lost(*(_numbers(_THOUSANDS.sub("", text)) for text in (source, words))):
        yield "L006", f"The number {lost[0]} was lost or changed"


def _numbers(words: str) -> list[str]:
    """Runs of digits, of whatever script."""
    found = re.findall(r"\d+", words)
    return ["".join(str(unicodedata.decimal(sign)) for sign in run) for run in found]


def placeholders(source: str, words: str) -> Iterator[tuple[str, str]]:
    """`{name}` and `%(number)s`, which the build fills in."""
    for name in _lost(PLACEHOLDER.findall(source), PLACEHOLDER.findall(words)):
        yield "L005", f"The placeholder '{name}' was lost or changed"


def _other_markup(before: Inlines, after: Inlines) -> Iterator[tuple[str, str]]:
    kinds = {_kind(part) for part in walk(after)} - {_kind(part) for part in walk(before)}
    for kind in sorted(kinds):
        yield "L008", f"The translation has {kind}, and the source has none"


def _begins(source: str, words: str) -> Iterator[tuple[str, str]]:
    begins = _BLOCK.findall(words)
    if len(begins) > len(_BLOCK.findall(source)):
        yield (
            "L008",
            f"A line of the translation begins with '{begins[-1].strip()}', which stays outside",
        )


def _stray(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The first sign of Markdown that a learner would see."""
    for sign in _STRAY if _SIGNS.search(after) else ():
        if after.count(sign) > before.count(sign):
            yield "L008", f"The translation shows the sign '{sign}' to the learner"
            return


def _kind(part: Inline) -> str:
    match part:
        case Emphasis():
            return "*emphasis*"
        case Strong():
            return "**strong words**"
    return ""


def _label(source: str, words: str) -> Iterator[tuple[str, str]]:
    """In a drawing, over 140 % (`rulings.md` 45); a few signs more have room beside any word."""
    if len(words) > max(len(source) * 1.4, len(source) + _ROOM):
        percent = len(words) * 100 // len(source)
        yield "L029", f"In its drawing, this label is {percent} % as long as its source"


def length(source: str, words: str, spare: int) -> Iterator[tuple[str, str]]:
    """Over 180 %; a short text may have `spare` signs more."""
    if len(words) > max(len(source) * 1.8, len(source) + spare):
        percent = len(words) * 100 // max(len(source), 1)
        yield "L009", f"The translation is {percent} % as long as its source"


def marks(words: str) -> Iterator[tuple[str, str]]:
    """Each direction mark that opens is closed (Unicode Standard Annex 9)."""
    depth = 0
    for sign in _DIRECTION.findall(words):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth < 0:
            break
    if depth:
        yield "L010", "A direction mark is opened and not closed, or closed and not opened"
