"""What a SCORM 1.2 package launches: each SCO, what it knows, and what an LMS must keep of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.facts import RESUME_LIMIT, Facts, resume_size
from kandil.exporters._scorm.launch12 import ADLCP, IMSCP, faults, scos
from kandil.exporters._scorm.private import check_private
from kandil.exporters._scorm.shell import read_facts
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

_IN = {"ims": IMSCP, "adlcp": ADLCP}
_AGAIN = "Build the package again."
_WHOLE = (
    "Give each lesson a memory of its own: 'formats: {scorm12: {scos: module}}' in course.yml,"
    " or '--scos module'."
)
_ALONE = "Split the lesson into several."


def check_launch(contents: Contents, root: etree._Element, name: str) -> Iterator[Problem]:
    """What LMSs break on in the manifest `name`, beyond the schema (V006, V008, V010)."""
    place = Place(name)
    for fault in (*faults(root), *_missing(contents, root)):
        yield Problem("V006", place, fault, _AGAIN)
    if root.findtext("ims:metadata/ims:schemaversion", "", _IN) != "1.2":
        yield Problem("V006", place, "the manifest does not say that it is SCORM 1.2", _AGAIN)
    if root.find(".//adlcp:masteryscore", _IN) is not None:
        message = "a 'masteryscore' makes some LMSs turn 'incomplete' into 'failed'"
        yield Problem("V006", place, message, "Take it out: the package decides who passes.")
    seen: set[str] = set()
    for start in (sco.get("href", "") for sco in scos(root)):
        if start in contents:
            yield from _check_facts(contents, start, seen)


def outgrown(file: str, sizes: int, *, alone: bool) -> Iterator[Problem]:
    """V008 where an LMS cannot keep so many characters of a course, or of a lesson `alone`."""
    if sizes > RESUME_LIMIT:
        message = f"the resume state can reach {sizes:,} characters, an LMS keeps {RESUME_LIMIT:,}"
        yield Problem("V008", Place(file), message, _ALONE if alone else _WHOLE)


def _missing(contents: Contents, root: etree._Element) -> Iterator[str]:
    first = root.find("ims:resources/ims:resource", _IN)
    if first is None or first.get("href", "") not in contents:
        yield "the first resource is not a page to launch"
    elif first not in scos(root):
        yield "the first resource is no SCO"
    for sco in scos(root)[1:]:
        if sco.get("href", "") not in contents:
            yield f"the SCO '{sco.get('identifier')}' launches no page of the package"


def _check_facts(contents: Contents, start: str, seen: set[str]) -> Iterator[Problem]:
    """Of the page `start`; `seen`: the lessons of which other SCOs speak."""
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
    yield from (Problem("V006", place, one, _AGAIN) for one in _stray(contents, facts, seen))
    yield from outgrown(start, size, alone=facts.alone)
    seen |= {lesson.id for lesson in facts.lessons}


def _stray(contents: Contents, facts: Facts, seen: set[str]) -> Iterator[str]:
    """A lesson has one SCO, and a SCO has the pages that it opens."""
    pages = [facts.start, *(lesson.page for lesson in facts.lessons)]
    for page in sorted({one for one in pages if one not in contents}):
        yield f"the page opens '{page}', which is not in the package"
    for lesson in facts.lessons:
        if lesson.id in seen:
            yield f"two SCOs tell the LMS of the lesson '{lesson.id}'"
    if facts.alone and len(facts.lessons) > 1:
        yield "the page of one lesson tells the LMS of others"
