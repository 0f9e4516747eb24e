"""The parts of a sentence as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import escape

from kandil.model.course import TERM, Course
from kandil.model.ids import public_anchor
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


@dataclass(slots=True)
class InlineWriter:
    """Writes sentences of one page."""

    course: Course
    image: Callable[[Image], str]
    """Markup of a picture."""
    rtl: bool = False
    framed: bool = False
    blank: Callable[[Blank], str] | None = None
    """Markup of a gap; set while a question with gaps is written."""
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
                return str(escape(part))
            case Code(content):
                # A browser's own translation would change it. Right-to-left text would show the
                # signs of an address in another order.
                way = " dir=ltr" if self.rtl else ""
                return f"<code translate=no{way}>{escape(content)}</code>"
            case Emphasis(children):
                return f"<em>{self.write(children)}</em>"
            case Strong(children):
                return f"<strong>{self.write(children)}</strong>"
            case Link(target, children):
                return f"<a {self.address(target)}>{self.write(children)}</a>"
            case Image():
                return self.image(part)
            case Break():
                return "<br>"
            case Note(label):
                return self.reference(label)
            case Blank():
                return self.blank(part) if self.blank else "…"

    def address(self, target: str) -> str:
        """`href` and what belongs to it."""
        if "://" in target:
            new = " target=_blank" if self.framed else ""
            return f'href="{escape(target)}" rel="noopener noreferrer"{new}'
        module, hash_, anchor = target.partition("#")
        page = f"{module}.html" if module else ""
        if hash_:
            page += f"#{public_anchor(self.course, anchor)}"
        term = " class=g" if target.startswith(f"#{TERM}") else ""
        return f'href="{escape(page)}"{term}'

    def reference(self, label: str) -> str:
        """A raised number that leads to the footnote; the first one can be led back to."""
        number = self.number(label)
        back = "" if label in self.named else f" id=r{number}"
        self.named.add(label)
        return f"<sup><a href=#n{number}{back}>{number}</a></sup>"

    def number(self, label: str) -> int:
        """Footnotes are counted in the order of their first mention."""
        if label not in self.notes:
            self.notes.append(label)
        return self.notes.index(label) + 1
