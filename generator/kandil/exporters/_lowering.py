"""Questions that a format cannot ask, as others that it can: Sequencing → Matching → Choice, and in
the end an exercise on paper with its key."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from kandil.exporters.exporter import EVERY
from kandil.localize.words.formats import decimal
from kandil.model.blocks import Block, Heading, Paragraph, Quiz, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Choice,
    Entry,
    FillIn,
    Interaction,
    Matching,
    Numeric,
    Option,
    Sequencing,
    Shared,
    Target,
)
from kandil.model.structure import holders
from kandil.model.text import Text, field_names
from kandil.problems import Problem
from kandil.render.html.printed import printed
from kandil.values import dataclass

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Node = TypeVar("Node")
Kinds: TypeAlias = Collection[type[Interaction]]
_HINT = "Look at it in what was built: this format cannot ask it as it is written."
_WORDS: dict[type[Interaction], str] = {
    Matching: "as one to match",
    FillIn: "as a gap to fill",
}


def lowered(edition: Edition, form: str, supports: Kinds) -> tuple[Edition, list[Problem]]:
    """The edition with questions of these kinds only, and a V030 for each that was another."""
    if {*supports} >= EVERY:
        return edition, []
    lowering = _Lowering(edition, form, supports)
    modules = tuple(lowering.module(module) for module in edition.course.modules)
    return replace(edition, course=replace(edition.course, modules=modules)), lowering.changed


@dataclass(slots=True)
class _Lowering:
    """Goes through a course."""

    edition: Edition
    form: str
    supports: Kinds
    changed: list[Problem] = field(default_factory=list)

    def module(self, module: Module) -> Module:
        """A lesson, and what it holds for the trainer."""
        blocks, trainer = self.blocks(module.blocks), self.blocks(module.trainer)
        return replace(module, blocks=blocks, trainer=trainer)

    def blocks(self, blocks: tuple[Node, ...], level: int = 2) -> tuple[Node, ...]:
        """A run of blocks, or of what holds blocks; a quiz among them has a heading of `level`."""
        run = tuple(new for block in blocks for new in self.block(block, level))
        return cast("tuple[Node, ...]", run)

    def block(self, block: object, level: int) -> tuple[object, ...]:
        """One of them: itself, or what stands in its place."""
        if isinstance(block, tuple):
            return (self.blocks(block, level),)
        deeper = level + isinstance(block, Section)
        kind: type = block.__class__
        inner = {name: self.blocks(getattr(block, name), deeper) for name in holders(kind)}
        if isinstance(block, Quiz):
            return self.quiz(block, inner["blocks"], inner["bank"], level)
        whole = replace(cast("DataclassInstance", block), **inner) if inner else block
        if isinstance(whole, Interaction) and type(whole) not in self.supports:
            return self.question(whole)
        return (whole,)

    def quiz(
        self, quiz: Quiz, blocks: tuple[Block, ...], bank: tuple[Block, ...], level: int
    ) -> tuple[Block, ...]:
        """With what can still be asked; without a question it is a part like any other."""
        asked = tuple(one for one in bank if isinstance(one, Interaction))
        paper = tuple(one for one in bank if not isinstance(one, Interaction))
        left = replace(quiz, blocks=(*blocks, *paper), bank=asked)
        if left.questions or not quiz.questions:
            return (replace(left, draw=min(quiz.draw, len(left.scored))),)
        return (Heading(level, quiz.title, quiz.anchor), *left.blocks)

    def question(self, question: Interaction) -> tuple[Block, ...]:
        """In the first form down the chain that the format can ask; else on paper."""
        forms: tuple[tuple[type[Interaction], Callable[[], tuple[Interaction, ...]]], ...] = ()
        match question:
            case Sequencing():
                forms = (
                    (Matching, lambda: (self.matching(question),)),
                    (Choice, lambda: _choices(self.matching(question), shuffle=False)),
                )
            case Matching():
                forms = ((Choice, lambda: _choices(question)),)
            case Numeric():
                forms = ((FillIn, lambda: (_gap(question),)),)
        for kind, make in forms:
            if kind in self.supports:
                made = make()
                self.note(question, _WORDS.get(kind) or f"as {len(made)} with one right answer")
                return made
        self.note(question, "printed, with its answers")
        return printed(question, self.edition)

    def note(self, question: Interaction, how: str) -> None:
        """For the report."""
        message = f"The format '{self.form}' is given this question {how}"
        self.changed.append(Problem("V030", question.place, message, _HINT))

    def matching(self, question: Sequencing) -> Matching:
        """Each step with its place in the order."""
        targets = tuple(
            Target(item.letter, self.number(question, number))
            for number, item in enumerate(question.items, 1)
        )
        items = tuple(replace(item, home=item.letter) for item in question.items)
        return Matching(**_shared(question), form="pairs", items=items, targets=targets)

    def number(self, question: Interaction, number: int) -> Text:
        """In the digits of the locale."""
        words = decimal(Decimal(number), self.edition.locale)
        return Text(words, (words,), question.place)


def _choices(question: Matching, shuffle: bool | None = None) -> tuple[Interaction, ...]:
    """One for each item. They share its points as far as whole points go."""
    shared = _shared(question)
    points = question.points // len(question.items) or min(question.points, 1)

    def one(item: Entry) -> Choice:
        own: Shared = {
            **shared,
            "id": f"{question.id}-{item.letter}",
            "points": points,
            "stem": (*question.stem, Paragraph(item.text)),
            "why": (*item.feedback, *question.why),
        }
        options = (Option(to.letter, to.text, to.letter == item.home) for to in question.targets)
        return Choice(**own, form="single", options=tuple(options), shuffle=shuffle)

    return tuple(map(one, question.items))


def _gap(question: Numeric) -> FillIn:
    """A number is a gap like any other."""
    shared = _shared(question)
    return FillIn(**shared, body=question.body, case=question.case, exact=question.exact)


def _shared(question: Interaction) -> Shared:
    """What every interaction has."""
    return cast(Shared, {name: getattr(question, name) for name in field_names(Interaction)})
