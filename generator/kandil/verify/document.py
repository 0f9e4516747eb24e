"""What a page refers to, read once for the links and for the weight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_HREF = "//@href | //@*[local-name()='xlink:href']"
_LOADS = "//@src | //@poster | //@data | //@action | //@formaction | //@background"
_CSS = re.compile(r"""url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]*)""")
_REFRESH = "//meta[translate(@http-equiv,'REFSH','refsh')='refresh']/@content"


@dataclass(frozen=True, slots=True)
class Link:
    """Where an `<a>` or `<area>` leads."""

    target: str
    rel: frozenset[str]


@dataclass(frozen=True, slots=True)
class Document:
    """The references of one page."""

    links: tuple[Link, ...]
    loads: tuple[str, ...]
    """Everything else that the page names: images, scripts, frames, icons, styles."""
    own: tuple[str, ...]
    """Of these, what it loads by itself and is no image: scripts and style sheets."""
    anchors: frozenset[str]


def read_document(content: bytes) -> Document:
    """Any page that a browser would show."""
    root = etree.HTML(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if root is None:
        return Document((), (), (), frozenset())
    links, loads = [], []
    for href in root.xpath(_HREF):
        element = href.getparent()
        if element.tag in ("a", "area"):
            links.append(Link(str(href), frozenset((element.get("rel") or "").split())))
        else:
            loads.append(str(href))
    loads += [str(value) for value in root.xpath(_LOADS)]
    for value in root.xpath("//@srcset"):
        loads += [part.split()[0] for part in value.split(",") if part.strip()]
    for value in root.xpath(_REFRESH):
        loads += value.partition("=")[2:]
    for style in root.xpath("//style/text() | //@style"):
        loads += css_references(style)
    own = root.xpath("//script/@src | //link[contains(@rel,'stylesheet')]/@href")
    anchors = frozenset(str(value) for value in root.xpath("//@id | //a/@name"))
    return Document(tuple(links), tuple(loads), tuple(map(str, own)), anchors)


def css_references(style: str) -> list[str]:
    """Every `url(…)` and `@import`."""
    return [first or second for first, second in _CSS.findall(style)]
