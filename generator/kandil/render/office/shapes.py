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
from kandil.render.office.geometry import ALIGNED, Place, box, geometry, letters, within
from kandil.render.office.strokes import Colour, Drawn, Label, Stroke

if TYPE_CHECKING:
    from pptx.dml.color import ColorFormat
    from pptx.shapes.group import GroupShape
    from pptx.slide import Slide

_LAMP = RGBColor(0xE9, 0xA2, 0x1B)
_ROOM = (609_600, 1_600_200, 10_972_800, 4_525_963)
"""Left, top, width and height, between the margins of a slide and below its title."""


def draw(slide: Slide, picture: Drawn, alt: str, locale: str) -> None:
    """As large as there is room for; `alt` for whoever cannot see it."""
    place = within(picture, _ROOM)
    group = slide.shapes.add_group_shape()
    group.name = "Drawing"
    next(group._element.iter(qn("p:cNvPr"))).set("descr", alt)
    for stroke in picture.strokes:
        _stroke(group, stroke, place)
    for label in picture.labels:
        _label(group, label, place, locale)


def _stroke(group: GroupShape, stroke: Stroke, place: Place) -> None:
    sides = (place.left, place.top, place.width, place.height)
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, sides))
    element = cast("etree._Element", shape._element)
    for name in ("p:style", "p:txBody"):
        element.remove(next(element.iter(qn(name))))
    for preset in [*element.iter(qn("a:prstGeom"))]:
        preset.addprevious(geometry(stroke, place))
        element[1].remove(preset)
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


def _label(group: GroupShape, label: Label, place: Place, locale: str) -> None:
    """Words without a frame."""
    words = group.shapes.add_textbox(*map(Emu, box(label, place)))
    frame = words.text_frame
    frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    paragraph = frame.paragraphs[0]
    lang = label.lang or locale
    properties = paragraph._p.get_or_add_pPr()
    properties.set("algn", ALIGNED[label.anchor])
    if direction(lang) == "rtl" and not label.code:
        properties.set("rtl", "1")
    run = paragraph.add_run()
    run.text = label.words
    run.font.size = Pt(letters(label, place))
    run._r.get_or_add_rPr().set("lang", lang)
    if label.code:
        run.font.name = CODE
