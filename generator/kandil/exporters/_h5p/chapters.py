"""The markup of a lesson, cut into chapters of contents."""

from __future__ import annotations

from dataclasses import field

from kandil.exporters._h5p.accordion import LIBRARY as ACCORDION
from kandil.exporters._h5p.accordion import folded
from kandil.exporters._h5p.advanced_text import LIBRARY as TEXT
from kandil.exporters._h5p.advanced_text import TAGS as PROSE
from kandil.exporters._h5p.advanced_text import prose
from kandil.exporters._h5p.fields import Library, Value
from kandil.exporters._h5p.image import LIBRARY as IMAGE
from kandil.exporters._h5p.image import image
from kandil.exporters._h5p.markup import Piece, pieces
from kandil.exporters._h5p.package import Facts
from kandil.exporters._h5p.table import LIBRARY as TABLE
from kandil.exporters._h5p.table import TAGS, table
from kandil.model.edition import Edition
from kandil.values import dataclass


@dataclass(slots=True)
class Chapter:
    """What stands from one heading of level 2 to the next."""

    title: str
    anchor: str
    """The id of that heading."""
    contents: list[dict[str, Value]] = field(default_factory=list)


def read_chapters(edition: Edition, markup: str, facts: Facts) -> list[Chapter]:
    """In their order; the first bears the title of the lesson."""
    chapters = [Chapter(facts.title, "")]
    for number, piece in enumerate(pieces(markup, PROSE, TAGS)):
        if piece.heading:
            chapters.append(Chapter(piece.heading, piece.anchor))
        name = f"piece-{number}"
        chapters[-1].contents.append(facts.held(*_content(edition, piece, facts, name), name))
    return [one for one in chapters if one.contents]


def _content(
    edition: Edition, piece: Piece, facts: Facts, name: str
) -> tuple[Library, dict[str, Value]]:
    if piece.shot:
        return IMAGE, image(edition, piece.shot)
    if piece.kind == "table":
        return TABLE, table(piece.markup)
    if piece.kind == "folded":
        inner = facts.held(TEXT, prose(piece.markup), f"{name}-folded")
        return ACCORDION, folded(piece.title, inner)
    return TEXT, prose(piece.markup)
