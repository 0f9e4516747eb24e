"""An edition as every exporter receives it: nothing is left for a format to add in words."""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property
from operator import is_
from typing import TYPE_CHECKING, TypeVar, cast

from kandil.localize.words.facts import with_figures
from kandil.localize.words.help import help_of, records_of
from kandil.localize.words.stars import Stars
from kandil.localize.words.titles import Titles
from kandil.model.blocks import Block, Callout, Quiz, Records, Section
from kandil.model.course import Module, Term
from kandil.model.edition import Edition
from kandil.model.help import Help
from kandil.model.structure import holders
from kandil.values import dataclass

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Node = TypeVar("Node")


def finish(edition: Edition) -> Edition:
    """Fixed blocks and callouts have their titles, an empty `## Help` its contacts or what to do
    without them, records of a territory their words, and sentences the figures that they name."""
    filler = _Filler(edition)
    modules = tuple(map(filler.module, edition.course.modules))
    return replace(edition, course=filler.stars.course(replace(edition.course, modules=modules)))


@dataclass
class _Filler:
    """Goes through the blocks of a course; what it leaves as it is, it shares."""

    edition: Edition
    titles: Titles = field(init=False)

    def __post_init__(self) -> None:
        self.titles = Titles(self.edition.translate)

    @cached_property
    def stars(self) -> Stars:
        """The same in each lesson."""
        return Stars(self.edition)

    @cached_property
    def help(self) -> Help:
        """The same in each lesson."""
        return help_of(self.edition)

    def module(self, module: Module) -> Module:
        """A lesson, its words of the glossary among it; a hollow one has none to fill."""
        module = self.stars.module(module)
        if module.known:
            return module
        module = with_figures(self.edition, module)
        terms = tuple(self.term(term) for term in module.terms)
        blocks, trainer = self.inner(module.blocks), self.inner(module.trainer)
        old, new = (*module.terms, module.blocks, module.trainer), (*terms, blocks, trainer)
        same = all(map(is_, old, new))
        return module if same else replace(module, blocks=blocks, trainer=trainer, terms=terms)

    def term(self, term: Term) -> Term:
        """A word of the glossary."""
        blocks = self.inner(term.blocks)
        return term if blocks is term.blocks else replace(term, blocks=blocks)

    def inner(self, node: Node) -> Node:
        """A block, what holds blocks, or a run of either."""
        kind: type = type(node)
        if isinstance(node, tuple):
            parts = tuple([part for one in node if (part := self.inner(one)) is not None])
            same = len(parts) == len(node) and all(map(is_, node, parts))
            return node if same else cast(Node, parts)
        changed = {}
        for name in holders(kind):
            old = getattr(node, name)
            if (new := self.inner(old)) is not old:
                changed[name] = new
        filled = (
            cast(Node, replace(cast("DataclassInstance", node), **changed)) if changed else node
        )
        return cast(Node, self.filled(filled)) if kind in _FILLED else filled

    def filled(self, block: object) -> Block | None:
        """With its title and its words; None where there are none to show."""
        match block:
            case Records():
                return records_of(self.edition, block)
            case Section():
                blocks = block.blocks
                if block.kind == "help" and not blocks:
                    blocks = (self.help,)
                return replace(block, title=self.titles.title(block), blocks=blocks)
            case Callout(title=None):
                return replace(block, title=self.titles.title(block))
            case Quiz() if not block.title.source:
                return replace(block, title=self.titles.title(block))
        return cast(Block, block)


_FILLED = frozenset({Records, Section, Callout, Quiz})
