"""Every link inside a package leads somewhere, and nothing but a reader's own click leads out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents
from kandil.verify.document import Document, css_references

_SCHEME = re.compile(r"^\s*([a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\)")
_ADDRESS = re.compile(r"""(?:https?:|wss?:|['"`])//[^\s'"`]*""")
_ATTRIBUTE = re.compile(r"""\b(?:href|src|url)\s*=\s*["']((?:[a-z]+:)?//[^"']*)""")
_CLICKED = re.compile(r"""&lt;a href="https?://[^"<>]*" rel="noopener noreferrer\"""")
"""A reader's own link in HTML that stands as text in XML: it loads nothing."""
_NAMESPACES = ("http://www.w3.org/", "http://adlnet.gov/expapi/", "https://w3id.org/xapi/")
"""Names, not addresses: of XML, and of what xAPI and cmi5 define."""
OVER = re.compile(r"\.\./\.\./\.\./(?:index|(?:release|preview)/site/[\w.-]+/[\w-]+/[\w-]+)\.html")
"""From the folder of a course to the first page of a host, or to a page in its other tree."""
_NOTHING = "data:,"
"""Empty: a page names it as its icon, so that no browser asks for one."""
EMPTY = "about:blank"
"""Where a platform's page has no other exit; it loads nothing."""
_OUT = "A package may load nothing from outside: put the file into it."


def check_links(contents: Contents) -> Iterator[Problem]:
    """V002 for a link that leads nowhere, V003 for a reference to something outside, V020 for an
    id that stands twice."""
    ways = _Ways(contents)
    for name in contents.names:
        if name.endswith(".html"):
            yield from _outside(name, contents.page(name))
            yield from _inside(ways, name, contents.page(name))
            yield from _twice(name, contents.page(name))
        elif name.endswith(".css"):
            yield from _loaded(name, css_references(_words(contents, name)))
        elif name.endswith(".js"):
            yield from _loaded(name, _addresses(_words(contents, name)))
        elif name.endswith((".svg", ".xml")):
            yield from _loaded(name, _ATTRIBUTE.findall(_CLICKED.sub("", _words(contents, name))))


def _twice(name: str, page: Document) -> Iterator[Problem]:
    """Two elements of one id: a link, a label or a script finds the first of them only."""
    for anchor in sorted(page.twice):
        hint = "Give one of the two headings other words."
        yield Problem("V020", Place(name), f"The id '{anchor}' stands twice on this page", hint)


def _words(contents: Contents, name: str) -> str:
    return contents.read(name).decode(errors="replace")


def _outside(name: str, page: Document) -> Iterator[Problem]:
    yield from _loaded(name, page.loads)
    for target in page.links:
        scheme = _SCHEME.match(target)
        if scheme and scheme[1].lower() in ("http:", "https:"):
            if target in page.unguarded:
                yield _foreign(name, target, "Give the link rel='noopener noreferrer'.")
        elif scheme and target != EMPTY:
            yield _foreign(name, target, "Link to a page of the package, or to 'https://'.")


def _loaded(name: str, references: Iterable[str]) -> Iterator[Problem]:
    for reference in references:
        if _SCHEME.match(reference) and not _is_inside(reference):
            yield _foreign(name, reference, _OUT)


def _is_inside(reference: str) -> bool:
    return reference.startswith("data:image/") or reference == _NOTHING


def _addresses(script: str) -> Iterator[str]:
    for found in _ADDRESS.findall(script):
        address = found.strip("'\"`")
        if len(address) > 2 and not address.startswith(_NAMESPACES):
            yield address


def _inside(ways: _Ways, name: str, page: Document) -> Iterator[Problem]:
    """Each relative reference of a page leads to a file, and its anchor to a place there."""
    folder = posixpath.dirname(name)
    loaded = {*page.loads}
    for reference in dict.fromkeys((*page.loads, *page.links)):
        if reference[:1] == "#" and reference[1:] in page.anchors:
            continue
        own = reference[:1] in ("", "#")
        if reference not in loaded and ways.leads_over(folder, reference):
            continue
        if amiss := ways.amiss(name, reference) if own else ways[folder, reference]:
            yield Problem("V002", Place(name), *amiss)


class _Ways(dict[tuple[str, str], tuple[str, str] | None]):
    """What is wrong with a reference to another file, by the folder of its page: pages of a course
    name mostly the same."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self._contents = contents

    def __missing__(self, way: tuple[str, str]) -> tuple[str, str] | None:
        self[way] = self.amiss(*way)
        return self[way]

    def leads_over(self, folder: str, reference: str) -> bool:
        """Whether it is a way from one course of a host to another: `check_hosted` sees whether
        anything is there. Out of an archive there is none."""
        if not self._contents.loose or not reference.startswith("../"):
            return False
        return bool(OVER.fullmatch(posixpath.normpath(posixpath.join(folder, reference))))

    def amiss(self, start: str, reference: str) -> tuple[str, str] | None:
        """Message and hint; None where it leads somewhere, or outside. `start`: the folder, or the
        page itself for a place on it."""
        if _SCHEME.match(reference):
            return None
        path, _, anchor = reference.partition("#")
        target = posixpath.normpath(posixpath.join(start, unquote(path))) if path else start
        if target not in self._contents:
            return f"'{target}' is not in the package", "Link to a file that the package holds."
        if anchor and target.endswith(".html") and not self._lands(target, anchor):
            hint = "Link to a heading or question that is there."
            return f"'{target}' has nothing with the id '{anchor}'", hint
        return None

    def _lands(self, target: str, anchor: str) -> bool:
        return unquote(anchor) in self._contents.page(target).anchors


def _foreign(name: str, reference: str, hint: str) -> Problem:
    shown = reference if len(reference) <= 60 else reference[:57] + "…"
    return Problem("V003", Place(name), f"'{shown}' leads out of the package", hint)
