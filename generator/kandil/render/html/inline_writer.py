"""The parts of a sentence as HTML that is XML too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from kandil.model.inlines import (
    Blank,
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    Note,
    Strong,
)
from kandil.model.shown import parted
from kandil.render.html.context import PageContext
from kandil.render.html.escaping import breakable, escaped
from kandil.values import dataclass


@dataclass(slots=True)
class InlineWriter:
    """Writes sentences of one page."""

    page: PageContext
    blank: Callable[[Blank], str] | None = None
    """Markup of a gap; set while a question with gaps is written."""
    shown: bool = False
    """True in a message that is shown: its addresses are ink, and lead nowhere."""
    notes: list[str] = field(default_factory=list)
    """Labels of footnotes in the order in which the page first names them."""
    named: set[str] = field(default_factory=set)
    """Those that a sentence has named: a note may stand above it."""

    def write(self, inlines: Inlines) -> str:
        """Everything in it escaped."""
        return "".join([self.part(part) for part in inlines])

    def part(self, part: Inline) -> str:
        """One part."""
        match part:
            case str():
                return _words(part, "<u>{}</u>") if self.shown else escaped(part)
            case Code(content):
                # A browser's own translation would change it. Right-to-left text would show the
                # signs of an address in another order.
                way = ' dir="ltr"' if self.page.edition.direction == "rtl" else ""
                return f'<code translate="no"{way}>{_words(content)}</code>'
            case Emphasis(children):
                return f"<em>{self.write(children)}</em>"
            case Strong(children):
                return f"<strong>{self.write(children)}</strong>"
            case Link(target, children):
                return f"<a {self.page.attributes(target)}>{self.write(children)}</a>"
            case Image(source, alt, decorative):
                return str(self.page.pictures.html(source, "" if decorative else alt))
            case Break():
                return "<br />"
            case Note(label):
                return self.reference(label)
            case Blank():
                return self.blank(part) if self.blank else "…"

    def reference(self, label: str) -> str:
        """A raised number that leads to the footnote; the first one can be led back to."""
        number, prefix = self.number(label), self.page.prefix
        back = "" if label in self.named else f' id="r{prefix}{number}"'
        self.named.add(label)
        return f'<sup><a href="#n{prefix}{number}"{back}>{number}</a></sup>'

    def number(self, label: str) -> int:
        """Footnotes are counted in the order of their first mention."""
        if label not in self.notes:
            self.notes.append(label)
        return self.notes.index(label) + 1


def _words(words: str, address: str = "{}") -> str:
    """Its addresses can break where they have a joint."""
    parts = enumerate(parted(words))
    return "".join([address.format(breakable(one)) if i % 2 else escaped(one) for i, one in parts])
