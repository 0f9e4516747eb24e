"""A small builder for manifests: the same elements give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Namespaces by prefix; the one under the empty prefix is the default."""

    namespaces: Mapping[str, str]

    def root(self, name: str, **attributes: str) -> etree._Element:
        """The document's element, which declares every namespace."""
        known = self.namespaces.items()
        declared: dict[str | None, str] = {prefix or None: uri for prefix, uri in known}
        element = etree.Element(self._qualified(name), nsmap=declared)
        return _with(element, self._attributes(attributes))

    def add(
        self, parent: etree._Element, name: str, text: str = "", **attributes: str
    ) -> etree._Element:
        """A child; `adlcp_scormtype="sco"` becomes the attribute `adlcp:scormtype`."""
        element = etree.SubElement(parent, self._qualified(name))
        element.text = text or None
        return _with(element, self._attributes(attributes))

    def _qualified(self, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        return f"{{{self.namespaces[prefix]}}}{local}"

    def _attributes(self, attributes: Mapping[str, str]) -> dict[str, str]:
        qualified = {}
        for name, value in attributes.items():
            prefix, _, local = name.rpartition("_")
            qualified[f"{{{self.namespaces[prefix]}}}{local}" if prefix else name] = value
        return qualified


def serialise(root: etree._Element) -> bytes:
    """UTF-8 with a declaration, indented by two spaces, `\\n` at each line's end."""
    etree.indent(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content + b"\n"


def _with(element: etree._Element, attributes: Mapping[str, str]) -> etree._Element:
    for name, value in attributes.items():
        element.set(name, value)
    return element
