"""Blocks of a lesson as paragraphs, lists, tables and boxes of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH

from kandil.localize.words import cautions
from kandil.localize.words.credits import lesson_credits
from kandil.model import blocks as model
from kandil.model.blocks import Block, Callout, Heading, Item, List, Paragraph, Table
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.inlines import Code, Strong
from kandil.model.text import Text
from kandil.problems import Place
from kandil.render.office.document import (
    anew,
    count,
    empty,
    fill,
    repeated,
    right_to_left,
)
from kandil.render.office.inline import add_drawing
from kandil.render.office.on_paper import in_words
from kandil.render.office.runs import Run, Runs
from kandil.render.office.strokes import drawn
from kandil.render.site.lesson import discreet
from kandil.values import dataclass

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table as Grid
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph as Written

_DEEPEST = 3
"""Styles for lists in lists that the template has: `List Bullet`, `List Bullet 2` and so on."""
_NOWHERE = Place("")
_BOXES = {True: "☑ ", False: "☐ "}


@dataclass(slots=True)
class DocumentPage:
    """A document that is being written."""

    edition: Edition
    document: Word
    runs: Runs
    cell: Cell | None = None
    """Of the box that is being filled."""
    drawings: int = 0
    """So far."""

    def say(self, words: str) -> None:
        """A paragraph of the interface."""
        self.line("Normal", self.runs.said(words))

    def line(self, style: str, runs: Iterable[Run]) -> Written:
        """A paragraph."""
        return fill((self.cell or self.document).add_paragraph(style=style), runs)

    def blocks(self, found: Iterable[Block]) -> None:
        """A run of blocks (of those that `OnPaper` gives)."""
        for block in found:
            self.block(block)

    def block(self, block: Block) -> None:
        """One of them."""
        match block:
            case Heading():
                self.line(f"Heading {block.level - 1}", self.runs.of(block.text))
            case Paragraph():
                self.line("Normal", self.runs.of(block.text))
            case model.Picture():
                self.picture(block)
            case List():
                self.list(block)
            case Table():
                self.table(block)
            case Callout():
                self.box(block.title, block.blocks)
            case model.Quote():
                self.box(None, block.blocks)
            case model.Footnote():
                self.note(block)
            case model.CodeBlock():
                words = Text(block.content, (Code(block.content),), _NOWHERE)
                self.line("Normal", self.runs.of(words))
            case model.Rule():
                self.gap()

    def picture(self, block: model.Picture) -> None:
        """A drawing; what is none stands as its words."""
        if not (block.drawing and block.alt):
            self.block(in_words(block))
            return
        self.drawings += 1
        mirrored = block.image.drawn == "mirror" and self.edition.direction == "rtl"
        # In a paragraph from right to left LibreOffice loses the places of the words.
        paragraph = self.line("Normal", ())
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        alt, locale = block.alt.plain, self.edition.locale
        add_drawing(paragraph.add_run(), drawn(block.drawing, mirrored), self.drawings, alt, locale)

    def list(self, block: List, depth: int = 1) -> None:
        """A list, and those in it."""
        number = anew(self.document, block.start) if block.ordered else 0
        for item in block.items:
            for place, inner in enumerate(item.blocks):
                if isinstance(inner, List):
                    self.list(inner, min(depth + 1, _DEEPEST))
                elif isinstance(inner, Paragraph):
                    self.item(inner, None if place else item, depth, number)
                else:
                    self.block(inner)

    def item(self, words: Paragraph, item: Item | None, depth: int, number: int) -> None:
        """A paragraph of a list; the first of an `item` bears its sign, or a box to tick."""
        kind, runs = "Continue", self.runs.of(words.text)
        if item and item.checked is None:
            kind = "Number" if number else "Bullet"
        elif item:
            runs = self.runs.led(_BOXES[item.checked is True], runs)
        written = self.line(f"List {kind} {depth}" if depth > 1 else f"List {kind}", runs)
        if kind == "Number":
            count(written, number)

    def table(self, block: Table) -> None:
        """Its first row says what stands in the others."""
        rows = (block.head, *block.rows)
        table = self.framed(len(rows), len(block.head))
        repeated(table)
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                bold = texts is block.head
                shown = replace(text, inlines=(Strong(text.inlines),)) if bold else text
                fill(cell.paragraphs[0], self.runs.of(shown))
        self.gap()

    def box(self, title: Text | None, found: Iterable[Block]) -> None:
        """What stands apart from the rest, under its title."""
        outer, self.cell = self.cell, self.framed(1, 1).cell(0, 0)
        empty_one = self.cell.paragraphs[0]
        if title:
            self.block(Paragraph(replace(title, inlines=(Strong(title.inlines),))))
        self.blocks(found)
        if len(self.cell.paragraphs) > 1:
            empty_one._p.getparent().remove(empty_one._p)
        self.cell = outer
        self.gap()

    def framed(self, rows: int, columns: int) -> Grid:
        """A table with lines, read in the direction of the edition."""
        place = self.cell or self.document
        table = place.add_table(rows, columns)
        table.style = self.document.styles["Table Grid"]
        if self.edition.direction == "rtl":
            right_to_left(table)
        return table

    def gap(self) -> None:
        """Tables that follow each other would be one."""
        self.line("No Spacing", ())

    def note(self, block: model.Footnote) -> None:
        """A footnote stands where the author put it, under its number."""
        number = self.runs.number(block.label)
        first, *rest = block.blocks
        if isinstance(first, Paragraph):
            self.line("Normal", self.runs.led(f"{number}. ", self.runs.of(first.text)))
        else:
            rest = [first, *rest]
        self.blocks(rest)

    def end(self, module: Module) -> None:
        """Who answers for the words, and what may be done with them."""
        self.gap()
        for words in lesson_credits(self.edition, module).lines:
            self.line("Body Text", self.runs.said(words))


def begin(edition: Edition, module: Module, title: str) -> DocumentPage:
    """A document under the lesson's title; its course, and how far to trust it, stand on each of
    its pages."""
    document, runs = empty(edition, title), Runs(edition)
    page = DocumentPage(edition, document, runs)
    header = document.sections[0].header.paragraphs[0]
    words = (discreet(edition.course).plain, *cautions.notices(edition, module))
    fill(header, runs.said("\n".join(words)))
    page.line("Title", runs.of(module.title))
    return page
