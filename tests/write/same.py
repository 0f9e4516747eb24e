"""Two models are the same where only places differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass

from kandil.model.text import field_names

WHERE = ("place", "language_place", "folder", "file")


def bare(node: object) -> list[object]:
    """All that a model says, without where it stands."""
    return [*_bare(node)]


def _bare(node: object) -> Iterator[object]:
    if isinstance(node, tuple):
        yield len(node)
        for part in node:
            yield from _bare(part)
    elif is_dataclass(node) and not isinstance(node, type):
        yield type(node).__name__
        for name in field_names(type(node)):
            if name not in WHERE:
                yield name
                yield from _bare(getattr(node, name))
    else:
        yield node


def differ(one: object, other: object) -> list[object]:
    """What stands around the first difference; empty where there is none."""
    first, second = bare(one), bare(other)
    pairs = enumerate(zip(first, second, strict=False))
    index = next((i for i, (a, b) in pairs if a != b), min(len(first), len(second)))
    if first == second:
        return []
    return [*first[max(index - 8, 0) : index + 3], "but", *second[index : index + 3]]
