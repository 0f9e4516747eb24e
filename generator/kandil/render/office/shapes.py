"""A drawing on a slide, as shapes that a trainer can change (ECMA-376 DrawingML, 20.1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from kandil.localize.words.formats import direction
from kandil.render.office.fonts import CODE
from kandil.render.office.strokes import Colour, Drawn, Label, Stroke
from kandil.values import dataclass

if TYPE_CHECKING:
    from pptx.dml.color import ColorFormat
    from pptx.shapes.group import GroupShape
    from pptx.slide import Slide

_LAMP = RGBColor(0xE9, 0xA2, 0x1B)
_EDGES = (609_600, 1_600_200, 10_972_800, 4_525_963)
"""Left, top, width and height of the room for a drawing."""
_TAGS = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
_RISE, _ROOM, _BROAD = 0.905, 1.3, 0.7
"""Of letters: how high a line begins above what it stands on, its height, and about their width,
for one unit of their size."""
_POINT = 12_700


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a drawing stands on its slide."""

    left: int
    top: int
    width: int
    height: int
    scale: float


def draw(slide: Slide, picture: Drawn, alt: str, locale: str) -> None:
    """As large as there is room for; `alt` for whoever cannot see it."""
    left, top, width, height = _EDGES
    scale = min(width / picture.width, height / picture.height)
    wide, high = round(picture.width * scale), round(picture.height * scale)
    place = _Place(left + (width - wide) // 2, top, wide, high, scale)
    group = slide.shapes.add_group_shape()
    group.name = "Drawing"
    next(group._element.iter(qn("p:cNvPr"))).set("descr", alt)
    for stroke in picture.strokes:
        _stroke(group, stroke, picture, place)
    for label in picture.labels:
        _label(group, label, picture, place, locale)


def _stroke(group: GroupShape, stroke: Stroke, picture: Drawn, place: _Place) -> None:
    corner, size = (Emu(place.left), Emu(place.top)), (Emu(place.width), Emu(place.height))
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *corner, *size)
    element = cast("etree._Element", shape._element)
    for name in ("p:style", "p:txBody"):
        element.remove(next(element.iter(qn(name))))
    for box in [*element.iter(qn("a:prstGeom"))]:
        box.addprevious(_geometry(stroke, picture, place))
        element[1].remove(box)
    if stroke.fill:
        shape.fill.solid()
        _coloured(shape.fill.fore_color, stroke.fill)
    else:
        shape.fill.background()
    if not stroke.line:
        shape.line.fill.background()
        return
    shape.line.width = Emu(round(stroke.width * place.scale))
    _coloured(shape.line.color, stroke.line)
    if stroke.dashed:
        shape.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
    line = shape.line._get_or_add_ln()
    line.set("cap", "rnd")
    etree.SubElement(line, qn("a:round"))


def _coloured(colour: ColorFormat, name: Colour) -> None:
    """Ink and paper are those of the theme."""
    if name == "lamp":
        colour.rgb = _LAMP
    else:
        ink = name == "ink"
        colour.theme_color = MSO_THEME_COLOR.TEXT_1 if ink else MSO_THEME_COLOR.BACKGROUND_1


def _geometry(stroke: Stroke, picture: Drawn, place: _Place) -> etree._Element:
    """Points are told from the corner of the drawing, in the units of the slide."""
    geometry = etree.Element(qn("a:custGeom"))
    for name in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(geometry, qn(f"a:{name}"))
    etree.SubElement(geometry, qn("a:rect"), l="0", t="0", r="r", b="b")
    paths = etree.SubElement(geometry, qn("a:pathLst"))
    path = etree.SubElement(paths, qn("a:path"), w=f"{place.width}", h=f"{place.height}")
    if not stroke.fill:
        path.set("fill", "none")
    for kind, points in stroke.pieces:
        piece = etree.SubElement(path, qn(_TAGS[kind]))
        for x, y in points:
            to = (x - picture.left) * place.scale, (y - picture.top) * place.scale
            etree.SubElement(piece, qn("a:pt"), x=f"{round(to[0])}", y=f"{round(to[1])}")
    return geometry


def _label(group: GroupShape, label: Label, picture: Drawn, place: _Place, locale: str) -> None:
    """Words without a frame; they stand on their line however long a translation is."""
    size = label.size * place.scale
    wide, high = len(label.words) * size * _BROAD, size * _ROOM
    x = place.left + (label.at[0] - picture.left) * place.scale
    x -= wide * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    y = place.top + (label.at[1] - picture.top) * place.scale - size * _RISE
    box = group.shapes.add_textbox(*(Emu(round(value)) for value in (x, y, wide, high)))
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    paragraph = frame.paragraphs[0]
    lang = label.lang or locale
    properties = paragraph._p.get_or_add_pPr()
    properties.set("algn", _ALIGNED[label.anchor])
    if direction(lang) == "rtl" and not label.code:
        properties.set("rtl", "1")
    run = paragraph.add_run()
    run.text = label.words
    run.font.size = Pt(max(1, round(size / _POINT)))
    run._r.get_or_add_rPr().set("lang", lang)
    if label.code:
        run.font.name = CODE
