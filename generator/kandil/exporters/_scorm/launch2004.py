"""A SCORM 2004 manifest as an LMS follows it: organization, item, resource, page (CAM 3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.names2004 import ADLCP, IMSCP, VERSION, WORDS

IN = {prefix or "ims": uri for prefix, uri in WORDS.namespaces.items()}
_CHILDREN = {
    "manifest": "metadata organizations resources",
    "metadata": "schema schemaversion",
    "organizations": "organization",
    "organization": "title item imsss:sequencing",
    "item": "title item adlnav:presentation imsss:sequencing",
    "resources": "resource",
    "resource": "file dependency",
    "adlnav:presentation": "adlnav:navigationInterface",
    "adlnav:navigationInterface": "adlnav:hideLMSUI",
    "imsss:sequencing": "imsss:controlMode imsss:sequencingRules imsss:rollupRules"
    " imsss:objectives imsss:deliveryControls",
    "imsss:sequencingRules": "imsss:preConditionRule",
    "imsss:preConditionRule": "imsss:ruleConditions imsss:ruleAction",
    "imsss:ruleConditions": "imsss:ruleCondition",
    "imsss:rollupRules": "imsss:rollupRule",
    "imsss:rollupRule": "imsss:rollupConditions imsss:rollupAction",
    "imsss:rollupConditions": "imsss:rollupCondition",
    "imsss:objectives": "imsss:primaryObjective imsss:objective",
    "imsss:objective": "imsss:mapInfo",
}
"""What this format uses of Content Packaging 1.1.4, Simple Sequencing and ADL's extensions, in the
order in which it must stand."""


def faults(root: etree._Element) -> Iterator[str]:
    """What an LMS would stumble over on its way to a page."""
    yield from _strangers(root)
    yield from _twice(root)
    version = root.findtext("ims:metadata/ims:schemaversion", "", IN)
    if (root.findtext("ims:metadata/ims:schema", "", IN), version) != ("ADL SCORM", VERSION):
        yield f"the manifest does not say that it is SCORM {VERSION}"
    yield from _resources(root)
    organizations = root.find("ims:organizations", IN)
    if organizations is None:
        yield "there is no 'organizations'"
        return
    default = organizations.get("default")
    found = organizations.findall("ims:organization", IN)
    chosen = [one for one in found if default in (None, one.get("identifier"))]
    if chosen:
        yield from _items(root, chosen[0])
    else:
        yield f"'organizations' begins with '{default}', which is not there"


def scos(root: etree._Element) -> list[etree._Element]:
    """The resources that speak to the LMS."""
    found = root.iterfind("ims:resources/ims:resource", IN)
    return [one for one in found if one.get(f"{{{ADLCP}}}scormType") == "sco"]


def _strangers(root: etree._Element) -> Iterator[str]:
    if _name(root) != "manifest":
        yield f"the root is '{_name(root)}', not the manifest of a package"
    for element in root.iter("*"):
        order = _CHILDREN.get(_name(element), "").split()
        latest = 0
        for name in map(_name, element.iterchildren("*")):
            if name not in order:
                yield f"'{name}' has no place in '{_name(element)}'"
            elif order.index(name) < latest:
                yield f"'{name}' stands too late in '{_name(element)}'"
            else:
                latest = order.index(name)


def _twice(root: etree._Element) -> Iterator[str]:
    """An identifier is an `xs:ID`."""
    counted = Counter(one.get("identifier") for one in root.iter("*") if one.get("identifier"))
    yield from (f"the identifier '{one}' stands twice" for one, n in counted.items() if n > 1)


def _resources(root: etree._Element) -> Iterator[str]:
    """CAM 3.4.1.17 to 20: what a resource is, what it launches, what it uses."""
    resources = root.findall("ims:resources/ims:resource", IN)
    names = {one.get("identifier") for one in resources}
    for resource in resources:
        name, kind = resource.get("identifier"), resource.get(f"{{{ADLCP}}}scormType")
        if resource.get("type") != "webcontent" or kind not in ("sco", "asset"):
            yield f"the resource '{name}' is neither a SCO nor an asset of the web"
        href = resource.get("href")
        if href not in (None, *(one.get("href") for one in resource.iterfind("ims:file", IN))):
            yield f"the resource '{name}' launches '{href}' and does not list it"
        for used in resource.iterfind("ims:dependency", IN):
            target = used.get("identifierref")
            if target not in names - {name}:
                yield f"the resource '{name}' uses '{target}', which is no other resource"


def _items(root: etree._Element, organization: etree._Element) -> Iterator[str]:
    """Open edX launches the first resource, others that of the first item: they must be one."""
    resources = [one.get("identifier") for one in root.findall("ims:resources/ims:resource", IN)]
    items = organization.findall(".//ims:item", IN)
    targets = [item.get("identifierref") for item in items if item.get("identifierref")]
    for item in items:
        leaf = item.find("ims:item", IN) is None
        if leaf != bool(item.get("identifierref")):
            yield f"the item '{item.get('identifier')}' leads to no page, or to one and to items"
        if not item.findtext("ims:title", "", IN).strip():
            yield f"the item '{item.get('identifier')}' has no title to be listed by"
    for target in targets:
        if target not in resources:
            yield f"an item leads to '{target}', which is no resource"
    if targets and targets[0] in resources[1:]:
        yield f"the first item leads to '{targets[0]}', which is not the first resource"
    for sco in scos(root):
        count = targets.count(sco.get("identifier", ""))
        if count != 1:
            yield f"{count} items lead to the SCO '{sco.get('identifier')}', not one"


def _name(element: etree._Element) -> str:
    """`item`, `imsss:sequencing`, or the whole `{namespace}name` of a stranger."""
    tag = etree.QName(element)
    prefixes = {uri: prefix for prefix, uri in WORDS.namespaces.items()}
    prefix = prefixes.get(tag.namespace or "")
    if prefix is None:
        return str(element.tag)
    return tag.localname if tag.namespace == IMSCP else f"{prefix}:{tag.localname}"
