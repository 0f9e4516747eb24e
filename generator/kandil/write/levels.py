"""The level of each heading, which the model keeps only for those without a keyword."""

from __future__ import annotations

from kandil.model import blocks as model
from kandil.model.interactions import Interaction

DEEPEST = 6


def levels_of(blocks: tuple[model.Block, ...], above: int, following: int) -> list[int]:
    """Level of the heading with which each block begins; 0 for those without one.

    What has a keyword ends at the next heading of its level or above, so it stands as high as its
    place allows, and not higher than the heading that follows it.
    """
    levels: list[int] = []
    for block in reversed(blocks):
        level = 0
        match block:
            case model.Heading():
                level = block.level
            case model.Section():
                level = 2
            case model.Only():
                level = next(iter(levels_of(block.blocks, above, following)), 0)
            case model.Quiz() | Interaction():
                level = min(max(above + 1, following), DEEPEST)
        levels.append(level)
        following = level
    return levels[::-1]
