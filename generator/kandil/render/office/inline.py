"""A drawing in a handout: a group of shapes that stands in its line (Microsoft's extension of
WordprocessingML of 2010, [MS-ODRAWXML] 2.27), and its words for a program that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kandil.localize.words.formats import direction
from kandil.render.office.fonts import CODE
from kandil.render.office.geometry import A, Place, box, geometry, letters, within
from kandil.render.office.strokes import Colour, Drawn, Label, Stroke

if TYPE_CHECKING:
    from docx.text.run import Run

_SPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_ROOM = (0, 0, 3_600_000, 2_160_000)
"""Left, top, width and height: ten centimetres by six."""
_ALIGNED = {"start": "left", "middle": "center", "end": "right"}
_SWAPPED = {"left": "right", "right": "left"}
_LAMP = "E9A21B"


def add_drawing(run: Run, picture: Drawn, number: int, alt: str, locale: str) -> None:
    """`number`: no other drawing of the document has it."""
    place = within(picture, _ROOM)
    place = Place(picture, 0, 0, place.scale)
    choice = _add(_add(run._r, "mc:AlternateContent"), "mc:Choice", Requires="wpg")
    far = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = _add(_add(choice, "w:drawing"), "wp:inline", **far)
    size = {"cx": f"{place.width}", "cy": f"{place.height}"}
    _add(inline, "wp:extent", **size)
    _add(inline, "wp:docPr", id=f"{number}", name=f"Drawing {number}", descr=alt)
    _add(inline, "wp:cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{A}graphic")
    data = etree.SubElement(graphic, f"{A}graphicData", uri=_SPACES["wpg"])
    group = _add(data, "wpg:wgp")
    _add(group, "wpg:cNvGrpSpPr")
    _transform(_add(group, "wpg:grpSpPr"), (0, 0, place.width, place.height), group=True)
    for stroke in picture.strokes:
        _stroke(group, stroke, place)
    for label in picture.labels:
        _label(group, label, place, locale)
    fallback = _add(run._r[-1], "mc:Fallback")
    _add(fallback, "w:t").text = f"[{alt}]"


def _stroke(group: etree._Element, stroke: Stroke, place: Place) -> None:
    shape = _add(group, "wps:wsp")
    _add(shape, "wps:cNvSpPr")
    properties = _add(shape, "wps:spPr")
    _transform(properties, (0, 0, place.width, place.height))
    properties.append(geometry(stroke, place))
    _filled(properties, stroke.fill)
    width = f"{round(stroke.width * place.scale)}"
    line = etree.SubElement(properties, f"{A}ln", w=width, cap="rnd")
    _filled(line, stroke.line)
    if stroke.line and stroke.dashed:
        etree.SubElement(line, f"{A}prstDash", val="sysDot")
    if stroke.line:
        etree.SubElement(line, f"{A}round")
    _add(shape, "wps:bodyPr")


def _label(group: etree._Element, label: Label, place: Place, locale: str) -> None:
    shape = _add(group, "wps:wsp")
    _add(shape, "wps:cNvSpPr", txBox="1")
    properties = _add(shape, "wps:spPr")
    _transform(properties, box(label, place))
    etree.SubElement(etree.SubElement(properties, f"{A}prstGeom", prst="rect"), f"{A}avLst")
    _filled(properties, "")
    paragraph = _add(_add(_add(shape, "wps:txbx"), "w:txbxContent"), "w:p")
    lang = label.lang or locale
    rtl = direction(lang) == "rtl" and not label.code
    _placed(_add(paragraph, "w:pPr"), label, rtl)
    run = _add(paragraph, "w:r")
    _written(_add(run, "w:rPr"), label, letters(label, place), lang, rtl)
    _add(run, "w:t").text = label.words
    edges = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0")
    _add(shape, "wps:bodyPr", wrap="none", **edges)


def _placed(look: etree._Element, label: Label, rtl: bool) -> None:
    """A paragraph without room around it; the left of one from right to left is its end."""
    if rtl:
        _add(look, "w:bidi")
    room = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    _add(look, "w:spacing", **{f"w:{key}": value for key, value in room.items()})
    side = _ALIGNED[label.anchor]
    _add(look, "w:jc", **{"w:val": _SWAPPED.get(side, side) if rtl else side})


def _written(look: etree._Element, label: Label, size: int, lang: str, rtl: bool) -> None:
    """In the order of the schema (17.3.2)."""
    if label.code:
        _add(look, "w:rFonts", **{f"w:{kind}": CODE for kind in ("ascii", "hAnsi", "cs")})
    for name in ("w:sz", "w:szCs"):
        _add(look, name, **{"w:val": f"{2 * size}"})
    if rtl:
        _add(look, "w:rtl")
    _add(look, "w:lang", **{f"w:{kind}": lang for kind in (("val", "bidi") if rtl else ("val",))})


def _transform(
    parent: etree._Element, sides: tuple[int, int, int, int], *, group: bool = False
) -> None:
    left, top, width, height = map(str, sides)
    found = etree.SubElement(parent, f"{A}xfrm")
    for prefix in ("", "ch") if group else ("",):
        off, ext = ("chOff", "chExt") if prefix else ("off", "ext")
        etree.SubElement(found, f"{A}{off}", x=left, y=top)
        etree.SubElement(found, f"{A}{ext}", cx=width, cy=height)


def _filled(parent: etree._Element, colour: Colour) -> None:
    """Ink and paper are those of the theme."""
    if not colour:
        etree.SubElement(parent, f"{A}noFill")
        return
    fill = etree.SubElement(parent, f"{A}solidFill")
    if colour == "lamp":
        etree.SubElement(fill, f"{A}srgbClr", val=_LAMP)
    else:
        etree.SubElement(fill, f"{A}schemeClr", val="tx1" if colour == "ink" else "bg1")


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A child; attributes of WordprocessingML have its prefix, those of DrawingML none."""
    made = etree.SubElement(parent, _qualified(tag), nsmap=_SPACES)
    for key, value in attributes.items():
        made.set(_qualified(key) if ":" in key else key, value)
    return made


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
