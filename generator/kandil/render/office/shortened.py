"""Blocks as lines: in few words for a slide, and in all words for what a trainer says to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kandil.localize.sentences import first
from kandil.model import blocks as model
from kandil.model.blocks import Block, Callout, Heading, List, Paragraph, Table
from kandil.model.inlines import Code, Emphasis
from kandil.model.text import Text
from kandil.problems import Place
from kandil.render.office.deck import Line
from kandil.render.office.on_paper import in_words
from kandil.render.office.runs import Run, Runs
from kandil.values import dataclass

_BOXES = {True: "☑ ", False: "☐ "}


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes the lines of one presentation (of blocks that `OnPaper` gives)."""

    runs: Runs
    whole: bool
    """Everything; else the first sentence of each paragraph, and of what folds its title."""

    def of(self, found: Iterable[Block], level: int = 0) -> Iterator[Line]:
        """A run of blocks."""
        for block in found:
            yield from self.block(block, level)

    def block(self, block: Block, level: int) -> Iterator[Line]:
        """One of them."""
        match block:
            case Heading():
                yield self.strong(block.text, level)
            case Paragraph():
                yield Line(self.words(block.text, block.safety), level)
            case model.Picture() if self.whole or not block.drawing:
                yield from self.block(in_words(block), level)
            case List():
                yield from self.items(block, level)
            case Table():
                for row in (block.head, *block.rows):
                    cells = (self.runs.of(cell) for cell in row)
                    yield Line([*_joined(cells, self.runs.said(" · "))], level, bullet=True)
            case Callout():
                yield from self.callout(block, level)
            case model.Quote():
                yield from self.of(block.blocks, level)
            case model.Footnote() if self.whole:
                yield from self.of(block.blocks, level)
            case model.CodeBlock():
                words = Text(block.content, (Code(block.content),), Place(""))
                yield Line(self.runs.of(words), level)

    def items(self, block: List, level: int) -> Iterator[Line]:
        """Items in order bear their numbers."""
        for number, item in enumerate(block.items, block.start):
            sign = f"{number}. " if block.ordered else ""
            sign = sign if item.checked is None else _BOXES[item.checked]
            for place, inner in enumerate(item.blocks):
                if place or not isinstance(inner, Paragraph):
                    yield from self.block(inner, level + 1)
                else:
                    words = self.words(inner.text)
                    words = self.runs.led(sign, words) if sign else words
                    yield Line(words, level, bullet=not sign)

    def callout(self, block: Callout, level: int) -> Iterator[Line]:
        """What is shown, and what keeps somebody safe, is never shortened."""
        if block.title:
            yield self.strong(block.title, level)
        full = block.kind in (*model.SHOWN, "safety")
        if full or self.whole or block.kind != "detail":
            yield from replace(self, whole=self.whole or full).of(block.blocks, level + 1)

    def strong(self, text: Text, level: int) -> Line:
        """A title above other lines."""
        return Line([replace(run, strong=True) for run in self.runs.of(text)], level)

    def words(self, text: Text, full: bool = False) -> list[Run]:
        """A sentence or all of them; the words of a picture are one."""
        runs = self.runs.of(text)
        picture = len(text.inlines) == 1 and isinstance(text.inlines[0], Emphasis)
        if self.whole or full or picture:
            return runs
        return [*_cut(runs, len(first("".join(run.words for run in runs))))]


def _cut(runs: Iterable[Run], length: int) -> Iterator[Run]:
    for run in runs:
        if length > 0:
            yield replace(run, words=run.words[:length])
        length -= len(run.words)


def _joined(cells: Iterable[list[Run]], between: list[Run]) -> Iterator[Run]:
    for place, cell in enumerate(cells):
        yield from (*between, *cell) if place else cell
