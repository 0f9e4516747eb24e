"""Every link inside a package leads somewhere, and nothing but a reader's own click leads out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents
from kandil.verify.document import Document, css_references, read_document

_SCHEME = re.compile(r"^\s*([a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\)")
_ADDRESS = re.compile(r"""(?:https?:|wss?:|['"`])//[^\s'"`]*""")
_ATTRIBUTE = re.compile(r"""\b(?:href|src|url)\s*=\s*["']((?:[a-z]+:)?//[^"']*)""")
_NAMESPACES = ("http://www.w3.org/",)
_OUT = "A package may load nothing from outside: put the file into it."


def check_links(contents: Contents) -> Iterator[Problem]:
    """V002 for a link that leads nowhere, V003 for a reference to something outside."""
    names = frozenset(contents.names)
    anchors: dict[str, frozenset[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    for name in contents.names:
        if name.endswith(".html"):
            page = read_document(contents.read(name))
            anchors[name] = page.anchors
            yield from _outside(name, page)
            wanted += _inside(name, page)
        elif name.endswith(".css"):
            yield from _loaded(name, css_references(contents.read(name).decode()))
        elif name.endswith(".js"):
            yield from _loaded(name, _addresses(contents.read(name).decode()))
        elif name.endswith((".svg", ".xml")):
            yield from _loaded(name, _ATTRIBUTE.findall(contents.read(name).decode()))
    for page_name, target, anchor in wanted:
        yield from _arrival(page_name, target, anchor, names, anchors)


def _outside(name: str, page: Document) -> Iterator[Problem]:
    yield from _loaded(name, page.loads)
    for link in page.links:
        scheme = _SCHEME.match(link.target)
        if scheme and scheme[1].lower() in ("http:", "https:"):
            if "noopener" not in link.rel:
                yield _foreign(name, link.target, "Give the link rel='noopener noreferrer'.")
        elif scheme:
            yield _foreign(name, link.target, "Link to a page of the package, or to 'https://'.")


def _loaded(name: str, references: Iterable[str]) -> Iterator[Problem]:
    for reference in references:
        if _SCHEME.match(reference) and not reference.startswith("data:image/"):
            yield _foreign(name, reference, _OUT)


def _addresses(script: str) -> Iterator[str]:
    for found in _ADDRESS.findall(script):
        address = found.strip("'\"`")
        if len(address) > 2 and not address.startswith(_NAMESPACES):
            yield address


def _inside(name: str, page: Document) -> Iterator[tuple[str, str, str]]:
    """(page, file, anchor) for each relative reference."""
    for reference in (*page.loads, *(link.target for link in page.links)):
        if not _SCHEME.match(reference):
            path, _, anchor = reference.partition("#")
            folder = posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else name
            yield name, target, unquote(anchor)


def _arrival(
    name: str,
    target: str,
    anchor: str,
    names: frozenset[str],
    anchors: dict[str, frozenset[str]],
) -> Iterator[Problem]:
    if target not in names:
        message = f"'{target}' is not in the package"
        yield Problem("V002", Place(name), message, "Link to a file that the package holds.")
    elif anchor and target in anchors and anchor not in anchors[target]:
        message = f"'{target}' has nothing with the id '{anchor}'"
        yield Problem("V002", Place(name), message, "Link to a heading or question that is there.")


def _foreign(name: str, reference: str, hint: str) -> Problem:
    shown = reference if len(reference) <= 60 else reference[:57] + "…"
    return Problem("V003", Place(name), f"'{shown}' leads out of the package", hint)
