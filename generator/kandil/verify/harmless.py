"""Nothing in a package may run, load or lead anywhere but as Kandil has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kandil.problems import Place, Problem
from kandil.read.course.drawing import DrawingError, read_drawing
from kandil.read.course.styles import read_style
from kandil.verify.contents import Contents
from kandil.verify.judge import REACHES

_MOST = 5
"""Problems of one page that are told: a page that somebody changed is not mended one by one."""
_KINDS = re.compile(r".+\.(?:html|js|css|svg|xml|json|txt|png|jpg|gif|webp)|(?:.+/)?SHA256SUMS")

_SHOWN = "http://www.w3.org/"
"""Namespaces that a browser shows: XHTML, SVG, MathML."""


def check_harmless(contents: Contents, launched: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """V042, V043 and V044: nothing in the package may run, load or lead but as Kandil has it.

    `launched`: pages that speak to an LRS by themselves."""
    hint = "Do not use this copy: it is damaged, or somebody changed it."
    for name in contents.own:
        faults: list[tuple[str, str]] = []
        if name.endswith(".html"):
            faults = contents.page(name).faults
            if name in launched:
                faults = [fault for fault in faults if fault != ("V043", REACHES)]
        elif name.endswith(".css"):
            strange = read_style(contents.read(name).decode(errors="replace"))[1]
            faults = [("V042", f"{sign} in the style") for sign in strange]
        elif name.endswith(".svg"):
            faults = _drawing(contents.read(name))
        elif name.endswith(".xml"):
            faults = _data(contents.read(name))
        elif not _KINDS.fullmatch(name):
            faults = [("V042", "a file of this kind")]
        for code, words in faults[:_MOST]:
            yield Problem(code, Place(name), f"No package of Kandil's has this: {words}", hint)


def _data(content: bytes) -> list[tuple[str, str]]:
    """XML that no browser shows as a page or a drawing."""
    if re.search(rb"<!|.<\?", content, re.DOTALL):
        return [("V042", "a definition or an instruction")]
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return [("V042", "XML that cannot be read")]
    spaces = {etree.QName(element).namespace or "" for element in root.iter()}
    return [("V042", f"the words of {one}") for one in sorted(spaces) if one.startswith(_SHOWN)]


def _drawing(content: bytes) -> list[tuple[str, str]]:
    """A drawing is what is left of it when it is cleaned."""
    try:
        cleaned = read_drawing(content).content
        if _plain(cleaned) == _plain(content):
            return []
        return [("V044", "what cleaning would take out of an SVG")]
    except DrawingError as fault:
        return [("V044", str(fault))]
    except ValueError:
        return [("V044", "an SVG that cannot be read")]


def _plain(content: bytes) -> bytes:
    plain: bytes = etree.tostring(etree.fromstring(content), method="c14n", with_comments=True)
    return plain
