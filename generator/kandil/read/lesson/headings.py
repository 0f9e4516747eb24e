"""Which headings open a question, a quiz or the trainer's block, slips of the pen included."""

from __future__ import annotations

import re
from difflib import get_close_matches

from kandil.model.blocks import Fixed
from kandil.read.block.context import ReadContext
from kandil.read.block.labels import known_label
from kandil.read.question.kinds import Forms, fits, has_labels, has_settings, plays
from kandil.read.source.keywords import (
    FIXED,
    LABELS,
    SECTIONS,
    STANCES,
    STORES,
    WORDS,
    Keywords,
    elsewhere,
)
from kandil.read.source.spelling import dressed, outline_of, visible
from kandil.read.source.tokens import Group, first_line

_FIRST_WORD = re.compile(r"^[*_]{0,3}([^\W\d_]+)\b(?![-\u2010\u2011'’ʼ][^\W\d_])(.*)$", re.DOTALL)
"""With a hyphen or an apostrophe it goes on and is another word: "Match-fixing"."""
_OPEN = "heading_open"
_CLOSE = 0.88
"""Above it lies 'Remeber', below it 'Why this matters', which may be a heading of its own."""
_USUAL = ("Order", "Match", "Sort", "Poll", "Rate", "Cards")
"""In another number these begin plain headings: only what stands below tells."""
_ORDINARY = ("Order", "Match", "Sort", "Poll", "Cards")
"""Their bodies, a list or a table of two columns, stand below plain headings as often."""
_ASKS = re.compile(
    r"(?:what|which|who|whose|when|where|why|how|do|does|did|can|could|would|will|put|place|find|each"
    r"|these|the following)\b"
)
_SIGNS = re.compile(r"^[\s\d.,;=|/:)(–—-]*")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*[ -]?$")
_COUNTS = re.compile(r"\d|$")
_SEPARATES = re.compile(r"[.,;=|/–—-]")
_JOINS = re.compile(r"(?:of|in|and|or|for|by|from|to|on|with|at|is|are)\b")
"""With these a plain heading goes on behind a usual word: "Order of events"."""


def read_keyword(
    reading: ReadContext, forms: Forms, group: Group, section: list[Group]
) -> tuple[str, str, str]:
    """(written, keyword, the words behind it); keyword is empty for a plain heading.

    `section`: what stands below the heading, up to the next one of its level.
    """
    content = group[1].content
    written, keyword, rest = reading.language.heading(content)
    if keyword in {*forms, *SECTIONS, *STORES}:
        return written, keyword, rest
    return (
        _alike(reading, forms, group)
        or _in_dress(reading, forms, group)
        or _foreign(reading, forms, group, section)
        or _without_colon(reading, forms, group, section)
        or ("", "", content)
    )


_Found = tuple[str, str, str] | None


def _alike(reading: ReadContext, forms: Forms, group: Group) -> _Found:
    """`question: …`, `Qestion: …`, and what only looks like `Question: …`."""
    content = group[1].content
    written, keyword, rest = reading.language.heading(visible(content))
    if keyword in {*forms, *SECTIONS, *STORES}:
        message = f"A sign that nobody sees stands in '{written}:'"
        _report(reading, group, content[:1], message, written, rest)
        return written, keyword, rest
    meant = _near(reading, forms, written)
    if not meant:
        return None
    message = f"'{written}:' is not a keyword; '{meant}:' is"
    if written.casefold() != meant.casefold() and outline_of(written) == outline_of(meant):
        message = f"'{written}:' holds a letter of another script"
    _report(reading, group, written, message, meant, rest)
    return written, reading.language.english(meant), rest


def _in_dress(reading: ReadContext, forms: Forms, group: Group) -> _Found:
    written, keyword, rest = keyword_in_dress(reading.language, visible(group[1].content))
    if keyword not in {*forms, *SECTIONS, *STORES}:
        return None
    message = f"'{written}:' stands plain behind the signs '#', with a plain colon"
    _report(reading, group, written, message, written, rest)
    return written, keyword, rest


