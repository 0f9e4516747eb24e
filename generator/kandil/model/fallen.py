"""How much of a lesson is shown in another language than that of its edition."""

from __future__ import annotations

from collections import Counter
from functools import cache

from kandil.model.blocks import Records, Table
from kandil.model.help import Help
from kandil.model.interactions import Interaction
from kandil.model.text import Text, field_names, texts


def fallen(*nodes: object) -> Counter[str]:
    """Parts as a learner sees them, by language: a question or a table is one, however many of
    its sentences fell back."""
    found: Counter[str] = Counter()
    _count(nodes, found)
    return found


def _count(node: object, found: Counter[str]) -> None:
    match node:
        case Text():
            if node.lang:
                found[node.lang] += 1
        case tuple():
            for part in node:
                _count(part, found)
        case Table():
            found.update({text.lang for text in texts(node) if text.lang})
        case Interaction():
            _count(node.prompt, found)
        case Help() | Records():
            return
        case _:
            kind: type = node.__class__
            for name in _names(kind):
                _count(getattr(node, name), found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(name for name in field_names(kind) if name != "place")
