"""Which headings open a question, a quiz or the trainer's block, slips of the pen included."""

from __future__ import annotations

import re
from difflib import get_close_matches

from kandil.model.blocks import Fixed
from kandil.read.block.context import ReadContext
from kandil.read.block.labels import known_label
from kandil.read.lesson.colonless import without_colon
from kandil.read.lesson.keyword_slips import Opening, report_keyword
from kandil.read.question.kinds import Forms, fits, has_labels, has_settings
from kandil.read.source.keywords import (
    FIXED,
    LABELS,
    SECTIONS,
    STANCES,
    STORES,
    WORDS,
    elsewhere,
)
from kandil.read.source.spelling import outline_of, small_letters, visible
from kandil.read.source.tokens import Group, first_line

_OPEN = "heading_open"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_CLOSE = 0.88
"""Above it lies 'Remeber', below it 'Why this matters', which may be a heading of its own."""
_USUAL = ("Order", "Match", "Sort", "Poll", "Rate", "Cards")
"""In another number these begin plain headings: only what stands below tells."""


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
        or without_colon(reading, forms, group, section)
        or ("", "", content)
    )


def _alike(reading: ReadContext, forms: Forms, group: Group) -> Opening | None:
    """`question: …`, `Qestion: …`, and what only looks like `Question: …`."""
    content = group[1].content
    written, keyword, rest = reading.language.heading(visible(content))
    if keyword in {*forms, *SECTIONS, *STORES}:
        message = f"A sign that nobody sees stands in '{written}:'"
        report_keyword(reading, group, content[:1], message, written, rest)
        return written, keyword, rest
    meant = _near(reading, forms, written)
    if not meant:
        return None
    message = f"'{written}:' is not a keyword; '{meant}:' is"
    if small_letters(written) != small_letters(meant) and outline_of(written) == outline_of(meant):
        message = f"'{written}:' holds a letter of another script"
    report_keyword(reading, group, written, message, meant, rest)
    return written, reading.language.english(meant), rest


def _in_dress(reading: ReadContext, forms: Forms, group: Group) -> Opening | None:
    written, keyword, rest = reading.language.in_dress(visible(group[1].content))
    if keyword not in {*forms, *SECTIONS, *STORES}:
        return None
    message = f"'{written}:' stands plain behind the signs '#', with a plain colon"
    report_keyword(reading, group, written, message, written, rest)
    return written, keyword, rest


def _foreign(
    reading: ReadContext, forms: Forms, group: Group, section: list[Group]
) -> Opening | None:
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
    report_keyword(reading, group, written, message, language.word(keyword), rest)
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


def near_fixed(reading: ReadContext, group: Group) -> Fixed | None:
    """The part of a lesson that a level-2 heading was meant to open, a slip aside; reported."""
    language, words = reading.language, group[1].content.strip()
    known = {
        outline_of(word): word for word, keyword in language.written.items() if keyword in FIXED
    }
    close = get_close_matches(outline_of(_EDGES.sub("", words)), known, 1, _CLOSE)
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
        word
        for word, english in reversed(reading.language.written.items())
        if english not in no_keyword
    ]
    same = [word for word in known if outline_of(word) == outline_of(written)]
    near = [word for word in known if reading.language.english(word) in {*forms, *SECTIONS}]
    near = [word for word in near if outline_of(word[0]) == outline_of(written[0])]
    near = [word for word in near if word not in _USUAL or not _in_number(written, word)]
    shapes = {outline_of(word): word for word in near}
    close = get_close_matches(outline_of(written), shapes, 1, 0.8)
    return (same or [shapes[shape] for shape in close] or [""])[0]


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
