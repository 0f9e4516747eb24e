"""The way that an LMS follows through a manifest, the same in SCORM 1.2 (CAM 2.3.5.1) and 2004 (CAM
3.4.1): organization, item, resource, page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Ways:
    """Of one standard."""

    names: Mapping[str, str]
    """Its namespaces; that of Content Packaging is `ims`."""
    kind: str
    """The attribute that tells a SCO from an asset, with its namespace in braces."""

    def faults(self, root: etree._Element) -> Iterator[str]:
        """What an LMS would stumble over on its way to a page."""
        yield from self._resources(root)
        organizations = root.find("ims:organizations", self.names)
        if organizations is None:
            yield "there is no 'organizations'"
            return
        default = organizations.get("default")
        found = organizations.findall("ims:organization", self.names)
        chosen = [one for one in found if default in (None, one.get("identifier"))]
        if chosen:
            yield from self._items(root, chosen[0].findall(".//ims:item", self.names))
        else:
            yield f"'organizations' begins with '{default}', which is not there"

    def scos(self, root: etree._Element) -> list[etree._Element]:
        """The resources that speak to the LMS."""
        found = root.iterfind("ims:resources/ims:resource", self.names)
        return [one for one in found if one.get(self.kind) == "sco"]

    def _resources(self, root: etree._Element) -> Iterator[str]:
        """What a resource is, what it launches, what it uses."""
        resources = root.findall("ims:resources/ims:resource", self.names)
        known = {one.get("identifier") for one in resources}
        for resource in resources:
            name = resource.get("identifier")
            if resource.get("type") != "webcontent" or resource.get(self.kind) not in _KINDS:
                yield f"the resource '{name}' is neither a SCO nor an asset of the web"
            href = resource.get("href")
            listed = (one.get("href") for one in resource.iterfind("ims:file", self.names))
            if href not in (None, *listed):
                yield f"the resource '{name}' launches '{href}' and does not list it"
            for used in resource.iterfind("ims:dependency", self.names):
                target = used.get("identifierref")
                if target not in known - {name}:
                    yield f"the resource '{name}' uses '{target}', which is no other resource"

    def _items(self, root: etree._Element, items: Sequence[etree._Element]) -> Iterator[str]:
        """Open edX launches the first resource, others that of the first item: they must be one."""
        found = root.findall("ims:resources/ims:resource", self.names)
        resources = [one.get("identifier") for one in found]
        targets = [item.get("identifierref") for item in items if item.get("identifierref")]
        if not targets:
            yield "no item leads to a page"
        for target in targets:
            if target not in resources:
                yield f"an item leads to '{target}', which is no resource"
        if targets and targets[0] in resources[1:]:
            yield f"the first item leads to '{targets[0]}', which is not the first resource"
        for sco in self.scos(root):
            count = targets.count(sco.get("identifier", ""))
            if count != 1:
                yield f"{count} items lead to the SCO '{sco.get('identifier')}', not one"
        if any(not item.findtext("ims:title", "", self.names).strip() for item in items):
            yield "an item has no title to be listed by"


_KINDS = ("sco", "asset")
