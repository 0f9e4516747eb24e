"""The two versions of QTI: one vocabulary, written `choiceInteraction` in 2.1 and
`qti-choice-interaction` in 3.0 (QTI 3.0 Best Practice, "Transitioning from 2.x")."""

from __future__ import annotations

import re
from typing import Literal

from lxml import etree

from kandil.values import dataclass

Version = Literal["2.1", "3.0"]
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_JOINT = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Dialect:
    """One version: its namespaces, and how its names are written."""

    version: Version
    items: str
    """Namespace of items and tests."""
    packaging: str
    """Namespace of the manifest."""
    schema: str
    schema_version: str
    item_type: str
    """Of a resource."""
    test_type: str
    kebab: bool
    html5: bool
    """Whether it has `details`, `dir` and their like."""

    def name(self, word: str) -> str:
        """An element by its name in 2.1, with the namespace."""
        return f"{{{self.items}}}{self.local(word)}"

    def local(self, word: str) -> str:
        """The same without it."""
        return "qti-" + "-".join(_JOINT.split(word)).lower() if self.kebab else word

    def attribute(self, words: str) -> str:
        """`response_identifier`, as this version writes it."""
        if words == "lang":
            return XML_LANG
        first, *rest = words.rstrip("_").split("_")
        return "-".join((first, *rest)) if self.kebab else first + "".join(map(str.title, rest))

    def root(self, word: str, **attributes: str) -> etree._Element:
        """The document's element."""
        element = etree.Element(self.name(word), nsmap={None: self.items})
        return self._with(element, attributes)

    def add(
        self, parent: etree._Element, word: str, text: str = "", **attributes: str
    ) -> etree._Element:
        """A child, by its name in 2.1; attributes in `snake_case`."""
        element = etree.SubElement(parent, self.name(word))
        element.text = text or None
        return self._with(element, attributes)

    def body(self, parent: etree._Element) -> etree._Element:
        """Where the words of a feedback or a rubric stand: in 3.0 they have a body of their own."""
        return self.add(parent, "contentBody") if self.kebab else parent

    def _with(self, element: etree._Element, attributes: dict[str, str]) -> etree._Element:
        for words, value in attributes.items():
            element.set(self.attribute(words), value)
        return element


QTI21 = Dialect(
    version="2.1",
    items="http://www.imsglobal.org/xsd/imsqti_v2p1",
    packaging="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.1 Package",
    schema_version="1.0.0",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
    kebab=False,
    html5=False,
)
QTI30 = Dialect(
    version="3.0",
    items="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    packaging="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    schema_version="3.0.0",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
    kebab=True,
    html5=True,
)
DIALECTS = {"3.0": QTI30, "2.1": QTI21}
