"""Plain language: short sentences, plain words, and for English a reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kandil.lint.lint import Lint, LintContext
from kandil.lint.readability.syllables import syllables
from kandil.lint.text.needed import folded
from kandil.lint.text.sentences import sentences, words
from kandil.lint.text.sources import Sources
from kandil.lint.text.word_tables import row
from kandil.model.course import Module
from kandil.model.text import Text, texts
from kandil.problems import Problem
from kandil.values import dataclass

LONGEST = 25
"""Words; a longer sentence is lost on a small screen."""
MEAN = 18
"""Words a sentence over a whole lesson."""
GRADE = 8
"""Years of school (Flesch and Kincaid) that a lesson may ask for."""
_TAIL = 12
"""Signs at its end in which a sentence shows that it is whole."""
_WHOLE = re.compile(r"[.!?…][\"'”»’)\]]*$")
_LETTERS = re.compile(r"\w+")
_ENOUGH = 20
"""Sentences; fewer say nothing about a lesson."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Of the whole sentences of a lesson."""

    sentences: int
    words: int
    syllables: int

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / max(self.sentences, 1)

    @property
    def grade(self) -> float:
        """Flesch and Kincaid's grade."""
        return 0.39 * self.mean + 11.8 * self.syllables / max(self.words, 1) - 15.59


def lint_plain(context: LintContext) -> Iterator[Problem]:
    """What a learner reads; words for the trainer may be longer."""
    english, sources = context.locale.partition("-")[0] == "en", context.sources
    for module in context.course.modules:
        lesson: list[list[Sentence]] = []
        for text in texts(module.blocks):
            plain = text.plain
            lesson.append(cut(plain))
            yield from _long(text, lesson[-1], sources)
            if english:
                yield from _hard(text, plain, sources)
        yield from _lesson(module, measure(lesson), english)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a lesson."""

    text: str
    words: list[str]

    @property
    def whole(self) -> bool:
        """It ends like one; headings and answers of a word or two do not."""
        return _WHOLE.search(self.text.rstrip()[-_TAIL:]) is not None


def cut(plain: str) -> list[Sentence]:
    """The sentences of a text, each with its words."""
    parts = (plain[start:end] for start, end in sentences(plain))
    return [Sentence(part, words(part)) for part in parts]


def measure(lesson: Iterable[list[Sentence]]) -> Measure:
    """Count what ends like a sentence."""
    whole = [one.words for found in lesson for one in found if one.whole]
    said = (word for row in whole for word in row if word.isascii() and word.isalpha())
    return Measure(len(whole), sum(map(len, whole)), sum(map(syllables, said)))


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


def _lesson(module: Module, found: Measure, english: bool) -> Iterator[Problem]:
    if found.sentences < _ENOUGH:
        return
    hint = "Cut long sentences in two, and take shorter words."
    if english and found.grade > GRADE:
        message = (
            f"This lesson reads like school grade {found.grade:.1f}, with {found.mean:.0f} words "
            f"a sentence; grade {GRADE} is enough"
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
