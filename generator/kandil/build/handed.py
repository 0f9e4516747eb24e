"""What an exporter is handed: the course for its readers, with nothing that it cannot ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kandil.exporters._lowering import lowered
from kandil.exporters.exporter import Audience, Format
from kandil.model.edition import Edition
from kandil.problems import Problem


class Handed:
    """The editions of a course, for one exporter after the other."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self._editions = editions
        self._selected: dict[Audience, list[Edition]] = {}

    def to(self, exporter: Format) -> tuple[list[Edition], list[Problem]]:
        """Them as this format can have them, and each question that had to change for it."""
        audience = exporter.audience
        if audience not in self._selected:
            self._selected[audience] = [selected(one, audience) for one in self._editions]
        pairs = [lowered(one, exporter) for one in self._selected[audience]]
        changed = dict.fromkeys(problem for _, found in pairs for problem in found)
        return [edition for edition, _ in pairs], list(changed)


def unfit(editions: Sequence[Edition], exporters: Iterable[Format]) -> Iterator[Problem]:
    """What keeps a course from these formats, whatever its pages are."""
    course = editions[0].course
    for exporter in exporters:
        yield from exporter.refuses(editions, exporter.options(course))


def selected(edition: Edition, audience: Audience) -> Edition:
    """Without the trainer's blocks, where it is for learners (`rulings.md` 44)."""
    if audience == "facilitator":
        return edition
    modules = (replace(one, trainer=()) if one.trainer else one for one in edition.course.modules)
    return replace(edition, course=replace(edition.course, modules=tuple(modules)))
