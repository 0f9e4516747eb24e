"""The grammar of a course structure, as its schema has it (cmi5 14, `CourseStructure.xsd`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from kandil.exporters._cmi5.course_structure import NAMESPACE
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in an element."""

    children: str = ""
    """A pattern of the names of its children, each with a space behind it."""
    must: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    words: bool = False
    """Whether it has words of its own; if so it has no children."""


_PARTS = r"((au|block) )+"
_ID = frozenset({"id"})
_SHAPES: Mapping[str, Shape] = {
    "courseStructure": Shape(r"course (objectives )?" + _PARTS),
    "course": Shape("title description ", _ID),
    "objectives": Shape("(objective )+"),
    "objectives/objective": Shape("title description |description title ", _ID),
    "block": Shape(r"title description (objectives )?" + _PARTS, _ID),
    "au": Shape(
        "title description (objectives )?url (launchParameters )?(entitlementKey )?",
        _ID,
        frozenset({"moveOn", "masteryScore", "launchMethod", "activityType"}),
    ),
    "au/objective": Shape(must=frozenset({"idref"})),
    "title": Shape("(langstring )+"),
    "description": Shape("(langstring )+"),
    "langstring": Shape(must=frozenset({"lang"}), words=True),
    "url": Shape(words=True),
    "launchParameters": Shape(words=True),
    "entitlementKey": Shape(words=True),
}
_VALUES = {
    "moveOn": r"NotApplicable|Passed|Completed|CompletedAndPassed|CompletedOrPassed",
    "masteryScore": r"0(\.\d{1,4})?|1(\.0{1,4})?",
    "launchMethod": "AnyWindow|OwnWindow",
    "id": r"[A-Za-z][A-Za-z0-9+.-]*:\S+",
    "idref": r"[A-Za-z][A-Za-z0-9+.-]*:\S+",
    "lang": r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*",
}


def faults(root: etree._Element) -> Iterator[str]:
    """Where it is not what the schema allows; a language is asked for, and other people's elements
    are not."""
    if _name(root) != "courseStructure":
        yield f"the root is '{_name(root)}', not a course structure"
        return
    for element in root.iter("*"):
        yield from _element(element)
    yield from _ids(root)


def _element(element: etree._Element) -> Iterator[str]:
    name = _name(element)
    shape = _shape(element)
    if shape is None:
        yield f"'{name}' has no place in a course structure"
        return
    names = "".join(f"{_name(child)} " for child in element.iterchildren("*"))
    if not re.fullmatch(shape.children, names):
        yield f"'{name}' holds '{names.strip()}', in an order or number that is not allowed"
    if shape.words != bool((element.text or "").strip()):
        yield f"'{name}' has words where none belong, or none where they do"
    given = {*map(str, element.attrib)}
    yield from (f"'{name}' has no '{one}'" for one in sorted(shape.must - given))
    yield from (f"'{name}' has '{one}'" for one in sorted(given - shape.must - shape.may))
    for key, pattern in _VALUES.items():
        if key in given and not re.fullmatch(pattern, value := element.get(key, "")):
            yield f"'{value}' cannot be the '{key}' of '{name}'"


def _shape(element: etree._Element) -> Shape | None:
    """An objective is defined at the top, and named in a block or an AU."""
    name, parent = _name(element), element.getparent()
    if name != "objective" or parent is None:
        return _SHAPES.get(name)
    above = parent.getparent()
    top = above is not None and _name(above) == "courseStructure"
    return _SHAPES["objectives/objective" if top else "au/objective"]


def _ids(root: etree._Element) -> Iterator[str]:
    ids = [element.get("id", "") for element in root.iter("*") if "id" in element.attrib]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"the id '{name}' stands twice"
    for element in root.iter(f"{{{NAMESPACE}}}objective"):
        if element.get("idref", ids[0] if ids else "") not in ids:
            yield f"'{element.get('idref')}' names no objective"


def _name(element: etree._Element) -> str:
    """`au`, or the whole `{namespace}name` of a stranger."""
    return str(element.tag).replace(f"{{{NAMESPACE}}}", "")
