"""A throw-away format without markup: what a format made in an afternoon gives a learner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kandil.localize.words import answers, cautions
from kandil.localize.words.credits import lesson_credits
from kandil.model import blocks as model
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.help import Help, joined
from kandil.model.interactions import Branching, Choice, Interaction


def lesson(edition: Edition, module: Module) -> str:
    """A lesson as a text file."""
    before = (*cautions.content_note(edition), *cautions.notices(edition, module))
    after = lesson_credits(edition, module).lines
    terms = (block for term in module.terms for block in term.blocks)
    words = written(edition, (*module.blocks, *terms))
    return "\n".join((module.title.plain, *before, *words, *after))


def written(edition: Edition, blocks: Iterable[model.Block]) -> Iterator[str]:
    """Line by line; a block of a kind that it does not know is an error."""
    for block in blocks:
        match block:
            case model.Heading() | model.Paragraph():
                yield block.text.plain
            case model.Picture():
                yield block.alt.plain if block.alt else ""
            case model.List():
                for item in block.items:
                    yield from written(edition, item.blocks)
            case model.Table():
                yield from (cell.plain for row in (block.head, *block.rows) for cell in row)
            case model.Callout() | model.Section() | model.Quiz():
                assert block.title and block.title.plain
                yield block.title.plain
                yield from written(edition, block.blocks)
                yield from written(edition, getattr(block, "bank", ()))
            case model.Quote() | model.Footnote():
                yield from written(edition, block.blocks)
            case model.Definitions():
                for entry in block.entries:
                    yield entry.term.plain
                    for meaning in entry.meanings:
                        yield from written(edition, meaning)
            case model.Addresses():
                yield from (row.whole for row in block.rows)
            case model.CodeBlock():
                yield block.content
            case model.Rule():
                yield ""
            case Help():
                yield from helping(block)
            case model.Records():
                yield from (joined(line).plain for line in block.above)
                yield from (fact.plain for fact in block.facts)
                yield from (joined(line).plain for line in (block.below,) if line)
            case Interaction():
                yield from asked(edition, block)
            case _:
                raise TypeError(block)


def helping(block: Help) -> Iterator[str]:
    """Services with their numbers, or what to do without."""
    yield from (joined(line).plain for line in block.above)
    for service in block.services:
        yield joined(service.name).plain
        yield from (way.plain for way in service.ways)
        yield from (joined(line).plain for line in (*service.facts, service.checked))
    yield from (joined(line).plain for line in block.below)


def asked(edition: Edition, question: Interaction) -> Iterator[str]:
    """A question, and its key behind it."""
    yield question.prompt.plain
    yield from written(edition, question.stem)
    if isinstance(question, Choice):
        yield from (answers.option_words(edition, one).plain for one in question.options)
    if isinstance(question, Branching):
        for step in question.steps:
            yield from written(edition, step.blocks)
    yield from (answer.plain() for answer in answers.key(edition, question))
    yield from (text.plain for text in answers.reasons(question))
