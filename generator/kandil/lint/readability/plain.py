"""Plain language: short sentences, plain words, and for English a reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kandil.lint.lint import Lint, LintContext
from kandil.lint.readability.measure import ENOUGH, Measure, Sentence, measure
from kandil.lint.text.needed import folded
from kandil.lint.text.sources import Sources
from kandil.lint.text.word_tables import row
from kandil.model.course import Module
from kandil.model.text import Text
from kandil.problems import Problem

LONGEST = 25
"""Words; a longer sentence is lost on a small screen."""
MEAN = 18
"""Words a sentence over a whole lesson."""
_LETTERS = re.compile(r"\w+")


def lint_plain(context: LintContext) -> Iterator[Problem]:
    """What a learner reads; words for the trainer may be longer."""
    english, sources = context.locale.partition("-")[0] == "en", context.sources
    for module, found in context.material.prose:
        for text, spoken in found:
            yield from _long(text, spoken, sources)
            if english:
                yield from _hard(text, text.plain, sources)
        measured = measure(spoken for _, spoken in found)
        yield from _lesson(module, measured, context.course.grade if english else 0)


def _long(text: Text, found: list[Sentence], sources: Sources) -> Iterator[Problem]:
    for one in found:
        number = len(one.words)
        if number > LONGEST:
            begin = " ".join(one.text.split(maxsplit=3)[:3])
            hint = f"Make two of it: at most {LONGEST} words are read easily."
            message = f"This sentence has {number} words"
            yield Problem("A101", sources.spot(text.place, begin), message, hint)


def _hard(text: Text, plain: str, sources: Sources) -> Iterator[Problem]:
    if _firsts().isdisjoint(_LETTERS.findall(folded(plain))):
        return
    for found in _pattern().finditer(plain):
        plainer = row("plain", "en")[found[0].lower()]
        place = sources.spot(text.place, found[0])
        yield Problem("A102", place, f"'{found[0]}' is a hard word", f"Write '{plainer}'.")


def _lesson(module: Module, found: Measure, grade: int) -> Iterator[Problem]:
    """`grade`: that the course allows; 0 where nobody can tell it of the language."""
    if found.sentences < ENOUGH:
        return
    hint = "Cut long sentences in two, and take shorter words."
    if grade and found.grade > grade:
        message = (
            f"This lesson reads like school grade {found.grade:.1f}, with {found.mean:.0f} words "
            f"a sentence; grade {grade} is enough"
        )
        yield Problem("A103", module.title.place, message, hint)
    elif found.mean > MEAN:
        message = f"The sentences of this lesson have {found.mean:.0f} words on average"
        yield Problem("A104", module.title.place, message, hint)


@cache
def _firsts() -> frozenset[str]:
    """With what a hard word begins; few texts have one."""
    return frozenset(_LETTERS.findall(folded(words))[0] for words in row("plain", "en"))


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(row("plain", "en"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


LINT = Lint(lint_plain)
