"""HTML as Kandil writes it, and nothing else: no two programs can read such a page in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from kandil.values import dataclass

_NAME = r"[A-Za-z][A-Za-z0-9]*+"
_ATTRIBUTE = r"""\s++([A-Za-z][\w:.-]*+)(?:=(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'=<>`]++)))?+"""
_GROUPLESS = _ATTRIBUTE.replace("(?:", "\0").replace("(", "(?:").replace("\0", "(?:")
_TAG = re.compile(rf"<(/?)({_NAME})((?:{_GROUPLESS})*+)\s*+/?>([^<]*+)", re.ASCII)
"""With the text up to the next one."""
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_BEGIN = re.compile(r"\ufeff?\s*+(?:<!doctype html>)?+", re.IGNORECASE)
_RAW = frozenset(("style", "script"))
ALIKE = 10_000
"""Different tags that are remembered: pages of one course have most of theirs in common."""


class MarkupError(Exception):
    """Where a sign stands that has no place there."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A start tag; those that are written alike are one, so that it is judged once."""

    name: str
    attributes: Mapping[str, str]


def read_markup(text: str) -> Iterator[tuple[Element, str]]:
    """Every element in order, with the words of a style or a script; raises `MarkupError`. In one
    pass, however long a tag is.

    A `<` begins a tag, or the page is refused; so it stands neither in a comment, nor in the value
    of an attribute, nor in a script, where browsers have rules of their own.
    """
    begin = _BEGIN.match(text)
    place = begin.end() if begin else 0
    tags, amiss = _TAG.findall(text, place), ""
    if len(tags) != text.count("<", place):
        tags, amiss = _until_amiss(text, place)
    raw = ""
    for end, name, attributes, behind in tags:
        name = name.lower()
        if raw and (end, name, attributes) != ("/", raw, ""):
            raise MarkupError(f"<{raw}> … <{end}{name}")
        raw = name if name in _RAW and not end else ""
        if not end:
            yield _element(name, attributes), behind if raw else ""
    if raw or amiss:
        raise MarkupError(amiss or f"<{raw}>")


def _until_amiss(text: str, place: int) -> tuple[list[tuple[str, ...]], str]:
    """The tags before the first `<` that begins none, and the words that this begins."""
    tags: list[tuple[str, ...]] = []
    place = text.find("<", place)
    while tag := _TAG.match(text, place):
        tags.append(tag.groups())
        place = tag.end()
    return tags, text[place : place + 40]


@lru_cache(ALIKE)
def _element(name: str, words: str) -> Element:
    return Element(name, _attributes(words))


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTES.findall(words) if words else ():
        if name.lower() in found:
            raise MarkupError(f"{name} … {name}")
        found[name.lower()] = unescape(double or single or bare)
    return found
