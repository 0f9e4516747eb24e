"""A sentence in pieces that look alike: what both kinds of documents are written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from kandil.localize.words.formats import direction
from kandil.model.edition import Edition
from kandil.model.inlines import (
    Blank,
    Break,
    Code,
    Emphasis,
    Image,
    Inlines,
    Link,
    Note,
    Strong,
    plain,
)
from kandil.model.text import Text
from kandil.values import dataclass

LTR, END = "\u2066", "\u2069"
"""LRI and PDI (UAX 9, 2.4.1): a number to call would change its order between Arabic words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look and one language."""

    words: str
    lang: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    raised: bool = False

    @property
    def rtl(self) -> bool:
        """Whether its language runs from right to left."""
        return direction(self.lang) == "rtl"


@dataclass(slots=True)
class Runs:
    """Cuts the sentences of one document."""

    edition: Edition
    notes: list[str] = field(default_factory=list)
    """Labels of footnotes in the order in which the document first names them."""

    def of(self, text: Text) -> list[Run]:
        """The pieces of a sentence; a line break is `\\n`."""
        return [*self._cut(text.inlines, Run("", text.lang or self.edition.locale))]

    def said(self, words: str) -> list[Run]:
        """Words of the interface."""
        return [Run(words, self.edition.locale)]

    def led(self, sign: str, runs: list[Run]) -> list[Run]:
        """With a sign before it, in the language that says which way the paragraph is read."""
        return [Run(sign, runs[0].lang if runs else self.edition.locale), *runs]

    def number(self, label: str) -> int:
        """Footnotes are counted in the order of their first mention."""
        if label not in self.notes:
            self.notes.append(label)
        return self.notes.index(label) + 1

    def _cut(self, inlines: Inlines, look: Run) -> Iterator[Run]:
        for part in inlines:
            match part:
                case str():
                    yield replace(look, words=part)
                case Code(content):
                    yield replace(look, words=isolated(content, self.edition), code=True)
                case Strong(children):
                    yield from self._cut(children, replace(look, strong=True))
                case Emphasis(children):
                    yield from self._cut(children, replace(look, emphasis=True))
                case Link():
                    yield from self._link(part, look)
                case Image(alt=alt):
                    yield replace(look, words=alt)
                case Break():
                    yield replace(look, words="\n")
                case Note(label):
                    yield replace(look, words=f"{self.number(label)}", raised=True)
                case Blank():
                    yield replace(look, words="…")

    def _link(self, link: Link, look: Run) -> Iterator[Run]:
        """On paper an address is read: nothing in a document leads out of it."""
        yield from self._cut(link.children, look)
        if "://" in link.target and plain(link.children) != link.target:
            yield replace(look, words=f" ({isolated(link.target, self.edition)})")


def isolated(words: str, edition: Edition) -> str:
    """Signs that run from left to right, kept so between words that do not."""
    return f"{LTR}{words}{END}" if edition.direction == "rtl" else words
