"""What a SCORM 2004 package launches, by its manifest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.gated2004 import gated, told
from kandil.exporters._scorm.launch2004 import IN, WAYS, faults
from kandil.exporters._scorm.launched import AGAIN, check_pages, missing
from kandil.exporters._scorm.overruled2004 import overruled
from kandil.exporters._scorm.shell import SHELL
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

_CALLED = (b"API_1484_11", b"cmi.completion_status", b"cmi.success_status")
"""What the script must name; Open edX looks for the second in the files."""


def check_launch(contents: Contents, root: etree._Element, name: str) -> Iterator[Problem]:
    """What LMSs break on in the manifest `name`, beyond the schema (V006, V008, V010)."""
    first = root.find("ims:resources/ims:resource", IN)
    found = (
        *faults(root),
        *overruled(root),
        *gated(root),
        *missing(contents, first, WAYS.scos(root)),
    )
    for fault in (*found, *_unnamed(contents)):
        yield Problem("V006", Place(name), fault, AGAIN)
    items = root.findall(".//ims:item[@identifierref]", IN)
    aims = {item.get("identifierref"): told(item) for item in items}
    launched = {sco.get("href", ""): aims.get(sco.get("identifier"), []) for sco in WAYS.scos(root)}
    yield from check_pages(contents, "scorm2004", launched)


def _unnamed(contents: Contents) -> Iterator[str]:
    script = contents.read(SHELL) if SHELL in contents else b""
    for called in _CALLED:
        if called not in script:
            yield f"no script of the package names '{called.decode()}'"
