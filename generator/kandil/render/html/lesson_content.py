"""The content of a lesson as markup, written once for whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from kandil.model.blocks import Block, Section
from kandil.model.course import Module, Term
from kandil.model.parts import Parts
from kandil.model.structure import places_of_aims
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.escaping import escaped
from kandil.values import dataclass

_TERM = re.compile(r'href="#([^"]+)" class="g"')


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a lesson as the page shows it."""

    anchor: str
    title: Text
    body: Markup
    """With its heading."""


@dataclass(frozen=True, slots=True)
class Content:
    """Pieces of a lesson; each is well-formed by itself."""

    title: Markup
    """`<h1>`"""
    objectives: Markup
    """`<li>` each; empty where the lesson names none."""
    first: Markup
    """What stands above the objectives: only where the lesson has parts."""
    opening: Markup
    """What follows them: all of a lesson without parts."""
    parts: tuple[Part, ...]
    ideas: str
    """The id of the list of parts: that of the block which they stand for."""
    help: Markup
    """Of a lesson with parts: in none of them."""
    terms: Markup
    """`<dt>` and `<dd>` of each word of the glossary that is explained nowhere above."""
    interactions: frozenset[str]
    """Names of those in it."""

    @property
    def body(self) -> Markup:
        """All but title, objectives and terms, for a format that shows a lesson whole."""
        pieces = (self.first, self.opening, *(part.body for part in self.parts), self.help)
        return Markup("".join(pieces))


def write_lesson(page: PageContext, module: Module) -> Content:
    """`module` is that of `page`."""
    writer = BlockWriter(page)
    title = f"<h1{writer.marks(module.title)}>{writer.words(module.title)}</h1>"
    words = _Words(writer, module.terms, beside=page.parts is not None)
    first, opening = _opening(page.parts, module)
    above, below = words.run(first), words.run(opening)
    found = page.parts.parts if page.parts else ()
    ideas = page.anchor(page.parts.ideas) if page.parts else ""
    parts = tuple(Part(page.anchor(one.anchor), one.title, words.run(one.blocks)) for one in found)
    help_ = words.run(page.parts.help if page.parts else ())
    return Content(
        Markup(title),
        Markup(_objectives(writer, module)),
        above,
        below,
        parts,
        ideas,
        help_,
        Markup(words.left()),
        frozenset(writer.interactions),
    )


def _opening(parts: Parts | None, module: Module) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The first screen: a person before all else, but not where the lesson may hurt: there first
    of all what she must know before she reads."""
    if parts is None:
        return (), module.blocks
    kinds = [block.kind if isinstance(block, Section) else "" for block in parts.opening]
    above = ("why",) if module.sensitivity == "none" else ("before", "why")
    first = tuple(parts.opening[kinds.index(kind)] for kind in above if kind in kinds)
    rest = tuple(
        block for block, kind in zip(parts.opening, kinds, strict=True) if kind not in above
    )
    return first, rest


class _Words:
    """Writes blocks, and explains a word of the glossary where it stands first."""

    def __init__(self, writer: BlockWriter, terms: Iterable[Term], *, beside: bool):
        self.writer, self.beside = writer, beside
        self.open = {writer.page.anchor(term.anchor): term for term in terms}

    def run(self, blocks: tuple[Block, ...]) -> Markup:
        """Some blocks of the lesson, with the words that they are the first to name."""
        if not (self.beside and self.open):
            return self.writer.write(blocks)
        return Markup("".join(map(self._explained, blocks)))

    def _explained(self, block: Block) -> str:
        html = self.writer.block(block)
        found = [self._entry(name) for name in dict.fromkeys(_TERM.findall(html))]
        words = "".join(found)
        return f'{html}<dl class="side">{words}</dl>' if words else html

    def _entry(self, anchor: str) -> str:
        term = self.open.pop(anchor, None)
        if term is None:
            return ""
        writer = self.writer
        title = f'<dt id="{anchor}"{writer.marks(term.title)}>{writer.words(term.title)}</dt>'
        return f"{title}<dd>{writer.blocks(term.blocks)}</dd>"

    def left(self) -> str:
        """Those that were not explained yet."""
        return "".join(map(self._entry, [*self.open]))


def _objectives(writer: BlockWriter, module: Module) -> str:
    """Each with where to read again."""
    places = places_of_aims(module) if module.objectives else {}
    items = []
    for aim in module.objectives:
        again = f' data-h="#{writer.page.anchor(places[aim.id])}"' if aim.id in places else ""
        about = f'{writer.marks(aim.text)} data-o="{escaped(aim.id)}"{again}'
        items.append(f"<li{about}>{writer.words(aim.text)}</li >")
    return "".join(items)
