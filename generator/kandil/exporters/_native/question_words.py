"""The words of questions as markup, for formats with questions of their own."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kandil.localize.words import answers
from kandil.localize.words.formats import direction
from kandil.model.blocks import Block
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.inlines import Blank
from kandil.model.interactions import Interaction, Option
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.values import dataclass

GAP = "gap"
"""Name of the element that stands for a gap in the markup of a question; no HTML has it."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Writes what a question says."""

    edition: Edition
    module: Module
    pictures: Pictures
    """Notes which pictures were named."""

    def blocks(self, found: tuple[Block, ...]) -> Markup:
        """What stands between the prompt and the answers."""
        return self._writer().write(found)

    def sentence(self, text: Text) -> Markup:
        """Words alone; another language than the edition's is marked."""
        words = self._writer().text(text)
        return Markup(f"<span{_marks(text)}>{words}</span>") if text.lang else words

    def paragraphs(self, texts: Iterable[Text]) -> Markup:
        """A paragraph each."""
        written = (f"<p{_marks(text)}>{self._writer().text(text)}</p>" for text in texts)
        return Markup("".join(written))

    def prompt(self, question: Interaction) -> Markup:
        """What is asked, and what belongs to it."""
        return self.paragraphs((question.prompt,)) + self.blocks(question.stem)

    def interface(self, ui: str) -> Markup:
        """A string of the interface, in a paragraph."""
        return Markup("<p>{}</p>").format(self.edition.translate(ui))

    def option(self, option: Option) -> Text:
        """The author's words, or those of the interface for true and false."""
        return answers.option_words(self.edition, option)

    def gapped(self, body: tuple[Block, ...]) -> tuple[Markup, tuple[Blank, ...]]:
        """Sentences with an element `GAP` for each gap, numbered from 1; and the gaps."""
        writer, blanks = self._writer(), list[Blank]()

        def gap(blank: Blank) -> str:
            blanks.append(blank)
            return f'<{GAP} n="{len(blanks)}" />'

        writer.inline.blank = gap
        return writer.write(body), tuple(blanks)

    def _writer(self) -> BlockWriter:
        return BlockWriter(PageContext(self.edition, self.pictures, self.module))


def _marks(text: Text) -> str:
    return f' lang="{text.lang}" dir="{direction(text.lang)}"' if text.lang else ""
