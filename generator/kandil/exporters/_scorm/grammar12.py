"""The grammar of a SCORM 1.2 manifest: which elements, in which order, with which attributes
(IMS Content Packaging 1.1.2; SCORM 1.2 CAM 2.3.5.1), as far as a package of ours uses them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_CHILDREN = {
    "manifest": "metadata organizations resources",
    "metadata": "schema schemaversion",
    "organizations": "organization",
    "organization": "title item",
    "item": "title item adlcp:prerequisites adlcp:maxtimeallowed adlcp:timelimitaction"
    " adlcp:datafromlms adlcp:masteryscore",
    "resources": "resource",
    "resource": "file dependency",
}
"""In their order; without the LOM."""
_MANY = {"organization", "item", "resource", "file", "dependency"}
_NEEDED = {
    "manifest": "identifier",
    "organization": "identifier",
    "item": "identifier",
    "resource": "identifier type adlcp:scormtype",
    "file": "href",
    "dependency": "identifierref",
}
_ALLOWED = {
    "manifest": "version",
    "organizations": "default",
    "organization": "structure",
    "item": "identifierref isvisible parameters",
    "resource": "href",
}
"""Beside those that are needed; no `xml:base`, as nothing here follows one."""
_IDENTIFIER = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
"""An `xsd:ID`: Moodle and others refuse one that begins with a digit."""


def strangers(root: etree._Element) -> Iterator[str]:
    """What no LMS would read, or each in its own way."""
    if named(root.tag) != "manifest":
        yield f"the root is '{named(root.tag)}', not the manifest of a package"
    for element in root.iter("*"):
        yield from _children(element)
        yield from _attributes(element)
    identifiers = Counter(one.get("identifier") for one in root.iter("*"))
    for name, count in identifiers.items():
        if name is not None and count > 1:
            yield f"the identifier '{name}' stands {count} times"


def _children(element: etree._Element) -> Iterator[str]:
    parent = named(element.tag)
    known = _CHILDREN.get(parent, "").split()
    children = [named(child.tag) for child in element.iterchildren("*")]
    for child in children:
        if child not in known:
            yield f"'{child}' has no place in '{parent}'"
    places = [known.index(child) for child in children if child in known]
    if places != sorted(places):
        yield f"the parts of '{parent}' are not in the order {', '.join(known)}"
    for child, count in Counter(children).items():
        if count > 1 and child in known and child not in _MANY:
            yield f"'{parent}' has {count} of '{child}'"


def _attributes(element: etree._Element) -> Iterator[str]:
    name = named(element.tag)
    needed = _NEEDED.get(name, "").split()
    given = {named(key): str(value) for key, value in element.attrib.items()}
    for attribute in needed:
        if not given.get(attribute):
            yield f"'{name}' has no '{attribute}'"
    for attribute in given:
        if attribute not in (*needed, *_ALLOWED.get(name, "").split()):
            yield f"'{attribute}' has no place on '{name}'"
    identifier = given.get("identifier", "")
    if identifier and not _IDENTIFIER.fullmatch(identifier):
        yield f"'{identifier}' is no identifier: it begins with a letter and has no space"
    if given.get("isvisible", "true") not in ("true", "false"):
        yield f"'{name}' says neither that it is visible nor that it is not"


def named(tag: object) -> str:
    """`item`, `adlcp:location`, or the whole `{namespace}name` of a stranger."""
    return str(tag).replace(f"{{{IMSCP}}}", "").replace(f"{{{ADLCP}}}", "adlcp:")