def _foreign(reading: ReadContext, forms: Forms, group: Group, section: list[Group]) -> _Found:
    """`Вопрос: …` in an English course, and `Orders: …`; over prose both are plain headings."""
    language = reading.language
    written, _, rest = language.heading(visible(group[1].content))
    if not written:
        return None
    spoken, keyword = elsewhere(written, frozenset({*forms, *SECTIONS, *STORES}))
    message = f"'{written}:' is a keyword in courses of another language ({spoken})"
    if not keyword:
        keyword = next((k for k in (*forms, *SECTIONS, *STORES) if _same_stem(written, k)), "")
        message = f"'{written}:' is not a keyword; '{keyword}:' is"
        spoken = ""
    meant = keyword in ("Trainer", "Reflect") and bool(spoken)
    if not keyword or not (meant or _certain(reading, forms, keyword, section)):
        return None
    _report(reading, group, written, message, language.word(keyword), rest)
    return written, keyword, rest


def _same_stem(written: str, keyword: str) -> bool:
    """`Orders` and `Rating` begin as their keywords do."""
    length = max(3, len(keyword) - 2)
    return written[:length].casefold() == keyword[:length].casefold()


def _in_number(written: str, keyword: str) -> bool:
    """`Orders` for `Order`, `Card` for `Cards`."""
    return written.casefold().rstrip("es") == keyword.casefold().rstrip("es")


def _certain(reading: ReadContext, forms: Forms, keyword: str, section: list[Group]) -> bool:
    """Whether what stands below can be nothing else than a question of this keyword."""
    language = reading.language
    return (
        fits(language, forms, keyword, section)
        or has_settings(section)
        or has_labels(language, section)
    )


def keyword_in_dress(language: Keywords, content: str) -> tuple[str, str, str]:
    """`**Question:** …`, `1. Question: …`, `Question：…`, as `Keywords.heading` gives them."""
    found = dressed(content)
    if not found:
        return "", "", content
    rest = found["rest"].strip()
    stars = re.sub(r"[^*_]", "", found["lead"])
    if stars and not found["mid"] + found["end"]:
        rest = rest.removesuffix(stars)
    written = found["word"]
    known = {outline_of(word): word for word in language.written}
    meant = known.get(outline_of(written), written)
    return meant, language.english(meant), rest


def near_fixed(reading: ReadContext, group: Group) -> Fixed | None:
    """The part of a lesson that a level-2 heading was meant to open, a slip aside; reported."""
    language, words = reading.language, group[1].content.strip()
    known = {word.lower(): word for word, english in language.written.items() if english in FIXED}
    bare = words.strip("*_ :.").lower()
    close = get_close_matches(bare, known, 1, _CLOSE)
    if not close:
        return None
    meant, line = known[close[0]], first_line(group)
    message = f"'{words}' is not a part of a lesson; '{meant}' is"
    column = reading.source.find(line, words)
    reading.report("Q001", line, column, message, f"Write '## {meant}'.")
    return language.fixed(meant)


def _near(reading: ReadContext, forms: Forms, written: str) -> str:
    """The keyword that a word in the wrong case, or with a slip, was meant to be."""
    if not written:
        return ""
    no_keyword = (*LABELS, *STANCES, *WORDS, *FIXED)
    known = [
        word for word, english in reading.language.written.items() if english not in no_keyword
    ]
    found = [word for word in known if outline_of(word) == outline_of(written)]
    near = [word for word in known if reading.language.english(word) in {*forms, *SECTIONS}]
    near = [word for word in near if word[0].casefold() == written[0].casefold()]
    near = [word for word in near if word not in _USUAL or not _in_number(written, word)]
    found = found or get_close_matches(written, near, 1, 0.8)
    return found[0] if found else ""


def _without_colon(
    reading: ReadContext, forms: Forms, group: Group, section: list[Group]
) -> _Found:
    """`### Question 1: …` or `## Trainer notes`: without a colon it would be a plain heading."""
    found = _FIRST_WORD.match(visible(group[1].content))
    known = {outline_of(word): word for word in reading.language.written}
    written = known.get(outline_of(found[1]), "") if found else ""
    keyword = reading.language.english(written)
    if not found or keyword not in {*forms, *SECTIONS, *STORES}:
        return None
    rest = found[2].strip().strip("*_ ")
    plain = _title(rest)
    meant = f"'{found[1]}' needs a colon right behind it"
    if not _is_meant(reading, forms, keyword, section, rest):
        if not fits(reading.language, forms, keyword, section) or _is_plain(keyword, rest, section):
            return None
        hint = f"Write '{_head(group, written, plain)}', or begin it with another word."
        message = f"{meant}, if this is no plain heading"
        line = first_line(group)
        column = reading.source.find(line, found[1])
        reading.report("Q720", line, column, message, hint)
        return None
    _report(reading, group, found[1], meant, written, plain)
    return found[1], keyword, plain


