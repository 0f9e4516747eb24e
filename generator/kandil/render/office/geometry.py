"""Strokes as custom geometry (ECMA-376 DrawingML, 20.1.9), the same in both kinds of documents."""

from __future__ import annotations

from lxml import etree

from kandil.render.office.strokes import Drawn, Label, Stroke
from kandil.values import dataclass

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
POINT = 12_700
"""English Metric Units of a typographic point (20.1.10.16)."""
_TAGS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
_RISE, _ROOM, _BROAD = 0.905, 1.3, 0.7
"""Of letters: how high a line begins above what it stands on, its height, and about their width,
for one unit of their size."""
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
"""Where words begin that stand at a point."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drawing stands, in English Metric Units."""

    picture: Drawn
    left: int
    top: int
    scale: float

    @property
    def width(self) -> int:
        """Of all of it."""
        return round(self.picture.width * self.scale)

    @property
    def height(self) -> int:
        """Of all of it."""
        return round(self.picture.height * self.scale)


def within(picture: Drawn, room: tuple[int, int, int, int]) -> Place:
    """As large as there is room for (left, top, width, height), in the middle of its width."""
    left, top, width, height = room
    scale = min(width / picture.width, height / picture.height)
    return Place(picture, left + round(width - picture.width * scale) // 2, top, scale)


def geometry(stroke: Stroke, place: Place) -> etree._Element:
    """Points are told from the corner of the drawing."""
    found = etree.Element(f"{A}custGeom")
    for name in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(found, f"{A}{name}")
    etree.SubElement(found, f"{A}rect", l="0", t="0", r="r", b="b")
    paths = etree.SubElement(found, f"{A}pathLst")
    path = etree.SubElement(paths, f"{A}path", w=f"{place.width}", h=f"{place.height}")
    if not stroke.fill:
        path.set("fill", "none")
    for kind, points in stroke.pieces:
        piece = etree.SubElement(path, f"{A}{_TAGS[kind]}")
        for x, y in points:
            to = (x - place.picture.left, y - place.picture.top)
            across, down = (f"{round(value * place.scale)}" for value in to)
            etree.SubElement(piece, f"{A}pt", x=across, y=down)
    return found


def letters(label: Label, place: Place) -> int:
    """The size of its letters in points."""
    return max(1, round(label.size * place.scale / POINT))


def box(label: Label, place: Place) -> tuple[int, int, int, int]:
    """Left, top, width and height of its words: they stand on their line, and go beyond the box
    where a translation is long."""
    size = label.size * place.scale
    wide, high = len(label.words) * size * _BROAD, size * _ROOM
    x = (label.at[0] - place.picture.left) * place.scale - wide * _BEFORE[label.anchor]
    y = (label.at[1] - place.picture.top) * place.scale - size * _RISE
    return round(place.left + x), round(place.top + y), round(wide), round(high)
