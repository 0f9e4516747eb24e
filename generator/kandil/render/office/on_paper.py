"""A lesson's blocks with nothing in them that asks for a page: questions, help and records become
headings, paragraphs, lists and boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from kandil.localize.words import answers
from kandil.localize.words.territory import own_text
from kandil.model import blocks as model
from kandil.model.blocks import Block, Callout, Heading, Item, List, Paragraph, Table
from kandil.model.edition import Edition
from kandil.model.help import Fact, Help, Line, Service, Way, joined
from kandil.model.inlines import Code, Emphasis, Strong
from kandil.model.interactions import Branching, Choice, Interaction, Likert, LongFillIn
from kandil.model.text import Text
from kandil.problems import Place
from kandil.render.html.printed import Paper
from kandil.render.office.runs import END, LTR, isolated
from kandil.values import dataclass

_NOWHERE = Place("")
_LINE = "_" * 60
"""Room to write."""
_LINES = 3


@dataclass(slots=True)
class OnPaper:
    """One lesson, once through; questions are numbered as they come."""

    edition: Edition
    asked: list[tuple[int, Interaction]] = field(default_factory=list)
    """So far, each with its number; a scenario has none, which is 0."""

    def blocks(self, found: Iterable[object]) -> Iterator[Block]:
        """A run of blocks, those inside others too."""
        for block in found:
            yield from self.block(block)

    def block(self, block: object) -> Iterator[Block]:
        """What stands for one of them."""
        match block:
            case model.Section():
                yield from (Heading(2, one, block.anchor) for one in (block.title,) if one)
                yield from self.blocks(block.blocks)
            case model.Quiz():
                yield Heading(2, block.title, block.anchor)
                yield from self.blocks((*block.blocks, *block.bank))
            case Branching():
                self.asked.append((0, block))
                yield from self.story(block)
            case Interaction():
                number = max((number for number, _ in self.asked), default=0) + 1
                self.asked.append((number, block))
                yield numbered(number, block)
                yield from self.question(block, Paper(self.edition, block.place))
                yield model.Rule()
            case _:
                yield from self.content(block)

    def content(self, block: object) -> Iterator[Block]:
        """What is no question, with what it holds."""
        match block:
            case Help():
                yield from help_blocks(self.edition, block)
            case model.Records():
                yield from _records(block)
            case model.Addresses():
                yield from (_address(self.edition, row, block.place) for row in block.rows)
            case model.Picture() if block.alt:
                yield block
            case Callout() | model.Quote() | model.Footnote():
                yield replace(block, blocks=(*self.blocks(block.blocks),))
            case List():
                items = (replace(one, blocks=(*self.blocks(one.blocks),)) for one in block.items)
                yield replace(block, items=(*items,))
            case model.Definitions():
                yield from self.definitions(block)
            case Heading() | Paragraph() | Table() | model.CodeBlock() | model.Rule():
                yield block

    def question(self, question: Interaction, paper: Paper) -> Iterator[Block]:
        """What stands between, and what there is to choose from or to write on."""
        yield from self.blocks(question.stem)
        match question:
            case Choice():
                words = (paper.option(one) for one in question.options)
                yield List(tuple(Item((Paragraph(one),), checked=False) for one in words))
            case Likert():
                yield _scale(question)
            case LongFillIn():
                yield from [Paragraph(own_text(_LINE, question.place))] * _LINES
            case _:
                yield from self.blocks(paper.asked(question))

    def story(self, story: Branching) -> Iterator[Block]:
        """Each step under its title, with what can be done then."""
        paper = Paper(self.edition, story.place)
        titles = {step.anchor: step.title for step in story.steps}
        yield from self.blocks(story.stem)
        for step in story.steps:
            begins = step is story.steps[0]
            yield Heading(2 if begins else 3, story.prompt if begins else step.title, step.anchor)
            yield from self.blocks(step.blocks)
            if step.moves:
                yield _list(paper.led(move.text, titles[move.to]) for move in step.moves)
        yield model.Rule()

    def definitions(self, block: model.Definitions) -> Iterator[Block]:
        """A word, and below it what it means."""
        for entry in block.entries:
            yield Paragraph(_strong(entry.term))
            for meaning in entry.meanings:
                yield List((Item((*self.blocks(meaning),)),))


def key(edition: Edition, question: Interaction) -> tuple[Block, ...]:
    """What is right, what is said of each answer, and the hints."""
    paper = Paper(edition, question.place)
    if isinstance(question, Branching):
        rows = tuple(_outcome(edition, question))
        return (List(rows),) if rows else ()
    hint = edition.translate("A hint:")
    hints = (replace(one, inlines=(f"{hint} ", *one.inlines)) for one in question.hints)
    return (*paper.key(question), *map(Paragraph, (*answers.reasons(question), *hints)))


def numbered(number: int, question: Interaction) -> Heading:
    """What is asked, with its number."""
    prompt, count = question.prompt, (f"{number}. ",) if number else ()
    return Heading(3, replace(prompt, inlines=(*count, *prompt.inlines)), question.id)


def help_blocks(edition: Edition, found: Help) -> Iterator[Block]:
    """Whom one can turn to; each service in a box of its own."""
    yield from map(_paragraph, found.above)
    for service in found.services:
        yield Callout("note", joined(service.name), (*_service(edition, service),))
    yield from map(_paragraph, found.below)


def _service(edition: Edition, service: Service) -> Iterator[Block]:
    ways = (own_text(_way(edition, one), _NOWHERE) for one in service.ways)
    yield _list((*ways, *map(joined, service.facts)))
    yield _paragraph(service.checked)


def _way(edition: Edition, way: Way) -> str:
    return f"{way.before} {isolated(way.address, edition)}{way.after}".strip()


def _records(block: model.Records) -> Iterator[Block]:
    yield from map(_paragraph, block.above)
    if block.facts:
        yield _list(_fact(one) for one in block.facts)
    if block.below:
        yield _paragraph(block.below)


def _fact(fact: Fact) -> Text:
    words = joined(fact.words)
    more = f" ({fact.source}, {fact.year}. {fact.until})"
    return replace(words, inlines=(*words.inlines, more))


def _address(edition: Edition, row: model.Address, place: Place) -> Paragraph:
    """The owner of an address stands out; all of it runs from left to right."""
    before, after = ((Code(words),) if words else () for words in (row.before, row.after))
    parts = (*before, Strong((Code(row.owner),)), *after)
    if edition.direction == "rtl":
        return Paragraph(Text(row.whole, (LTR, *parts, END), place))
    return Paragraph(Text(row.whole, parts, place))


def in_words(block: model.Picture) -> Paragraph:
    """What a picture means, where it cannot stand."""
    alt = block.alt or own_text("", block.place)
    return Paragraph(replace(alt, inlines=(Emphasis(("[", *alt.inlines, "]")),)))


def _scale(question: Likert) -> Table:
    """A row for each statement, a column for each step."""
    first = question.lead or own_text("", question.place)
    boxes = tuple(own_text("☐", question.place) for _ in question.scale)
    rows = tuple((one, *boxes) for one in question.rows)
    return Table((first, *question.scale), rows, ("",) * (len(question.scale) + 1))


def _outcome(edition: Edition, story: Branching) -> Iterator[Item]:
    for step in story.steps:
        if step.outcome:
            said = own_text(answers.stance(edition, step.outcome), story.place)
            yield Item((Paragraph(step.title), Paragraph(said)))


def _paragraph(line: Line) -> Paragraph:
    return Paragraph(joined(line))


def _list(texts: Iterable[Text]) -> List:
    return List(tuple(Item((Paragraph(one),)) for one in texts))


def _strong(words: Text) -> Text:
    return replace(words, inlines=(Strong(words.inlines),))
