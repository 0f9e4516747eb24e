"""Blocks that need no heading become lines, each with the comment that marks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from itertools import chain, pairwise, repeat
from typing import Any

from kandil.model import blocks as model
from kandil.model.text import Text, texts
from kandil.read.inline.links import LESSONS
from kandil.read.source.keywords import Keywords
from kandil.values import dataclass
from kandil.write import lines as shape
from kandil.write.lines import Lines
from kandil.write.sentence import write_image


@dataclass(slots=True)
class Writing:
    """What holds for the file that is being written."""

    language: Keywords = field(default_factory=Keywords)
    base: str = LESSONS
    """Where its addresses start, in the course's folder."""
    context: str = ""
    """The id under whose heading words stand: it is their context without a comment."""


def write_blocks(writing: Writing, blocks: tuple[model.Block, ...]) -> Lines:
    """Blocks below each other, with an empty line between them."""
    turns = in_turn(writing, blocks)
    return shape.apart(
        write_block(writing, block, turned) for block, turned in zip(blocks, turns, strict=True)
    )


def in_turn(writing: Writing, blocks: tuple[model.Block, ...]) -> list[bool]:
    """Which lists take the other sign: with one sign, two that touch would be one list."""
    turned = [False]
    for above, block in pairwise(blocks):
        touch = _alike(above, block) and not write_mark(writing, block)
        turned.append(touch and not turned[-1])
    return turned[: len(blocks)]


def _alike(one: model.Block, other: model.Block) -> bool:
    if isinstance(one, model.List) and isinstance(other, model.List):
        return one.ordered == other.ordered
    return False


def write_block(writing: Writing, block: model.Block, turned: bool = False) -> Lines:
    """One block; `turned`: a list that takes the other sign."""
    mark = write_mark(writing, block)
    if isinstance(block, model.List):
        return shape.apart([mark, _list(writing, block, turned)])
    return shape.apart([mark, _WRITERS[type(block)](writing, block)])


def write_mark(writing: Writing, block: model.Block) -> Lines:
    """`<!-- safety -->`, or what a translator is told of the block's first words."""
    if isinstance(block, model.Paragraph) and block.safety:
        return shape.comment("safety")
    return mark_of(writing, next(texts(block), None))


def mark_of(writing: Writing, text: Text | None) -> Lines:
    """The author's word to translators."""
    if text and text.note:
        return shape.comment(f"i18n: comment: {text.note}")
    if text and text.context and text.context != writing.context:
        return shape.comment(f"i18n: context: {text.context}")
    return []


def _heading(writing: Writing, block: model.Heading) -> Lines:
    lines = shape.heading(block.level, block.text.source)
    aims = f"objective: {', '.join(block.objectives)}"
    return shape.apart([lines, shape.comment(aims) if block.objectives else []])


def _paragraph(writing: Writing, block: model.Paragraph) -> Lines:
    return shape.words(block.text.source)


def _picture(writing: Writing, block: model.Picture) -> Lines:
    return [write_image(block.image, writing.base)]


def _list(writing: Writing, block: model.List, turned: bool = False) -> Lines:
    signs: Iterable[str] = repeat("*" if turned else "-")
    if block.ordered:
        signs = shape.numbers(block.start, len(block.items), ")" if turned else ".")
    items = [
        shape.hung(sign, _item(writing, item, block.tight, index == 0))
        for index, (sign, item) in enumerate(zip(signs, block.items, strict=False))
    ]
    return [*chain.from_iterable(items)] if block.tight else shape.apart(items)


def _item(writing: Writing, item: model.Item, tight: bool, first: bool) -> Lines:
    """`first`: the comment for the first words of a list stands above the list."""
    lines: Lines = []
    before: model.Block | None = None
    for block, turned in zip(item.blocks, in_turn(writing, item.blocks), strict=True):
        quiet = first and before is None
        part = _WRITERS[type(block)](writing, block) if quiet else _close(writing, block, turned)
        gap = lines and not (tight and _clings(before, block))
        lines += ["", *part] if gap else part
        before = block
    if item.checked is not None:
        lines[0] = f"[{'x' if item.checked else ' '}] {lines[0]}"
    return lines


def _close(writing: Writing, block: model.Block, turned: bool) -> Lines:
    """A block with its comment right above it, since an empty line would make the list loose."""
    lines = write_block(writing, block, turned)
    mark = write_mark(writing, block)
    return [*mark, *lines[2:]] if mark else lines


def _clings(before: model.Block | None, block: model.Block) -> bool:
    """Whether a block can stand right below another and be one of its own."""
    inner = (model.List, model.Quote, model.Callout, model.CodeBlock)
    return isinstance(block, inner) and not isinstance(before, type(block) | model.Definitions)


def _table(writing: Writing, block: model.Table) -> Lines:
    rows = ([cell.source for cell in row] for row in (block.head, *block.rows))
    return shape.table(rows, block.align)


def _quote(writing: Writing, block: model.Quote) -> Lines:
    return shape.quoted(write_blocks(writing, block.blocks))


def _callout(writing: Writing, block: model.Callout) -> Lines:
    title = f" {block.title.source}" if block.title else ""
    inside = _unmarked(writing, block)
    glued = block.blocks and isinstance(block.blocks[0], (model.Paragraph, model.Addresses))
    gap = [""] if inside and (not glued or inside[0].startswith("<!--")) else []
    return shape.quoted([f"[!{block.kind.upper()}]{title}", *gap, *inside])


def _addresses(writing: Writing, block: model.Addresses) -> Lines:
    return [f"{row.before}**{row.owner}**{row.after}" for row in block.rows]


def _unmarked(writing: Writing, block: model.Callout) -> Lines:
    """Its blocks; what the comment above it says is said of the first of them too."""
    lines = write_blocks(writing, block.blocks)
    told = mark_of(writing, next(texts(block), None))
    return lines[2:] if told and lines[:1] == told else lines


def _definitions(writing: Writing, block: model.Definitions) -> Lines:
    return shape.apart(
        _definition(writing, entry, index == 0) for index, entry in enumerate(block.entries)
    )


def _definition(writing: Writing, entry: model.Definition, first: bool) -> Lines:
    told = mark_of(writing, entry.term) if first else []
    meanings = [write_blocks(writing, meaning) for meaning in entry.meanings]
    if told and meanings and meanings[0][:1] == told:
        meanings[0] = meanings[0][2:]
    hung = [shape.hung(":", meaning) for meaning in meanings]
    loose = any(len(meaning) > 1 for meaning in entry.meanings)
    below = shape.apart(hung) if loose else [*chain.from_iterable(hung)]
    return [entry.term.source, *below]


def _code(writing: Writing, block: model.CodeBlock) -> Lines:
    return shape.fenced(block.content, block.language)


def _rule(writing: Writing, block: model.Rule) -> Lines:
    return ["---"]


def _footnote(writing: Writing, block: model.Footnote) -> Lines:
    return shape.hung(f"[^{block.label}]:", write_blocks(writing, block.blocks), 4)


def _records(writing: Writing, block: model.Records) -> Lines:
    return shape.comment(block.kind)


_WRITERS: dict[type, Callable[[Writing, Any], Lines]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Picture: _picture,
    model.List: _list,
    model.Table: _table,
    model.Quote: _quote,
    model.Callout: _callout,
    model.Addresses: _addresses,
    model.Definitions: _definitions,
    model.CodeBlock: _code,
    model.Rule: _rule,
    model.Footnote: _footnote,
    model.Records: _records,
}
"""Each takes the one block of its kind, so that their types meet in no other word than `Any`."""
