"""A SCORM 1.2 manifest as an LMS follows it: organization, item, resource, page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.grammar12 import ADLCP, IMSCP, strangers

__all__ = ["ADLCP", "IMSCP", "faults", "scos"]

_IN = {"ims": IMSCP, "adlcp": ADLCP}


def faults(root: etree._Element) -> Iterator[str]:
    """What an LMS would stumble over on its way to a page."""
    yield from strangers(root)
    yield from _resources(root)
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


def _resources(root: etree._Element) -> Iterator[str]:
    """SCORM 1.2 CAM 2.3.5.1: what a resource is, what it launches, what it uses."""
    resources = root.findall("ims:resources/ims:resource", _IN)
    names = {one.get("identifier") for one in resources}
    for resource in resources:
        name, kind = resource.get("identifier"), resource.get(f"{{{ADLCP}}}scormtype")
        if resource.get("type") != "webcontent" or kind not in ("sco", "asset"):
            yield f"the resource '{name}' is neither a SCO nor an asset of the web"
        href = resource.get("href")
        if href not in (None, *(one.get("href") for one in resource.iterfind("ims:file", _IN))):
            yield f"the resource '{name}' launches '{href}' and does not list it"
        for used in resource.iterfind("ims:dependency", _IN):
            target = used.get("identifierref")
            if target not in names - {name}:
                yield f"the resource '{name}' uses '{target}', which is no other resource"


def _items(root: etree._Element, organization: etree._Element) -> Iterator[str]:
    """Open edX launches the first resource, others that of the first item: they must be one."""
    resources = [one.get("identifier") for one in root.findall("ims:resources/ims:resource", _IN)]
    items = organization.findall(".//ims:item", _IN)
    targets = [ref for ref in (item.get("identifierref") for item in items) if ref is not None]
    if not targets:
        yield "no item leads to a page"
    for target in targets:
        if target not in resources:
            yield f"an item leads to '{target}', which is no resource"
    if targets and targets[0] in resources[1:]:
        yield f"the first item leads to '{targets[0]}', which is not the first resource"
    for sco in scos(root):
        count = targets.count(sco.get("identifier", ""))
        if count != 1:
            yield f"{count} items lead to the SCO '{sco.get('identifier')}', not one"
    if any(not item.findtext("ims:title", "", _IN).strip() for item in items):
        yield "an item has no title to be listed by"


def scos(root: etree._Element) -> list[etree._Element]:
    """The resources that speak to the LMS."""
    found = root.iterfind("ims:resources/ims:resource", _IN)
    return [one for one in found if one.get(f"{{{ADLCP}}}scormtype") == "sco"]
