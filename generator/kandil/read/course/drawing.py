"""SVG by an allow-list: what is left can neither run, move, load nor lead away."""

from __future__ import annotations

import re

from lxml import etree

from kandil.read.course.styles import strange_style
from kandil.values import dataclass

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"


def names(words: str) -> frozenset[str]:
    """A list of what is allowed, as one reads it."""
    return frozenset(words.split())


ELEMENTS = names(
    "svg g defs symbol use title style path rect circle ellipse line polyline polygon text "
    "tspan textPath clipPath mask marker pattern linearGradient radialGradient stop switch filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feMorphology feOffset feDropShadow feTurbulence"
)
ATTRIBUTES = names(
    "id class lang role aria-label aria-labelledby aria-describedby aria-hidden viewBox width "
    "height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points transform version "
    "preserveAspectRatio pathLength offset rotate textLength lengthAdjust startOffset method "
    "spacing side gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits "
    "patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth "
    "markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 "
    "k4 radius stdDeviation values type tableValues slope intercept amplitude exponent "
    "baseFrequency numOctaves seed stitchTiles systemLanguage requiredFeatures "
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule "
    "filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch "
    "font-style font-variant font-weight letter-spacing marker-end marker-mid marker-start mask "
    "opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility "
    "word-spacing writing-mode style"
)
_LINKS = frozenset(("href", f"{{{_XLINK}}}href"))
_WORDS = names("id class lang role aria-label aria-labelledby aria-describedby d points")
"""Attributes that hold no style."""
_KEPT = frozenset((f"{{{_XML}}}space", f"{{{_XML}}}lang"))
_DROPPED = names("metadata view desc")
"""Elements of SVG that say nothing to her: `desc` is never shown, and nobody translates it."""
_MOST = 20_000
"""Shapes that a browser may have to draw: copies of copies of copies would stop an old phone."""
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:e[+-]?\d{1,2})?)(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)


class DrawingError(Exception):
    """No SVG, or more than a drawing; says what in it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cleaned SVG."""

    content: bytes
    size: tuple[int, int]
    """In pixels; zeros where it does not say."""


def read_drawing(content: bytes) -> Drawing:
    """The drawing in an SVG file; raises `DrawingError` where leaving a part out would not do.

    What editors note (metadata, elements and attributes of their own, comments) is left out.
    """
    root = _parsed(content)
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet":
            raise DrawingError("<?xml-stylesheet")
    made = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": _XLINK})
    _copy(root, made)
    if _drawn(made) > _MOST:
        raise DrawingError("<use> upon <use>")
    if not any(name.startswith("{" + _XLINK) for one in made.iter() for name in one.attrib):
        etree.cleanup_namespaces(made)
    return Drawing(etree.tostring(made, encoding="UTF-8"), _size(made))


def _parsed(content: bytes) -> etree._Element:
    """Raises `ValueError` for what is no SVG in UTF-8 at all."""
    content.decode("utf-8")
    if re.search(rb"<!DOCTYPE[^>]*\[", content):
        raise DrawingError("<!DOCTYPE … [")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root: etree._Element = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError(str(fault)) from fault
    if root.tag not in (f"{{{SVG}}}svg", "svg"):
        raise ValueError("no SVG")
    return root


def _copy(old: etree._Element, new: etree._Element) -> None:
    """What is allowed in `old`, into `new`; lxml reads no more than 256 levels."""
    _attributes(old, new)
    _say(new, old.text)
    for child in old:
        if name := _kept(child):
            _copy(child, etree.SubElement(new, f"{{{SVG}}}{name}"))
        _say(new, child.tail)
    if new.tag == f"{{{SVG}}}style":
        _refuse(*strange_style(new.text or ""))


def _kept(child: etree._Element) -> str:
    """Its name in the drawing; empty where it is left out."""
    if not isinstance(child.tag, str):
        if isinstance(child, etree._Entity):
            raise DrawingError(str(child.text))
        return ""
    space, _, name = child.tag.rpartition("}")
    if space == "{" + _XHTML:
        raise DrawingError(f"<{name}> of HTML")
    if space.strip("{") not in ("", SVG) or name in _DROPPED:
        return ""
    if name == "a":
        return "g"
    if name not in ELEMENTS:
        raise DrawingError(f"<{name}>")
    return name


def _attributes(old: etree._Element, new: etree._Element) -> None:
    for name, value in old.items():
        if name in _LINKS:
            if str(old.tag).rpartition("}")[2] != "a":
                _refuse(*([] if value.strip().startswith("#") else [f'href="{value}"']))
                new.set(name, value.strip())
        elif name.startswith("on"):
            raise DrawingError(f'{name}="…"')
        elif name in ATTRIBUTES:
            if name not in _WORDS:
                _refuse(*strange_style(value))
            new.set(name, value)
        elif name in _KEPT:
            new.set(name, value)


def _say(parent: etree._Element, words: str | None) -> None:
    """Words behind what stands in `parent` so far."""
    if words and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    elif words:
        parent.text = (parent.text or "") + words


def _refuse(*strange: str) -> None:
    for one in strange:
        raise DrawingError(one)


def _drawn(root: etree._Element) -> int:
    """Elements, each copy by `use` counted with all that it holds; a circle counts as too many."""
    named = {one.get("id"): one for one in root.iter()}
    known: dict[etree._Element, int] = {}

    def count(one: etree._Element) -> int:
        if one not in known:
            known[one] = _MOST + 1  # while it is being counted: whoever asks now is inside it
            total = 1 + sum(count(child) for child in one)
            for link in _LINKS:
                target = named.get((one.get(link) or "#")[1:])
                total += count(target) if target is not None and link in one.attrib else 0
            known[one] = total
        return known[one]

    return count(root)


def _size(root: etree._Element) -> tuple[int, int]:
    """Its own width and height where both are lengths, else the measures of its `viewBox`."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    if not (width and height):
        width, height = (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (0, 0)
    return (width, height) if width and height else (0, 0)


def _pixels(length: str) -> int:
    found = _LENGTH.fullmatch(length)
    return min(round(float(found[1]) * _UNITS[found[2].lower()]), 100_000) if found else 0