def _is_plain(keyword: str, rest: str, section: list[Group]) -> bool:
    """Whether a heading in small letters goes on as a plain one, such as "Poll results"."""
    if keyword == "Scenario":
        return not plays(section)
    return bool(_JOINS.match(rest)) or (keyword in _ORDINARY and not _ASKS.match(rest))


def _title(rest: str) -> str:
    """The words of a heading without its number, unless they go on from it: "30 minutes"."""
    words = _SIGNS.sub("", rest)
    amount = _AMOUNT.search(rest[: len(rest) - len(words)])
    goes_on = words[:1].isalpha() and not words[:1].isupper()
    return amount[0] + words if amount and goes_on else words


def _is_meant(
    reading: ReadContext, forms: Forms, keyword: str, section: list[Group], rest: str
) -> bool:
    """Whether a first word without a colon can only be the keyword."""
    asks = rest.endswith(("?", "？", "؟", ";")) or _SEPARATES.match(rest) is not None
    if keyword == "Trainer" or (keyword not in STORES and _COUNTS.match(rest)):
        return True
    if has_settings(section) or has_labels(reading.language, section):
        return True
    if keyword == "Reflect":
        return asks
    if not fits(reading.language, forms, keyword, section):
        return False
    # In sentence case the words of a plain heading go on in small letters: "Order of events".
    title = not rest[:1].islower()
    return asks or title or reading.scored or keyword in ("Question", "Quiz")


def _head(group: Group, meant: str, rest: str) -> str:
    return f"{'#' * int(group[0].tag[1])} {meant}: {rest or '…'}"


def _report(
    reading: ReadContext, group: Group, written: str, message: str, meant: str, rest: str
) -> None:
    line = first_line(group)
    column = reading.source.find(line, written)
    reading.report("Q001", line, column, message, f"Write '{_head(group, meant, rest)}'.")


def label_heading(reading: ReadContext, forms: Forms, found: list[Group], index: int) -> bool:
    """Whether a heading below a question is one of its labels gone wrong; reported."""
    before = (found[number] for number in range(index - 1, -1, -1))
    group, above = found[index], next((one for one in before if one[0].type == _OPEN), None)
    if above is None or above[0].tag > group[0].tag:
        return False
    label = known_label(reading.language, group[1].content)
    if not label or reading.language.heading(above[1].content)[1] not in forms:
        return False
    written, _, words = group[1].content.partition(":")
    line = first_line(group)
    hint = f"Write '> **{written.strip('*_ ')}:** {words.strip('*_ ') or '…'}'."
    reading.report(
        "Q009",
        line,
        reading.source.find(line, "#"),
        f"The label '{label}' must stand in a quote",
        hint,
    )
    return True


def check_level(reading: ReadContext, group: Group) -> None:
    """A heading of level 1, or one that leaves a level out."""
    line, level, content = first_line(group), int(group[0].tag[1]), group[1].content
    column = reading.source.find(line, "#")
    if level == 1:
        check_top(reading, group)
    elif level > reading.level + 1:
        hint = f"Write '{'#' * (reading.level + 1)} {content}'."
        message = f"This heading of level {level} follows one of level {reading.level}"
        if reading.level == 1:
            message = "The first heading of a lesson begins with two signs '##'"
        reading.report("M011", line, column, message, hint)
    reading.level = max(level, 2)


def check_top(reading: ReadContext, group: Group) -> None:
    """A heading of level 1, which would hold all that follows."""
    line = first_line(group)
    if group[0].tag == "h1":
        hint = f"The title stands in the front matter. Write '## {group[1].content}'."
        message = "A heading inside a lesson begins at level 2"
        reading.report("M011", line, reading.source.find(line, "#"), message, hint)
