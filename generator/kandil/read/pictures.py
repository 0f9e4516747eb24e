"""Pictures: there, readable, and without anything that could run or call home."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from kandil.problems import Place, Problem
from kandil.read.folder import leads_out

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_UNSAFE = re.compile(
    rb"<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed)\b|<!ENTITY|\son\w+\s*=|"
    rb"(?:href|src)\s*=\s*[\"'](?!#)|url\(\s*+[\"']?+(?!#)|@import|<\?xml-stylesheet",
    re.IGNORECASE,
)
_SAVE = "Save it as PNG, JPEG, WebP or plain SVG."


def check_picture(folder: Path, path: str, place: Place) -> list[Problem]:
    """What is wrong with one picture of a course."""
    file = folder / path
    try:
        if not file.is_file():
            hint = "Check its name, capital letters included."
            return [Problem("M006", place, f"There is no picture '{path}'", hint)]
        if leads_out(folder, file):
            hint = f"Put the picture itself there, in place of the link '{file.name}'."
            message = f"'{path}' is a link that leads out of the course folder"
            return [Problem("M003", place, message, hint)]
        readable = _readable_svg(file) if file.suffix.lower() == ".svg" else _readable(file)
    except (OSError, ValueError):
        readable = False
    if not readable:
        return [Problem("M006", place, f"The picture '{path}' cannot be read", _SAVE)]
    if file.suffix.lower() == ".svg" and _UNSAFE.search(file.read_bytes()):
        hint = "Save it as 'plain SVG' without scripts, styles from elsewhere or linked files."
        message = f"The picture '{path}' holds a script or points outside"
        return [Problem("M007", place, message, hint)]
    return []


def _readable(file: Path) -> bool:
    try:
        with Image.open(file, formats=_FORMATS) as image:
            image.verify()
    except Exception:  # Pillow's readers raise errors of many kinds on damaged files
        return False
    return True


def _readable_svg(file: Path) -> bool:
    """Whether it is XML in UTF-8; one with entities is left to the search for unsafe parts."""
    content = file.read_bytes()
    try:
        content.decode("utf-8")
        return b"<!ENTITY" in content or ElementTree.fromstring(content).tag.endswith("svg")
    except (UnicodeDecodeError, ElementTree.ParseError):
        return False
