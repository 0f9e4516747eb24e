"""What a package of SCORM launches: each SCO, what it knows, and what an LMS must keep of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from kandil.exporters._scorm.facts import Facts, resume_size
from kandil.exporters._scorm.private import check_private
from kandil.exporters._scorm.shell import read_facts
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

LIMITS = {"scorm12": 4096, "scorm2004": 64000}
"""Characters of `cmi.suspend_data` by the format: a CMIString4096 in SCORM 1.2 (RTE 3.4.2.2); in
SCORM 2004, 4th Edition, what every LMS must keep (RTE 4.2.21)."""
AGAIN = "Build the package again."
_WHOLE = (
    "Give each lesson a memory of its own: 'formats: {{{form}: {{scos: module}}}}' in course.yml,"
    " or '--scos module'."
)
_ALONE = "Split the lesson into several."


def check_pages(
    contents: Contents, form: str, launched: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Of each page that is `launched` and there; with it the objectives that its item has."""
    seen: set[str] = set()
    for start, aims in launched.items():
        if start in contents:
            yield from _check_facts(contents, form, start, aims, seen)


def outgrown(form: str, file: str, size: int, *, alone: bool) -> Iterator[Problem]:
    """V008 where an LMS cannot keep so many characters of a course, or of a lesson `alone`."""
    limit = LIMITS[form]
    if size > limit:
        message = f"the resume state can reach {size:,} characters, an LMS keeps {limit:,}"
        yield Problem("V008", Place(file), message, _ALONE if alone else _WHOLE.format(form=form))


def missing(
    contents: Contents, first: etree._Element | None, scos: Sequence[etree._Element]
) -> Iterator[str]:
    """What is launched and not there; `first`: the first of all resources."""
    if first is None or first.get("href", "") not in contents:
        yield "the first resource is not a page to launch"
    elif first not in scos:
        yield "the first resource is no SCO"
    for sco in scos[1:]:
        if sco.get("href", "") not in contents:
            yield f"the SCO '{sco.get('identifier')}' launches no page of the package"


def _check_facts(
    contents: Contents, form: str, start: str, aims: Sequence[str], seen: set[str]
) -> Iterator[Problem]:
    """Of the page `start`; `seen`: the lessons of which other SCOs speak."""
    place = Place(start)
    try:
        facts = read_facts(contents.read(start))
        size = resume_size(facts)
        private = [*check_private(contents, start, facts)]
    except (ValueError, TypeError):
        message = "what the page knows of the course cannot be read"
        yield Problem("V006", place, message, AGAIN)
        return
    yield from private
    strays = (*_stray(contents, facts, seen), *_aimless(facts, aims))
    yield from (Problem("V006", place, one, AGAIN) for one in strays)
    yield from outgrown(form, start, size, alone=facts.alone)
    seen |= {lesson.id for lesson in facts.lessons}


def _aimless(facts: Facts, aims: Sequence[str]) -> Iterator[str]:
    """A SCO tells of the objectives that the manifest has."""
    known = {one for aim in facts.aims for one in aim[1:]} | ({facts.opens} - {""})
    for aim in sorted(known ^ {*aims}):
        yield f"the objective '{aim}' is in the manifest or in the page, not in both"


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
