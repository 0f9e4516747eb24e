"""What a SCORM 1.2 package launches, by its manifest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.launch12 import IN, WAYS, faults
from kandil.exporters._scorm.launched import AGAIN, check_pages, missing
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents


def check_launch(contents: Contents, root: etree._Element, name: str) -> Iterator[Problem]:
    """What LMSs break on in the manifest `name`, beyond the schema (V006, V008, V010)."""
    place = Place(name)
    first = root.find("ims:resources/ims:resource", IN)
    for fault in (*faults(root), *missing(contents, first, WAYS.scos(root))):
        yield Problem("V006", place, fault, AGAIN)
    if root.findtext("ims:metadata/ims:schemaversion", "", IN) != "1.2":
        yield Problem("V006", place, "the manifest does not say that it is SCORM 1.2", AGAIN)
    if root.find(".//adlcp:masteryscore", IN) is not None:
        message = "a 'masteryscore' makes some LMSs turn 'incomplete' into 'failed'"
        yield Problem("V006", place, message, "Take it out: the package decides who passes.")
    launched: dict[str, list[str]] = {sco.get("href", ""): [] for sco in WAYS.scos(root)}
    yield from check_pages(contents, "scorm12", launched)
