"""A line drawing that stands in the page itself, with words that are translated."""

from __future__ import annotations

from kandil.model.text import Text
from kandil.values import dataclass

LABEL = "drawing label"
"""The role of its words: they have little room."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG of a few kinds of parts, cut where its words stand."""

    pieces: tuple[str, ...]
    """Markup behind `<svg`; a piece before a label ends inside the tag that holds it, before
    the `>`. One more than there are labels."""
    labels: tuple[Text, ...] = ()
