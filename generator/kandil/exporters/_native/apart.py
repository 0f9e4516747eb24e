"""A question's words where a platform asks it apart from the pages of its lesson."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from kandil.model.inlines import Emphasis, Inline, Inlines, Link, Strong
from kandil.model.text import Text, map_texts

Node = TypeVar("Node")
_LINE = re.compile("_{5,}")


def unlinked(node: Node) -> Node:
    """The same; links to the course's own pages are the words that they were."""
    return map_texts(node, lambda text: replace(text, inlines=_unlinked(text.inlines)))


def _unlinked(inlines: Inlines) -> Inlines:
    found: list[Inline] = []
    for part in inlines:
        match part:
            case Link(target, children) if "://" not in target:
                found += _unlinked(children)
            case Link() | Emphasis() | Strong():
                found.append(replace(part, children=_unlinked(part.children)))
            case _:
                found.append(part)
    return tuple(found)


def gapless(text: Text) -> Text:
    """Without lines that a platform or a learner would take for the gap that is asked."""
    return replace(text, inlines=_gapless(text.inlines))


def _gapless(inlines: Inlines) -> Inlines:
    found: list[Inline] = []
    for part in inlines:
        match part:
            case str():
                found.append(_LINE.sub("…", part))
            case Link() | Emphasis() | Strong():
                found.append(replace(part, children=_gapless(part.children)))
            case _:
                found.append(part)
    return tuple(found)
