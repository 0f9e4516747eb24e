"""A lesson in parts (`rulings.md` 36): each `###` of *Key ideas*, then what is done with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kandil.model.blocks import Block, Heading, Quiz, Section
from kandil.model.interactions import Branching
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.values import dataclass

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks under one heading of level 2."""

    anchor: str
    """Of that heading: by it a part is linked to and kept."""
    title: Text
    blocks: Blocks
    """With the heading."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A lesson that is opened part after part."""

    opening: Blocks
    """The first screen."""
    ideas: str
    """The anchor of *Key ideas*, whose heading no part shows."""
    parts: tuple[Part, ...]
    help: Blocks
    """In no part, so that it is always there."""


def has_parts(sections: Iterable[Section]) -> bool:
    """Whether its *Key ideas* have headings of their own, those for some editions among them."""
    ideas = (one for one in sections if one.kind == "ideas")
    return any(_begins(head) for one in ideas for head in every(Heading, one.blocks))


def read_parts(blocks: Blocks) -> Parts | None:
    """Of an edition's lesson; None for one that stays a whole page."""
    at = next((i for i, block in enumerate(blocks) if _splits(block)), None)
    if at is None:
        return None
    ideas = blocks[at]
    assert isinstance(ideas, Section)
    first = next(i for i, block in enumerate(ideas.blocks) if _begins(block))
    parts = [*_ideas(ideas.blocks[first:])]
    rest = tuple(block for block in blocks[at + 1 :] if not _helps(block))
    if rest:
        parts[-1:] = _with_last(parts[-1], rest)
    opening = tuple(block for block in blocks[:at] if not _helps(block))
    kept = tuple(block for block in blocks if _helps(block))
    return Parts(opening + ideas.blocks[:first], ideas.anchor, tuple(parts), kept)


def _splits(block: Block) -> bool:
    return isinstance(block, Section) and block.kind == "ideas" and any(map(_begins, block.blocks))


def _begins(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 3


def _helps(block: Block) -> bool:
    return isinstance(block, Section) and block.kind == "help"


def _ideas(blocks: Blocks) -> list[Part]:
    """Each heading stands one level higher: no heading of *Key ideas* is above it."""
    starts = [i for i, block in enumerate(blocks) if _begins(block)]
    ends = [*starts[1:], len(blocks)]
    return [_idea(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]


def _idea(blocks: Blocks) -> Part:
    higher = tuple(
        replace(block, level=block.level - 1) if isinstance(block, Heading) else block
        for block in blocks
    )
    head = blocks[0]
    assert isinstance(head, Heading)
    return Part(head.anchor, head.text, higher)


def _with_last(idea: Part, rest: Blocks) -> tuple[Part, ...]:
    """The last part is named by its first heading; what has none belongs to the idea before it."""
    for block in rest:
        if head := _head(block):
            return idea, Part(*head, rest)
    return (replace(idea, blocks=idea.blocks + rest),)


def _head(block: Block) -> tuple[str, Text] | None:
    if isinstance(block, Section):
        return (block.anchor, block.title) if block.title else None
    if isinstance(block, Heading) and block.level == 2:
        return block.anchor, block.text
    if isinstance(block, Branching):
        return block.steps[0].anchor, block.prompt
    return (block.anchor, block.title) if isinstance(block, Quiz) else None
