"""What the safety kit adds to every page of a course that needs it (`rulings.md` 19, 20, 22)."""

from __future__ import annotations

import re

from kandil.model.course import Course
from kandil.model.edition import Edition

EXIT = "recipe.html"
IN = "in"
"""The id of the whole page: an address that ends in it has passed the gate."""
_LINK = re.compile(r'(?<=href=")([\w-]+\.html)(?=")')


def kit(course: Course) -> tuple[str, ...]:
    """Parts of the script and of the style; a course without sensitivity loads none of them."""
    parts = ("forget", "shift", "exit") if course.exits else ()
    gate = ("gate",) if course.sensitive else ()
    return (*parts, *gate, *(("history",) if course.history == "minimal" else ()))


def online(edition: Edition, framed: bool) -> str:
    """A page of the internet that the territory prefers to the one that comes with the course.

    Taken by the script alone and only over http: a page framed by an LMS, one from a disk and one
    without a script lead to the page that is there in any case.
    """
    return edition.territory.exit_online if edition.territory and not framed else ""


def passed(html: str) -> str:
    """A page of a sensitive course, each of whose links inside the course passes the gate.

    Done to the whole page, so that no template can forget it. The language switch leads to the
    gate: the words of the one before may not have been understood.
    """
    return _LINK.sub(lambda found: found[1] if found[1] == EXIT else f"{found[1]}#{IN}", html)
