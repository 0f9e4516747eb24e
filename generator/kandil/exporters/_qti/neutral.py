"""Items and tests as they are looked at: names as 2.1 writes them, whatever the version."""

from __future__ import annotations

import re

from lxml import etree

from kandil.exporters._qti.dialect import Dialect
from kandil.exporters._qti.markup import BLOCK, INLINE

_AFTER = re.compile(r"-([a-z])")
_OWN = frozenset(
    re.findall(
        r"\w+",
        "assessmentItem responseDeclaration outcomeDeclaration correctResponse defaultValue value "
        "mapping mapEntry itemBody prompt choiceInteraction simpleChoice textEntryInteraction "
        "orderInteraction matchInteraction simpleMatchSet simpleAssociableChoice "
        "extendedTextInteraction responseProcessing responseCondition responseIf responseElse "
        "match variable correct setOutcomeValue baseValue mapResponse multiple sum divide product "
        "equal and or not isNull gte lte stringMatch modalFeedback contentBody assessmentTest "
        "testPart assessmentSection assessmentItemRef itemSessionControl selection ordering "
        "rubricBlock outcomeProcessing testVariables",
    )
)
"""Elements of the standard that are written; of its others there is none."""


def neutral(root: etree._Element, dialect: Dialect) -> list[str]:
    """Renames what is in the tree, and gives the elements that no item of Kandil's has."""
    strange = []
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        word = _word(name.localname, dialect)
        if name.namespace != dialect.items or word is None:
            strange.append(name.localname)
            continue
        element.tag = word
        for key, value in [*element.attrib.items()]:
            if "-" in str(key):
                del element.attrib[key]
                element.set(_camel(str(key)), value)
    return strange


def _word(local: str, dialect: Dialect) -> str | None:
    """None where it is not known."""
    html = INLINE | BLOCK | ({"details", "summary"} if dialect.html5 else set())
    if not dialect.kebab:
        return local if local in _OWN | html else None
    if local.startswith("qti-"):
        word = _camel(local.removeprefix("qti-"))
        return word if word in _OWN else None
    return local if local in html else None


def _camel(name: str) -> str:
    return _AFTER.sub(lambda found: found[1].upper(), name)
