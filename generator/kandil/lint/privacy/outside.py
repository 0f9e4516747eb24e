"""Addresses outside the course: for a person to check, since no build ever fetches one."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kandil.model.course import Course, Module
from kandil.model.inlines import Link, walk
from kandil.model.text import Text, texts
from kandil.problems import Place, Problem
from kandil.values import dataclass

_OUTSIDE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Outside:
    """One address in one sentence."""

    address: str
    module: str
    place: Place

    @property
    def host(self) -> str:
        """As course.yml lists it."""
        return (urlsplit(self.address).hostname or "").lower()


def outside(course: Course) -> Iterator[Outside]:
    """Every link that leaves the course, in order; those of the trainer's part too."""
    for module in course.modules:
        for text in texts(module):
            yield from _of(text, module)


def _of(text: Text, module: Module) -> Iterator[Outside]:
    for part in walk(text.inlines):
        if isinstance(part, Link) and part.target.startswith(_OUTSIDE):
            yield Outside(part.target, module.id, text.place)


def lint_outside(course: Course) -> Iterator[Problem]:
    """A sensitive course sends her to no site that nobody looked at: it may log or show her."""
    if not course.sensitive:
        return
    for link in outside(course):
        if link.host not in course.outside_links:
            message = f"A sensitive course links to '{link.host}', which course.yml does not list"
            hint = f"When a person has checked that site, write 'outside_links: [{link.host}]'."
            yield Problem("A403", link.place, message, hint)
