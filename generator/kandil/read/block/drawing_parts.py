"""What an inline drawing may hold: elements of SVG 1.1, their attributes, and the values of each.

No value of these can name an address, so nothing of a drawing can load or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ACCENT = "#e9a21b"
"""The accent as a colour, for whoever opens the file by itself."""
CLASSES = ("accent", "accent-area", "paper", "code")
"""What the stylesheet knows: a line and an area in the accent, an area in the colour of the page,
words as they are typed."""
ELEMENTS = ("g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
WORDED = ("text", "title")
_IGNORED = ("id", "version", "width", "height")
"""Of the root, and every id: nothing can refer to one."""
_NUMBER = r"[-+]?(?>\d++\.?+\d*+|\.\d++)(?:e[-+]?\d++)?+"
_NUMBERS = rf"\s*+(?:{_NUMBER}[\s,]*+)++"
_COLOUR = f"none|currentColor|{ACCENT}"
_STYLED = {
    "fill": _COLOUR,
    "stroke": _COLOUR,
    "stroke-width": _NUMBER,
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "stroke-miterlimit": _NUMBER,
    "stroke-dasharray": f"none|{_NUMBERS}",
    "stroke-dashoffset": _NUMBER,
    "fill-rule": "nonzero|evenodd",
    "font-size": _NUMBER,
    "font-weight": "normal|bold|[1-9]00",
    "font-style": "normal|italic",
    "font-family": r"[\w ,-]+",
    "text-anchor": "start|middle|end",
    "dominant-baseline": "auto|middle|central|hanging",
}
_PLACED = {
    "transform": rf"\s*+(?:(?:translate|rotate|scale|skewX|skewY|matrix)\({_NUMBERS}\)[\s,]*+)++",
    "class": "|".join(CLASSES),
}
_POINT = dict.fromkeys(("x", "y"), _NUMBER)
_BOX = {**_POINT, **dict.fromkeys(("width", "height", "rx", "ry"), _NUMBER)}
_OWN: dict[str, dict[str, str]] = {
    "svg": {"viewBox": rf"\s*+(?:{_NUMBER}[\s,]*+){{4}}"},
    "path": {"d": r"[MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]+"},
    "rect": _BOX,
    "circle": dict.fromkeys(("cx", "cy", "r"), _NUMBER),
    "ellipse": dict.fromkeys(("cx", "cy", "rx", "ry"), _NUMBER),
    "line": dict.fromkeys(("x1", "y1", "x2", "y2"), _NUMBER),
    "polyline": {"points": _NUMBERS},
    "polygon": {"points": _NUMBERS},
    "text": {**_POINT, "class": "code"},
    "title": {},
}
_CODE = {"textLength": _NUMBER, "lengthAdjust": "spacing|spacingAndGlyphs", "direction": "ltr"}
"""Of words as they are typed: no translation makes them longer."""


def kept(name: str, attributes: dict[str, str]) -> dict[str, str]:
    """What is written of an element; what only an editor needs is left out."""
    return {key: value for key, value in attributes.items() if not _ignored(name, key)}


def _ignored(name: str, key: str) -> bool:
    return key == "id" or (name == "svg" and key in _IGNORED)


def refused(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(what, hint) of each attribute that an element may not have, or not with this value."""
    allowed = _allowed(name, attributes.get("class", ""))
    for key, value in kept(name, attributes).items():
        if key not in allowed:
            yield f"<{name} {key}>", _advice(name, key)
        elif not re.fullmatch(allowed[key], value, re.ASCII):
            yield f'{key}="{value[:40]}"', _better(key, allowed[key])


def _allowed(name: str, kind: str) -> dict[str, str]:
    own = _OWN.get(name, {})
    if name in ("svg", "title"):
        return own if name == "title" else {**_STYLED, **own}
    if name == "text":
        return {**_STYLED, **own, **(_CODE if kind == "code" else {})}
    return {**_STYLED, **_PLACED, **own}


def _advice(name: str, key: str) -> str:
    if key in _CODE:
        return "Words grow in translation. Only code has a fixed length: '<text class=\"code\" …>'."
    if key == "transform" and name == "text":
        return "Put the text into a group and turn that: '<g transform=\"…\"><text …>'."
    if key == "style":
        return "Write attributes: 'style=\"fill:none\"' is 'fill=\"none\"'."
    if key.startswith("on"):
        return "Leave it out: a drawing runs nothing."
    return "Leave it out, or save the drawing as 'plain SVG'."


def _better(key: str, pattern: str) -> str:
    if pattern == _COLOUR:
        return "Write 'currentColor' or 'none'; the one accent is class=\"accent\"."
    if key == "class":
        return f"Classes: {', '.join(CLASSES)}; of words only 'code'."
    if re.fullmatch(r"[\w|-]+", pattern):
        return f"Write one of: {pattern.replace('|', ', ')}."
    return "Write plain numbers, without units."
