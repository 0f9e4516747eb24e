"""What a page refers to, read once for the links and for the weight."""

from __future__ import annotations

import re
from dataclasses import field
from functools import lru_cache

from kandil.values import dataclass
from kandil.verify.judge import Judge
from kandil.verify.markup import ALIKE, Element, MarkupError, read_markup

_NAMED = frozenset(("id", "name", "href", "xlink:href", "srcset", "style", "content", "data-more"))
_LOADING = frozenset(("src", "poster", "data", "action", "formaction", "background"))
_NAMING = _NAMED | _LOADING
_CSS = re.compile(r"""url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]*)""")


_ALONE = frozenset(("noopener", "noreferrer"))
"""What keeps the page to itself, from the site that a link leads to."""


@dataclass(slots=True)
class Document:
    """The references of one page, each once."""

    links: list[str]
    """Where an `<a>` or `<area>` leads."""
    unguarded: list[str]
    """Of these, where one leads that tells the other site of this page."""
    loads: list[str]
    """Everything else that the page names: images, scripts, frames, icons, styles."""
    own: list[str]
    """Of these, what it loads by itself and is no image: scripts and style sheets."""
    later: list[str]
    """Scripts that follow when an interaction comes near; in `loads` as well."""
    anchors: set[str]
    twice: set[str] = field(default_factory=set)
    """Ids that two elements have: a link finds the first only."""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """Codes and words of what no page of Kandil's has."""


def read_document(content: bytes) -> Document:
    """Once, for the links, the weight and what it may not have."""
    document = Document([], [], [], [], [], set())
    text = content.decode("utf-8", errors="replace")
    judge = Judge(text, content)
    try:
        for element, words in read_markup(text):
            judge.see(element, words)
            for name, value in _references(element):
                _note(document, element, name, value)
            if element.name == "style":
                document.loads += css_references(words)
    except MarkupError as fault:
        judge.faults.append(("V042", f"{fault}"))
    document.faults = judge.end()
    for several in (document.links, document.unguarded, document.loads):
        several[:] = dict.fromkeys(several)
    return document


@lru_cache(ALIKE)
def _references(element: Element) -> tuple[tuple[str, str], ...]:
    """Attributes that can name something."""
    return tuple(pair for pair in element.attributes.items() if pair[0] in _NAMING)


def css_references(style: str) -> list[str]:
    """Every `url(…)` and `@import`."""
    return [first or second for first, second in _CSS.findall(style)]


def _note(document: Document, element: Element, name: str, value: str) -> None:
    if name == "id" and value in document.anchors:
        document.twice.add(value)
    if name == "id" or (name == "name" and element.name == "a"):
        document.anchors.add(value)
    elif name == "href" and element.name in ("a", "area"):
        document.links.append(value)
        if not _ALONE.issubset(element.attributes.get("rel", "").split()):
            document.unguarded.append(value)
    elif name.endswith("href") or name in _LOADING:
        document.loads.append(value)
        if element.name == "script" or "stylesheet" in element.attributes.get("rel", ""):
            document.own.append(value)
    elif name == "data-more":
        document.loads += value.split()
        document.later += value.split()
    elif name == "srcset":
        document.loads += [part.split()[0] for part in value.split(",") if part.strip()]
    elif name == "style":
        document.loads += css_references(value)
    elif name == "content" and element.attributes.get("http-equiv", "").lower() == "refresh":
        document.loads += value.partition("=")[2:]
