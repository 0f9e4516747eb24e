"""What a SCORM 2004 package launches: each SCO, what it knows, and what an LMS must keep of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.facts import Facts, resume_size
from kandil.exporters._scorm.launch2004 import IN, faults, scos
from kandil.exporters._scorm.private import check_private
from kandil.exporters._scorm.sequencing2004 import objectives, overruled
from kandil.exporters._scorm.shell import SHELL, read_facts
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

RESUME_LIMIT = 64000
"""`cmi.suspend_data` (SCORM 2004 4th Ed. RTE 4.2.21)."""
_AGAIN = "Build the package again."
_CALLED = (b"API_1484_11", b"cmi.completion_status", b"cmi.success_status")
"""What the script must name; Open edX looks for the second in the files."""


def check_launch(contents: Contents, root: etree._Element, name: str) -> Iterator[Problem]:
    """What LMSs break on in the manifest `name`, beyond the schema (V006, V008, V010)."""
    for fault in (*faults(root), *overruled(root), *_missing(contents, root)):
        yield Problem("V006", Place(name), fault, _AGAIN)
    for sco in scos(root):
        if (start := sco.get("href", "")) in contents:
            items = root.iterfind(".//ims:item", IN)
            led = [one for one in items if one.get("identifierref") == sco.get("identifier")]
            yield from _check_facts(
                contents, start, [aim for one in led for aim in objectives(one)]
            )


def outgrown(file: str, size: int) -> Iterator[Problem]:
    """V008 where an LMS cannot keep so many characters of a course."""
    if size > RESUME_LIMIT:
        message = f"the resume state can reach {size:,} characters, an LMS keeps {RESUME_LIMIT:,}"
        yield Problem("V008", Place(file), message, "Split the course into several.")


def _missing(contents: Contents, root: etree._Element) -> Iterator[str]:
    first = root.find("ims:resources/ims:resource", IN)
    if first is None or first.get("href", "") not in contents:
        yield "the first resource is not a page to launch"
    elif first not in scos(root):
        yield "the first resource is no SCO"
    script = contents.read(SHELL) if SHELL in contents else b""
    for called in _CALLED:
        if called not in script:
            yield f"no script of the package names '{called.decode()}'"


def _check_facts(contents: Contents, start: str, aims: list[str]) -> Iterator[Problem]:
    """Of the page `start`, whose item has the objectives `aims`."""
    place = Place(start)
    try:
        facts = read_facts(contents.read(start))
        size = resume_size(facts)
        private = [*check_private(contents, start, facts)]
    except (ValueError, TypeError):
        message = "what the page knows of the course cannot be read"
        yield Problem("V006", place, message, _AGAIN)
        return
    yield from private
    yield from (Problem("V006", place, one, _AGAIN) for one in _stray(contents, facts, aims))
    yield from outgrown(start, size)


def _stray(contents: Contents, facts: Facts, aims: list[str]) -> Iterator[str]:
    """A SCO has the pages that it opens, and tells of the objectives that the manifest has."""
    pages = [facts.start, *(lesson.page for lesson in facts.lessons)]
    for page in sorted({one for one in pages if one not in contents}):
        yield f"the page opens '{page}', which is not in the package"
    known = {one for aim in facts.aims for one in aim[1:]}
    for aim in sorted(known ^ {*aims}):
        yield f"the objective '{aim}' is in the manifest or in the page, not in both"
