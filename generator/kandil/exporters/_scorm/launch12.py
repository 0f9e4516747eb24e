"""A SCORM 1.2 manifest as an LMS follows it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.grammar12 import ADLCP, IMSCP, strangers
from kandil.exporters._scorm.ways import Ways

IN = {"ims": IMSCP, "adlcp": ADLCP}
WAYS = Ways(IN, f"{{{ADLCP}}}scormtype")


def faults(root: etree._Element) -> Iterator[str]:
    """What an LMS would stumble over on its way to a page."""
    yield from strangers(root)
    yield from WAYS.faults(root)
