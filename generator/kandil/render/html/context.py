"""What the markup of a page's content hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from markupsafe import Markup

from kandil.localize.words.formats import direction
from kandil.localize.words.territory import status_note
from kandil.model.blocks import Quiz, Section
from kandil.model.course import TERM, Course, Module
from kandil.model.edition import Edition
from kandil.model.help import Line
from kandil.model.ids import public_anchor
from kandil.model.interactions import Interaction
from kandil.model.parts import Parts, read_parts
from kandil.model.structure import asked
from kandil.model.text import Text
from kandil.render.html.escaping import escaped
from kandil.render.html.images import Pictures
from kandil.render.html.templates import Words, template
from kandil.values import dataclass


@dataclass(frozen=True)
class PageContext:
    """One for each page; nothing in it changes while the page is written."""

    edition: Edition
    pictures: Pictures
    """Notes which pictures the pages name."""
    module: Module | None = None
    """None for a page that belongs to no lesson."""
    framed: bool = False
    """A link out of the course opens beside the frame that a platform shows the page in."""
    keeps: bool = False
    """Answers and ticks bear the marks by which a device keeps them."""
    book: bool = False
    """All lessons stand in one page: their ids begin with those of the lessons."""
    leads: Callable[[str, str], str] | None = None
    """Where a platform has its own addresses: the `href` of a lesson's id and of an id in it; empty
    where no link leads to either."""

    @property
    def course(self) -> Course:
        """That of the edition."""
        return self.edition.course

    @cached_property
    def values(self) -> Mapping[str, object]:
        """What every template may use."""
        words = Words(self.edition)
        return {
            "_": words.one,
            "ngettext": words.many,
            "page": self,
            "edition": self.edition,
            "course": self.edition.course,
        }

    def render(self, name: str, **values: object) -> Markup:
        """A template of the theme, with values of its own."""
        return Markup(template(name).render({**self.values, **values}))

    @cached_property
    def prefix(self) -> str:
        """What ids of this lesson begin with."""
        return f"{self.module.id}-" if self.book and self.module else ""

    def titled(self, title: Text) -> Markup:
        """The title of another lesson; its language is marked where it fell back."""
        lang = f' lang="{title.lang}" dir="auto"' if title.lang else ""
        return Markup(f"<span{lang}>{escaped(title.plain)}</span>")

    def anchor(self, slug: str) -> str:
        """The `id=` of a heading or question."""
        return self.prefix + public_anchor(self.course, slug)

    def attributes(self, target: str) -> str:
        """`href` of a link, and what belongs to it."""
        if "://" in target:
            new = ' target="_blank"' if self.framed else ""
            return f'href="{escaped(target)}" rel="noopener noreferrer"{new}'
        term = ' class="g"' if target.startswith(f"#{TERM}") else ""
        return f'href="{escaped(self.address(target))}"{term}'

    def address(self, target: str) -> str:
        """Of a lesson or a part of one: `siu-2.html#part`, or `#siu-2-part` in a book."""
        lesson, hash_, anchor = target.partition("#")
        part = public_anchor(self.course, anchor) if hash_ else ""
        if not self.book:
            return (f"{lesson}.html" if lesson else "") + (f"#{part}" if hash_ else "")
        whose = lesson or (self.module.id if self.module else "")
        if lesson and self.leads:
            return self.leads(lesson, f"{lesson}-{part}" if part else "")
        return "#" + "-".join(filter(None, (whose, part)))

    @cached_property
    def status(self) -> Markup:
        """What must stand wherever a territory's name does; often nothing."""
        return line(status_note(self.edition, self.module))

    @cached_property
    def aims(self) -> frozenset[str]:
        """Ids of the objectives that the page lists."""
        return frozenset(aim.id for aim in self.module.objectives) if self.module else frozenset()

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        found = asked(self.module) if self.module else ()
        return {(quiz.id, question.id): name for quiz, question, name in found}

    def question_id(self, quiz: Quiz | None, question: Interaction) -> str:
        """A question of a bank may stand in two quizzes of one page."""
        name = self._names.get((quiz.id, question.id)) if quiz else None
        return self.anchor(name or question.id)

    @cached_property
    def ideas(self) -> str:
        """Where to read again."""
        if self.parts:
            return f"#{self.anchor(self.parts.parts[0].anchor)}"
        return self._part("ideas") or "#main"

    @cached_property
    def parts(self) -> Parts | None:
        """Those in which the lesson is opened; None where it stays whole."""
        return read_parts(self.module.blocks) if self.module and not self.book else None

    @cached_property
    def short(self) -> str:
        """The short version, which a content note offers in place of the whole lesson; empty where
        nothing leads to it."""
        careful = self.module is not None and self.module.sensitivity != "none"
        return self._part("remember") if careful and self._linked else ""

    @property
    def _linked(self) -> bool:
        """Whether the lesson has an address: a platform may show it as no page of its own."""
        return not (self.leads and self.module) or bool(self.leads(self.module.id, ""))

    @cached_property
    def noted(self) -> bool:
        """Whether the lesson has a place of its own for the content note."""
        return bool(self._part("before"))

    def _part(self, kind: str) -> str:
        """Where a fixed part of the lesson begins; empty where it has none."""
        for block in self.module.blocks if self.module else ():
            if isinstance(block, Section) and block.kind == kind:
                return f"#{self.anchor(block.anchor)}"
        return ""


def line(found: Line) -> Markup:
    """A sentence; its pieces in another language are marked."""
    return Markup("".join(map(_piece, found)))


def _piece(text: Text) -> str:
    words = escaped(text.plain)
    if not text.lang:
        return words
    return f'<span lang="{text.lang}" dir="{direction(text.lang)}">{words}</span>'
