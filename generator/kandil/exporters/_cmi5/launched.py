"""Whether an LMS that follows `cmi5.xml` comes to pages that report as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kandil.exporters._cmi5.course_structure import NAMESPACE, STRUCTURE, satisfied
from kandil.exporters._cmi5.grammar import faults
from kandil.exporters._scorm.private import check_private
from kandil.exporters._scorm.shell import read_facts
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

_HINT = "Build the package again."
_OUT = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\|\.\.|.*[?#]")
"""An AU in the package is named by a relative URL (14.1); ours has no query of its own (8.1)."""


def launched(root: etree._Element) -> frozenset[str]:
    """The pages that it names."""
    return frozenset(_page(au) for au in _units(root))


def check_structure(contents: Contents, root: etree._Element) -> Iterator[Problem]:
    """V006: the grammar, and that each AU leads to a page."""
    for fault in faults(root):
        yield _amiss(fault)
    for au in _units(root):
        if not _inside(contents, page := _page(au)):
            yield _amiss(f"an AU leads to '{page}', which is no page of the package")


def check_launched(contents: Contents, root: etree._Element) -> Iterator[Problem]:
    """V006, and V010 for a sensitive question: what the pages know, which must be harmless."""
    for au in _units(root):
        if _inside(contents, page := _page(au)):
            yield from _check_unit(contents, au, page)


def _inside(contents: Contents, page: str) -> bool:
    return not _OUT.match(page) and page in contents


def _check_unit(contents: Contents, au: etree._Element, page: str) -> Iterator[Problem]:
    content = contents.read(page)
    try:
        facts = read_facts(content)
        private = [*check_private(contents, page, facts)]
        wanted = satisfied(facts)
    except (ValueError, TypeError):
        message = "what the page knows of the course cannot be read"
        yield Problem("V006", Place(page), message, _HINT)
        return
    yield from private
    if f'data-id="{au.get("id")}"'.encode() not in content:
        yield Problem("V006", Place(page), "the page does not know its own id", _HINT)
    said = {name: au.get(name) for name in ("moveOn", "masteryScore") if name in au.attrib}
    if said != wanted:
        words = ", ".join(f"{name} {value}" for name, value in wanted.items())
        yield _amiss(f"the AU of '{page}' must say: {words}")


def _amiss(message: str) -> Problem:
    return Problem("V006", Place(STRUCTURE), message, _HINT)


def _units(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(f"{{{NAMESPACE}}}au")


def _page(au: etree._Element) -> str:
    return (au.findtext(f"{{{NAMESPACE}}}url") or "").strip()
