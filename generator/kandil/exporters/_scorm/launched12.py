"""What a SCORM 1.2 package launches, by its manifest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.launch12 import ADLCP, IMSCP, faults, scos
from kandil.exporters._scorm.launched import AGAIN, check_pages, missing
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

_IN = {"ims": IMSCP, "adlcp": ADLCP}


def check_launch(contents: Contents, root: etree._Element, name: str) -> Iterator[Problem]:
    """What LMSs break on in the manifest `name`, beyond the schema (V006, V008, V010)."""
    place = Place(name)
    first = root.find("ims:resources/ims:resource", _IN)
    for fault in (*faults(root), *missing(contents, first, scos(root))):
        yield Problem("V006", place, fault, AGAIN)
    if root.findtext("ims:metadata/ims:schemaversion", "", _IN) != "1.2":
        yield Problem("V006", place, "the manifest does not say that it is SCORM 1.2", AGAIN)
    if root.find(".//adlcp:masteryscore", _IN) is not None:
        message = "a 'masteryscore' makes some LMSs turn 'incomplete' into 'failed'"
        yield Problem("V006", place, message, "Take it out: the package decides who passes.")
    launched: dict[str, list[str]] = {sco.get("href", ""): [] for sco in scos(root)}
    yield from check_pages(contents, "scorm12", launched)
