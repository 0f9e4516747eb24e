"""What can be judged only when every lesson is known: where links lead, and who draws from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kandil.model.course import TERM
from kandil.problems import Problem, listed
from kandil.read.course.cover import Cover
from kandil.read.course.lessons import Lesson


def check_links(cover: Cover, lessons: Sequence[Lesson]) -> Iterator[Problem]:
    """Links that lead nowhere; lessons that are listed but have no file are told already."""
    anchors = {one.name: one.anchors for one in lessons if one.anchors is not None}
    known = f"Lessons here: {listed(f'{name}.md' for name in sorted(anchors))}."
    silent = {*cover.names} - {*anchors}
    sources = [(one.name, one.links) for one in lessons]
    for here, links in (*sources, ("glossary", tuple(cover.glossary.links))):
        for target, place in links:
            lesson, _, anchor = target.partition("#")
            where = lesson or here
            if target.startswith(f"#{TERM}") or where in silent:
                continue
            if where not in anchors:
                yield Problem("M004", place, f"There is no lesson '{lesson}.md'", known)
            elif anchor and anchor not in anchors[where]:
                message = f"There is no heading for the link #{anchor}"
                yield Problem("M004", place, message, _headings(anchors[where]))


def _headings(taken: Set[str]) -> str:
    """What a link that leads nowhere could lead to."""
    names = ", ".join(f"#{name}" for name in sorted(taken)[:12])
    return f"Headings there: {names or 'none'}."
