"""How long the sentences of a lesson are, and how hard its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kandil.lint.readability.syllables import syllables
from kandil.lint.text.sentences import sentences, words
from kandil.model.course import Module
from kandil.model.text import Text, texts
from kandil.values import dataclass

ENOUGH = 20
"""Sentences; fewer say nothing about a lesson."""
_TAIL = 12
"""Signs at its end in which a sentence shows that it is whole."""
_WHOLE = re.compile(r"[.!?…][\"'”»’)\]]*$")


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

    def __add__(self, other: Measure) -> Measure:
        """Of two lessons."""
        return Measure(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
        )


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


def prose(module: Module) -> tuple[tuple[Text, list[Sentence]], ...]:
    """What a learner reads of a lesson, cut into sentences."""
    return tuple((text, cut(text.plain)) for text in texts(module.blocks))
