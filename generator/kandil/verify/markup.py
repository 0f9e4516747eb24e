"""HTML as Kandil writes it, and nothing else: no two programs can read such a page in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = r"[A-Za-z][A-Za-z0-9]*+"
_ATTRIBUTE = r"""\s++([A-Za-z][\w:.-]*+)(?:=(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'=<>`]++)))?+"""
_GROUPLESS = _ATTRIBUTE.replace("(?:", "\0").replace("(", "(?:").replace("\0", "(?:")
_TAG = re.compile(rf"<(/?)({_NAME})((?:{_GROUPLESS})*+)\s*+/?>", re.ASCII)
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_BEGIN = re.compile(r"\ufeff?\s*+(?:<!doctype html>)?+", re.IGNORECASE)
_RAW = {name: re.compile(rf"([^<]*+)</{name}\s*+>", re.IGNORECASE) for name in ("style", "script")}


class MarkupError(Exception):
    """Where a sign stands that has no place there."""


class Element(NamedTuple):
    """A start tag."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    """Of a style or a script."""


def read_markup(text: str) -> Iterator[Element]:
    """Every element in order; raises `MarkupError`. In one pass, however long a tag is.

    A `<` begins a tag, or the page is refused; so it stands neither in a comment, nor in the value
    of an attribute, nor in a script, where browsers have rules of their own.
    """
    begin = _BEGIN.match(text)
    place = begin.end() if begin else 0
    while (place := text.find("<", place)) >= 0:
        tag = _TAG.match(text, place)
        if not tag:
            raise MarkupError(_shown(text, place))
        place, name = tag.end(), tag[2].lower()
        if tag[1]:
            continue
        raw = _RAW[name].match(text, place) if name in _RAW else None
        if name in _RAW and not raw:
            raise MarkupError(_shown(text, place))
        attributes = _attributes(tag[3]) if tag[3] else {}
        yield Element(name, attributes, raw[1] if raw else "")
        place = raw.end() if raw else place


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTES.findall(words):
        if name.lower() in found:
            raise MarkupError(f"{name} … {name}")
        found[name.lower()] = unescape(double or single or bare)
    return found


def _shown(text: str, place: int) -> str:
    return text[place : place + 40]
