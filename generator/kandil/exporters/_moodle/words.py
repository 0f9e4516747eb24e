"""Markup of a course's words for the bank: no address of the course leads anywhere in it."""

from __future__ import annotations

import re

from kandil.exporters._moodle.files import typed
from kandil.exporters._native.apart import unlinked
from kandil.exporters._native.lesson import fragment, sentence
from kandil.model.blocks import Block
from kandil.model.edition import Edition
from kandil.model.text import Text
from kandil.render.html.images import Pictures
from kandil.values import dataclass

_END = re.compile(r"(?<=</)(\w+) >")
_ID = re.compile(r' id="[^"]*"')
"""A page of Moodle's may show several of these questions."""


@dataclass(frozen=True, slots=True)
class BankWords:
    """Writes what stands in the questions of an edition."""

    edition: Edition
    pictures: Pictures
    """Notes which of them are shown."""

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """A run of blocks; where one reads from right to left it says so, for the page around it
        may be in another language."""
        found = _tidy(fragment(self.edition, self.pictures, unlinked(blocks)))
        return f"<div{self._way}>{found}</div>" if found and self._way else found

    def words(self, text: Text) -> str:
        """A sentence, without an element around it if it needs none."""
        found = _tidy(sentence(self.edition, self.pictures, unlinked(text)))
        return f"<span{self._way}>{found}</span>" if self._way and not text.lang else found

    @property
    def _way(self) -> str:
        edition = self.edition
        return f' lang="{edition.locale}" dir="rtl"' if edition.direction == "rtl" else ""


def _tidy(markup: str) -> str:
    found = _ID.sub("", _END.sub(r"\1>", f"{markup}"))
    return typed(found.replace("&#39;", "'").replace("&#34;", "&quot;").strip())
