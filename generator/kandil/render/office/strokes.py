"""An inline drawing as strokes and labels, with all styles and turns worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import cos, radians, sin, sqrt, tan
from typing import Literal, TypeAlias

from lxml import etree

from kandil.model.drawing import Drawing
from kandil.render.html.drawings import drawing
from kandil.render.office.curves import Piece, Point, pieces
from kandil.values import dataclass

Colour = Literal["", "ink", "lamp", "paper"]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_COLOURS: dict[str, Colour] = {"none": "", "currentColor": "ink"}
_CLASSES = {
    "accent": ("stroke", "lamp"),
    "accent-area": ("fill", "lamp"),
    "paper": ("fill", "paper"),
}
_TURN = re.compile(r"(\w+)\(([^)]*)\)")
_SWAPPED = {"start": "end", "end": "start"}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, or an area with or without one."""

    pieces: tuple[Piece, ...]
    line: Colour
    width: float
    dashed: bool
    fill: Colour


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing; `at` is the beginning, middle or end of the line they stand on."""

    words: str
    lang: str
    at: Point
    size: float
    anchor: str
    code: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """All of a drawing, in its own units."""

    left: float
    top: float
    width: float
    height: float
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


def drawn(source: Drawing, mirrored: bool) -> Drawn:
    """Read as a page has it; `mirrored`: turned, and its words not."""
    root = etree.fromstring(drawing(source, "", mirrored=False))
    left, top, width, height = map(float, re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    base = (-1.0, 0.0, 0.0, 1.0, 2 * left + width, 0.0) if mirrored else _SAME
    found = [*_walk(root, {}, base)]
    strokes = tuple(one for one in found if isinstance(one, Stroke))
    labels = tuple(one for one in found if isinstance(one, Label))
    return Drawn(left, top, width, height, strokes, labels)


def _walk(
    element: etree._Element, above: Mapping[str, str], matrix: Matrix
) -> Iterator[Stroke | Label]:
    style = {**above, **{str(key): str(value) for key, value in element.items()}}
    if styled := _CLASSES.get(element.get("class", "")):
        style[styled[0]] = styled[1]
    matrix = _turned(matrix, element.get("transform", ""))
    name = etree.QName(element).localname
    if name == "text":
        yield _label(element, style, matrix)
    elif path := _path(name, element):
        yield _stroke(path, style, matrix)
    for child in element.iterchildren(etree.Element):
        yield from _walk(child, style, matrix)


def _stroke(path: str, style: Mapping[str, str], matrix: Matrix) -> Stroke:
    moved = tuple(
        (kind, tuple(_moved(matrix, one) for one in points)) for kind, points in pieces(path)
    )
    scale = sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    width = float(style.get("stroke-width", 1)) * scale
    dashed = style.get("stroke-dasharray", "none") != "none"
    line, fill = (_colour(style.get(kind, usual)) for kind, usual in _USUAL)
    return Stroke(moved, line, width, dashed, fill)


_USUAL = (("stroke", "none"), ("fill", "currentColor"))


def _colour(name: str) -> Colour:
    if name in ("lamp", "paper"):
        return "lamp" if name == "lamp" else "paper"
    return _COLOURS.get(name, "lamp")


def _label(element: etree._Element, style: Mapping[str, str], matrix: Matrix) -> Label:
    size = float(style.get("font-size", 16))
    x, y = (float(element.get(key, 0)) for key in "xy")
    y += size / 3 if style.get("dominant-baseline") in ("middle", "central") else 0
    anchor = style.get("text-anchor", "start")
    anchor = _SWAPPED.get(anchor, anchor) if matrix[0] < 0 else anchor
    code = element.get("class") == "code"
    words = "".join(str(one) for one in element.itertext())
    return Label(words, style.get("lang", ""), _moved(matrix, (x, y)), size, anchor, code)


def _path(name: str, element: etree._Element) -> str:
    """Every shape as a path; nothing for what is none."""

    def at(key: str, usual: float = 0.0) -> float:
        return float(element.get(key, usual))

    match name:
        case "path":
            return element.get("d", "")
        case "line":
            return f"M{at('x1')} {at('y1')}L{at('x2')} {at('y2')}"
        case "polyline" | "polygon":
            return f"M{element.get('points', '')}{'z' if name == 'polygon' else ''}"
        case "circle" | "ellipse":
            rx, ry = at("rx", at("r")), at("ry", at("r"))
            half = f"a{rx} {ry} 0 1 1 "
            return f"M{at('cx') - rx} {at('cy')}{half}{2 * rx} 0{half}{-2 * rx} 0z"
        case "rect":
            w, h = at("width"), at("height")
            rx, ry = at("rx", at("ry")), at("ry", at("rx"))
            rx, ry = min(rx, w / 2), min(ry, h / 2)
            turn, across, down = f"a{rx} {ry} 0 0 1 ", w - 2 * rx, h - 2 * ry
            begin = f"M{at('x') + rx} {at('y')}h{across}{turn}{rx} {ry}v{down}"
            return f"{begin}{turn}{-rx} {ry}h{-across}{turn}{-rx} {-ry}v{-down}{turn}{rx} {-ry}z"
    return ""


def _turned(matrix: Matrix, words: str) -> Matrix:
    """With the turns of an element, the first one outermost (SVG 1.1, 7.6)."""
    for name, inside in _TURN.findall(words):
        matrix = _product(matrix, _matrix(name, [*map(float, re.split(r"[\s,]+", inside.strip()))]))
    return matrix


def _matrix(name: str, given: list[float]) -> Matrix:
    first, *rest = given
    match name:
        case "translate":
            return 1, 0, 0, 1, first, rest[0] if rest else 0
        case "scale":
            return first, 0, 0, rest[0] if rest else first, 0, 0
        case "rotate":
            c, s = cos(radians(first)), sin(radians(first))
            x, y = rest or (0, 0)
            return c, s, -s, c, x - c * x + s * y, y - s * x - c * y
        case "skewX":
            return 1, 0, tan(radians(first)), 1, 0, 0
        case "skewY":
            return 1, tan(radians(first)), 0, 1, 0, 0
    a, b, c, d, e, f = given
    return a, b, c, d, e, f


def _product(m: Matrix, n: Matrix) -> Matrix:
    x, y = _moved(m, (n[4], n[5]))
    return (
        *(m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1]),
        *(m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3]),
        *(x, y),
    )


def _moved(m: Matrix, point: Point) -> Point:
    return m[0] * point[0] + m[2] * point[1] + m[4], m[1] * point[0] + m[3] * point[1] + m[5]
