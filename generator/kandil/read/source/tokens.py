"""Flat block tokens, taken a block at a time."""

from __future__ import annotations

from markdown_it.token import Token

Group = list[Token]
"""One block, from its opening to its closing token."""
MARKED = "marked_open"
"""Type of the one token of a part for some editions; its tag is that of the heading it begins
with."""
STARTS = ("heading_open", MARKED)


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


def runs(found: list[Group], tag: str = "h") -> list[list[Group]]:
    """What stands above the first heading, then each heading with what stands below it; `tag` is
    its level (`h2`), or how that begins."""
    split: list[list[Group]] = [[]]
    for group in found:
        if group[0].type == "heading_open" and group[0].tag.startswith(tag):
            split.append([])
        split[-1].append(group)
    return split


def first_line(group: Group) -> int:
    """Line of a block, counted from 0."""
    return next((token.map[0] for token in group if token.map), 0)


def sentence(group: Group) -> str:
    """The first raw text in a block, or nothing."""
    return next((token.content for token in group if token.type == "inline"), "")
