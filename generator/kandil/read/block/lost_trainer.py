"""Lines that may be meant for the trainer alone, where every learner would read them."""

from __future__ import annotations

import re

from kandil.read.block.addressed import addressed
from kandil.read.block.context import ReadContext
from kandil.read.block.trainers import leads, trainer_word
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import COLONS, LEAD, WORD, outline_of, visible
from kandil.read.source.tokens import Group, first_line

_LINE = re.compile(
    rf"^(?P<lead>{LEAD})(?P<typed>{WORD})(?P<own>[-\u2010\u2011'’ʼ]{WORD})?"
    rf"(?P<more>(?: {WORD}){{0,2}})[*_]{{0,3}}\s*[{COLONS}][*_]{{0,3}}\s*(?P<rest>.*)$"
)
_FOR_NOTES = (" notes", " note", " only")
"""Behind the word it may be what the trainer says, unless all that is in bold letters."""
_SPEAKS = re.compile(rf"^[*_]{{0,3}}{WORD}[*_]{{0,3}}\s?:")
_NAMED = re.compile(
    rf"^[(\[]?(?P<lead>{LEAD})(?P<name>{WORD}(?:[ '’-]{WORD}){{0,5}})"
    rf"(?:[*_]{{0,3}}\s*[{COLONS}][*_]{{0,3}}\s*(?P<rest>.*)|[*_]{{2,3}})$"
)
"""The same with other words around the trainer's; all in bold letters it needs no colon."""


def lost_trainer(reading: ReadContext, group: Group) -> None:
    """`**Trainer:** How …` in a paragraph, which no heading keeps from the learners."""
    content, line = group[1].content, first_line(group)
    first, *below = content.split("\n")
    if reading.for_trainer or any(_SPEAKS.match(row) for row in below):
        return
    word, rest = _named(reading.language, visible(first))
    if word:
        _report(reading, line, reading.source.begin(line, first.strip()), word, rest)


def lost_title(reading: ReadContext, line: int, column: int, words: str) -> None:
    """`> [!NOTE] For the trainer`: the title of a callout."""
    name, _, rest = visible(words).partition(":")
    how, word, _ = addressed(reading.language, name)
    name = name.strip("*_ ")
    exact = reading.language.english(name) == "Trainer"
    word = word or (name if exact else reading.language.word("Trainer"))
    if not reading.for_trainer and (how == "whole" or exact or leads(name)):
        _report(reading, line, column, word, rest.strip("*_ "))


def _report(reading: ReadContext, line: int, column: int, word: str, rest: str) -> None:
    """Warn of words for the trainer at a place."""
    hint = f"Write '## {word}: {rest or '…'}', or begin the line with another word."
    message = f"'{word}:' keeps nothing from the learners but behind the signs of a heading"
    reading.report("Q728", line, column, message, hint)


def _named(language: Keywords, line: str) -> tuple[str, str]:
    """(the keyword's word, the words for the trainer) of a line that names her; else nothing."""
    match = _LINE.match(line)
    if match and _is_hers(match):
        word = trainer_word(language, match["typed"])
        if word and outline_of(word) == outline_of(match["typed"]):
            return word, match["rest"]
        if leads(match["typed"]):
            return language.word("Trainer"), match["rest"]
    named = _NAMED.match(line)
    if not named or (named["rest"] is None and "*" not in named["lead"]):
        return "", ""
    form = "" if " " in named["name"] or named["rest"] is None else named["name"]
    how, word, _ = addressed(language, named["name"])
    word = word if how == "whole" else trainer_word(language, form)
    return word, named["rest"] or ""


def _is_hers(match: re.Match[str]) -> bool:
    if not match["more"]:
        return True
    return bool(match["own"] or "*" in match["lead"] or match["more"] in _FOR_NOTES)
