"""A SCORM 2004 manifest as an LMS follows it: organization, item, resource, page (CAM 3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.names2004 import ADLCP, IMSCP, VERSION, WORDS
from kandil.exporters._scorm.ways import Ways

IN = {prefix or "ims": uri for prefix, uri in WORDS.namespaces.items()}
WAYS = Ways(IN, f"{{{ADLCP}}}scormType")
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
    yield from WAYS.faults(root)
    yield from _leaves(root)


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


def _leaves(root: etree._Element) -> Iterator[str]:
    """CAM 3.4.1.8: only a leaf leads to a page, and each does."""
    for item in root.iterfind(".//ims:item", IN):
        leaf = item.find("ims:item", IN) is None
        if leaf != bool(item.get("identifierref")):
            yield f"the item '{item.get('identifier')}' leads to no page, or to one and to items"


def _name(element: etree._Element) -> str:
    """`item`, `imsss:sequencing`, or the whole `{namespace}name` of a stranger."""
    tag = etree.QName(element)
    prefixes = {uri: prefix for prefix, uri in WORDS.namespaces.items()}
    prefix = prefixes.get(tag.namespace or "")
    if prefix is None:
        return str(element.tag)
    return tag.localname if tag.namespace == IMSCP else f"{prefix}:{tag.localname}"
