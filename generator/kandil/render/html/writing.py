"""What the files that write blocks and questions ask of each other."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from kandil.model.blocks import Block, Quiz
from kandil.model.text import Text
from kandil.render.html.context import PageContext
from kandil.render.html.inline_writer import InlineWriter


class Writer(Protocol):
    """The writer of one page."""

    page: PageContext
    inline: InlineWriter
    quiz: Quiz | None
    interactions: set[str]
    asked: int

    def write(self, found: tuple[Block, ...]) -> Markup:
        """A run of blocks."""
        ...

    def text(self, text: Text) -> Markup:
        """The words of a sentence."""
        ...

    def foreign(self, text: Text, more: str = "") -> Markup:
        """` class=… lang=… dir=…` of an element."""
        ...
