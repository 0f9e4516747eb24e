"""Kandil's markup in the part of HTML that an item may hold: QTI 2.1 has that of XHTML 1.1 without
forms, 3.0 adds a few elements of HTML 5. What neither has keeps its words."""

from __future__ import annotations

import re

from lxml import etree
from markupsafe import Markup

from kandil.exporters._native.question_words import GAP
from kandil.exporters._qti.dialect import XML_LANG, Dialect
from kandil.values import dataclass
from kandil.verify.links import EMPTY

INLINE = frozenset(
    re.findall(r"\w+", "a abbr br cite code em img kbd q samp small span strong sub sup var")
)
BLOCK = frozenset(
    re.findall(
        r"\w+",
        "blockquote div dl dt dd h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul",
    )
)
_AS = {
    **dict.fromkeys(("article", "aside", "figure", "header", "footer", "nav", "section"), "div"),
    **dict.fromkeys(("b", "mark"), "strong"),
    **dict.fromkeys(("i",), "em"),
    **dict.fromkeys(("bdi", "del", "ins", "label", "s", "time", "u"), "span"),
    **dict.fromkeys(("figcaption", "summary"), "p"),
    "details": "div",
}
_GONE = frozenset(re.findall(r"\w+", "button input script source style svg template textarea"))
_FREE = ("http://", "https://", "mailto:", "tel:", EMPTY)
_BREAK = "\u200b"
"""Where a long address may be broken, which has no element here."""
_KEPT = {
    "a": ("href",),
    "img": ("src", "alt", "width", "height"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
}


def insert(dialect: Dialect, parent: etree._Element, markup: Markup) -> None:
    """The markup as the last children of an element of an item. Raises `XMLSyntaxError` for what
    is not well-formed."""
    source = etree.fromstring(f"<div>{markup}</div>")
    _Copy(dialect).children(source, parent)


@dataclass(frozen=True, slots=True)
class _Copy:
    """Into elements of an item."""

    dialect: Dialect

    def children(self, source: etree._Element, target: etree._Element) -> None:
        """All that an element holds."""
        _append(target, source.text)
        for child in source:
            self.element(child, target)
            _append(target, child.tail)

    def element(self, source: etree._Element, target: etree._Element) -> None:
        """One, or its words alone."""
        tag = str(source.tag)
        if tag in _GONE:
            return
        if tag == "wbr":
            _append(target, _BREAK)
            return
        name = self.known(source, tag)
        if name is None:
            self.children(source, target)
            return
        made = etree.SubElement(target, f"{{{self.dialect.items}}}{name}")
        self.attributes(source, made, name)
        self.children(source, made)

    def known(self, source: etree._Element, tag: str) -> str | None:
        """What it becomes; None where only its words stay."""
        if tag == GAP:
            return tag
        if tag in ("details", "summary") and self.dialect.html5:
            return tag
        if tag == "a" and not source.get("href", "").startswith(_FREE):
            # It would lead to another lesson, which is no page here.
            return "span"
        name = _AS.get(tag, tag)
        return name if name in INLINE | BLOCK else None

    def attributes(self, source: etree._Element, made: etree._Element, name: str) -> None:
        """Language and direction, and what an element is nothing without."""
        for key in ("class", *_KEPT.get(name, ()), *(("n",) if name == GAP else ())):
            if (value := source.get(key)) is not None:
                made.set(key, value)
        if name == "img" and made.get("alt") is None:
            made.set("alt", "")
        if lang := source.get("lang"):
            made.set(XML_LANG, lang)
        if (way := source.get("dir")) and self.dialect.html5:
            made.set("dir", way)


def _append(target: etree._Element, words: str | None) -> None:
    if not words:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words
