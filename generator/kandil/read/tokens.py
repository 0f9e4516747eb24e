"""Flat block tokens, taken a block at a time."""

from __future__ import annotations

from markdown_it.token import Token

Group = list[Token]
"""One block, from its opening to its closing token."""


def groups(tokens: list[Token]) -> list[Group]:
    """The blocks at the top of `tokens`."""
    found: list[Group] = []
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth <= 0:
            found.append(tokens[start : index + 1])
            start, depth = index + 1, 0
    return found


def inner(group: Group) -> list[Group]:
    """The blocks inside a block."""
    return groups(group[1:-1])


def first_line(group: Group) -> int:
    """Line of a block, counted from 0."""
    return next((token.map[0] for token in group if token.map), 0)


def sentence(group: Group) -> str:
    """The first raw text in a block, or nothing."""
    return next((token.content for token in group if token.type == "inline"), "")
