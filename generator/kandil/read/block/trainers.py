"""Words that may be meant for the trainer alone, where every learner would read them."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import COLONS, LEAD, WORD, outline_of, visible
from kandil.read.source.tokens import Group, first_line

_VOWELS = "aeაეიოუаеиіоуя"
"""Which a word loses before another ending: ტრენერი, ტრენერების."""
_OWN = re.compile(rf"(?P<sign>[-\u2010\u2011'’ʼ])(?P<end>{WORD})")
_LINE = re.compile(
    rf"^(?P<lead>{LEAD})(?P<typed>{WORD})(?P<own>[-\u2010\u2011'’ʼ]{WORD})?"
    rf"(?P<more>(?: {WORD}){{0,2}})[*_]{{0,3}}\s*[{COLONS}][*_]{{0,3}}\s*(?P<rest>.*)$"
)
_FOR_NOTES = (" notes", " note", " only")
"""Behind the word it may be what the trainer says, unless all that is in bold letters."""
_SPEAKS = re.compile(rf"^[*_]{{0,3}}{WORD}[*_]{{0,3}}\s?:")


def trainer_word(language: Keywords, typed: str) -> str:
    """The keyword of which `typed` is a form; or an empty string."""
    outline = outline_of(typed)
    known = [word for word, keyword in language.written.items() if keyword == "Trainer"]
    exact = [word for word in known if outline_of(word) == outline]
    stems = [word for word in reversed(known) if outline.startswith(_stem(word))]
    return [*exact, *stems, ""][0]


def _stem(word: str) -> str:
    return outline_of(word.rstrip(_VOWELS))


def after_trainer(language: Keywords, typed: str, behind: str) -> tuple[str, str, bool]:
    """(the keyword's word, the words behind it, whether these are the trainer's own)."""
    word = trainer_word(language, typed)
    own = _OWN.match(behind)
    if own:
        behind = behind[own.start("end") if own["sign"] in "-\u2010\u2011" else own.end() :]
    return word, behind.strip(), own is not None


def lost_trainer(reading: ReadContext, group: Group) -> None:
    """`**Trainer:** How …` in a paragraph, which no heading keeps from the learners."""
    content, line = group[1].content, first_line(group)
    first, *below = content.split("\n")
    match = _LINE.match(visible(first))
    if reading.for_trainer or not match or any(_SPEAKS.match(row) for row in below):
        return
    if match["more"] and not (match["own"] or "*" in match["lead"] or match["more"] in _FOR_NOTES):
        return
    word = trainer_word(reading.language, match["typed"])
    if word and outline_of(word) == outline_of(match["typed"]):
        hint = f"Write '## {word}: {match['rest'] or '…'}', or begin the line with another word."
        message = f"'{word}:' keeps nothing from the learners but behind the signs of a heading"
        reading.report("Q728", line, reading.source.begin(line, first.strip()), message, hint)
