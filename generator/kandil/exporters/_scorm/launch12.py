"""A SCORM 1.2 manifest as an LMS follows it: organization, item, resource, page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_IN = {"ims": IMSCP, "adlcp": ADLCP}
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
"""Content Packaging 1.1.2 and ADL's extensions (SCORM 1.2 CAM 2.3.5.1), without the LOM."""


def faults(root: etree._Element) -> Iterator[str]:
    """What an LMS would stumble over on its way to the page."""
    yield from _strangers(root)
    organizations = root.find("ims:organizations", _IN)
    if organizations is None:
        yield "there is no 'organizations'"
        return
    default = organizations.get("default")
    found = organizations.findall("ims:organization", _IN)
    chosen = [one for one in found if default in (None, one.get("identifier"))]
    if chosen:
        yield from _items(root, chosen[0])
    else:
        yield f"'organizations' begins with '{default}', which is not there"


def _strangers(root: etree._Element) -> Iterator[str]:
    if _name(root) != "manifest":
        yield f"the root is '{_name(root)}', not the manifest of a package"
    for element in root.iter("*"):
        known = _CHILDREN.get(_name(element), "").split()
        for child in element.iterchildren("*"):
            if _name(child) not in known:
                yield f"'{_name(child)}' has no place in '{_name(element)}'"


def _items(root: etree._Element, organization: etree._Element) -> Iterator[str]:
    """Open edX launches the first resource, others that of the first item: they must be one."""
    resources = [one.get("identifier") for one in root.findall("ims:resources/ims:resource", _IN)]
    targets = [
        item.get("identifierref")
        for item in organization.iterfind(".//ims:item", _IN)
        if item.get("identifierref") is not None
    ]
    if not targets:
        yield "no item leads to a page"
    for target in targets:
        if target not in resources:
            yield f"an item leads to '{target}', which is no resource"
    if targets and targets[0] in resources[1:]:
        yield f"the first item leads to '{targets[0]}', which is not the first resource"


def _name(element: etree._Element) -> str:
    """`item`, `adlcp:location`, or the whole `{namespace}name` of a stranger."""
    tag = str(element.tag)
    return tag.replace(f"{{{IMSCP}}}", "").replace(f"{{{ADLCP}}}", "adlcp:")
