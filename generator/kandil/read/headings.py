"""Which headings open a question, a quiz or the trainer's block, slips of the pen included."""

from __future__ import annotations

import re
from difflib import get_close_matches

from kandil.model.blocks import Fixed
from kandil.read.answers import boxed
from kandil.read.keywords import FIXED, LABELS, SECTIONS, STANCES, STORES, WORDS, Keywords
from kandil.read.labels import known_label
from kandil.read.reading import Reading
from kandil.read.tokens import Group, first_line

_FIRST_WORD = re.compile(r"^([^\W\d_]+)\b(.*)$", re.DOTALL)
_DRESSED = re.compile(
    r"^(?P<lead>(?:\d{1,3}[.):]?\s*|[*_]{1,3})*)(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)"
    r"(?: ?\d{1,3}[.)]?)?(?P<mid>[*_]{0,3})\s*(?P<colon>[:：])(?P<end>[*_]{0,3})\s*(?P<rest>.*)$",
    re.DOTALL,
)
_OPEN = "heading_open"
_CLOSE = 0.88
"""Above it lies 'Remeber', below it 'Why this matters', which may be a heading of its own."""
_NUMBER = re.compile(r"^[\s\d.,:)(–—-]+")


def read_keyword(
    reading: Reading, questions: frozenset[str], group: Group, body: list[Group]
) -> tuple[str, str, str]:
    """(written, keyword, the words behind it); keyword is empty for a plain heading."""
    content = group[1].content
    written, keyword, rest = reading.language.heading(content)
    if keyword in {*questions, *SECTIONS, *STORES}:
        return written, keyword, rest
    if meant := _near(reading, questions, written):
        _report(
            reading, group, written, f"'{written}:' is not a keyword; '{meant}:' is", meant, rest
        )
        return written, reading.language.english(meant), rest
    written, keyword, rest = keyword_in_dress(reading.language, content)
    if keyword in {*questions, *SECTIONS, *STORES}:
        message = f"'{written}:' stands plain behind the signs '#', with a plain colon"
        _report(reading, group, written, message, written, rest)
        return written, keyword, rest
    return _without_colon(reading, questions, group, body)


def keyword_in_dress(language: Keywords, content: str) -> tuple[str, str, str]:
    """`**Question:** …`, `1. Question: …`, `Question：…`, as `Keywords.heading` gives them."""
    found = _DRESSED.match(content)
    if not found or not (found["lead"] + found["mid"] + found["end"] or found["colon"] == "："):
        return "", "", content
    rest = found["rest"].strip()
    stars = re.sub(r"[^*_]", "", found["lead"])
    if stars and not found["mid"] + found["end"]:
        rest = rest.removesuffix(stars)
    written = found["word"]
    meant = next((w for w in (written, written.capitalize()) if language.english(w)), written)
    return meant, language.english(meant), rest


def near_fixed(reading: Reading, group: Group) -> Fixed | None:
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


def _near(reading: Reading, questions: frozenset[str], written: str) -> str:
    """The keyword that a word in the wrong case, or with a slip, was meant to be."""
    if not written:
        return ""
    no_keyword = (*LABELS, *STANCES, *WORDS, *FIXED)
    known = [
        word for word, english in reading.language.written.items() if english not in no_keyword
    ]
    found = [word for word in known if word.lower() == written.lower()]
    near = [word for word in known if reading.language.english(word) in {*questions, *SECTIONS}]
    near = [word for word in near if word[0].casefold() == written[0].casefold()]
    found = found or get_close_matches(written, near, 1, 0.8)
    return found[0] if found else ""


def _without_colon(
    reading: Reading, questions: frozenset[str], group: Group, body: list[Group]
) -> tuple[str, str, str]:
    """`### Question 1: …` or `## Trainer notes`: without a colon it would be a plain heading."""
    found = _FIRST_WORD.match(group[1].content)
    written = found[1] if found else ""
    keyword = reading.language.english(written) or reading.language.english(written.capitalize())
    if not found or keyword not in {*questions, *SECTIONS}:
        return "", "", group[1].content
    rest = found[2].strip()
    asks = any(boxed(part) for part in body if part[0].type.endswith("list_open"))
    asks |= any("[[" in token.content for part in body for token in part)
    counts = re.match(r"^\s*(?:\d|$)", found[2]) is not None
    if keyword == "Trainer" or counts or (keyword in questions and asks):
        message = f"'{written}' needs a colon right behind it"
        rest = _NUMBER.sub("", rest)
        _report(reading, group, written, message, written.capitalize(), rest)
        return written, keyword, rest
    return "", "", group[1].content


def _report(
    reading: Reading, group: Group, written: str, message: str, meant: str, rest: str
) -> None:
    line = first_line(group)
    column = reading.source.find(line, written)
    hint = f"Write '{'#' * int(group[0].tag[1])} {meant}: {rest or '…'}'."
    reading.report("Q001", line, column, message, hint)


def label_heading(
    reading: Reading, questions: frozenset[str], found: list[Group], index: int
) -> bool:
    """Whether a heading below a question is one of its labels gone wrong; reported."""
    group, heads = found[index], (one for one in found[:index][::-1] if one[0].type == _OPEN)
    above = next(heads, None)
    if above is None or above[0].tag > group[0].tag:
        return False
    label = known_label(reading.language, group[1].content)
    if not label or reading.language.heading(above[1].content)[1] not in questions:
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


def check_level(reading: Reading, group: Group) -> None:
    """A heading of level 1, or one that leaves a level out."""
    line, level, content = first_line(group), int(group[0].tag[1]), group[1].content
    column = reading.source.find(line, "#")
    if level == 1:
        hint = f"The title stands in the front matter. Write '## {content}'."
        reading.report("M011", line, column, "A heading inside a lesson begins at level 2", hint)
    elif level > reading.level + 1:
        hint = f"Write '{'#' * (reading.level + 1)} {content}'."
        message = f"This heading of level {level} follows one of level {reading.level}"
        if reading.level == 1:
            message = "The first heading of a lesson begins with two signs '##'"
        reading.report("M011", line, column, message, hint)
    reading.level = max(level, 2)
