"""Words of a lesson as a problem holds them: XHTML that the platform shows among its own."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from kandil.exporters._olx.names import address
from kandil.localize.words.formats import decimal
from kandil.model.blocks import Block
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.inlines import Blank
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures

_GAP = "________"


class Words:
    """Of one lesson; `pictures` notes which files they name."""

    def __init__(self, edition: Edition, module: Module, pictures: Pictures) -> None:
        self.edition = edition
        page = PageContext(edition, pictures, module, framed=True, book=True, leads=address)
        self._writer = BlockWriter(page)

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Some of them."""
        return self._writer.write((*blocks,))

    def text(self, text: Text) -> Markup:
        """A sentence, its language marked where it fell back."""
        words, marks = self._writer.text(text), self._writer.foreign(text)
        return Markup("<span{}>{}</span>").format(marks, words) if marks else words

    def texts(self, texts: Iterable[Text]) -> Markup:
        """Sentences of one paragraph, a line each."""
        return Markup("<br />").join(map(self.text, texts))

    def gapped(self, blocks: Iterable[Block], *, numbered: bool) -> tuple[Markup, list[Blank]]:
        """Sentences with a line in the place of each gap, and the gaps."""
        blanks: list[Blank] = []

        def line(blank: Blank) -> str:
            blanks.append(blank)
            return f"{_GAP} ({self.number(len(blanks))})" if numbered else _GAP

        self._writer.inline.blank = line
        written = self.blocks(blocks)
        self._writer.inline.blank = None
        return written, blanks

    def number(self, number: int) -> str:
        """In the digits of the locale."""
        return decimal(Decimal(number), self.edition.locale)

    def own(self, words: str) -> str:
        """A string of the interface."""
        return self.edition.translate(words)
