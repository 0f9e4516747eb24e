"""Where in `dist/` each format of a course goes, and what it has put there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from kandil.build.outcome import Row
from kandil.build.weighed import Passing
from kandil.exporters.exporter import Format
from kandil.localize.coverage import INTERFACE, add, shown
from kandil.model.edition import Edition, Kind
from kandil.package.artefact import Artefact

TRAINERS = "trainers"
"""All that is for facilitators lies together, outside what is hosted (`rulings.md` 44)."""


class Places:
    """Of one course in one run."""

    def __init__(self, kind: Kind, course: str) -> None:
        self._kind = kind
        self._course = course
        self.made: dict[str, list[tuple[str, Artefact]]] = defaultdict(list)
        """By place: (format, what it yielded)."""

    def of(self, exporter: Format) -> str:
        """`preview/site/siu`, or `preview/trainers/siu`."""
        folder = exporter.name if exporter.audience == "learner" else TRAINERS
        return f"{self._kind}/{folder}/{self._course}"


def row(
    edition: Edition, form: str, passing: Passing, folder: Path, made: Sequence[Artefact]
) -> Row:
    """The line of the table, when everything of a format was written into `folder`."""
    pages = passing.by_locale.get(edition.locale)
    mine = [artefact for artefact in made if edition.locale in artefact.locales]
    whole = [folder / artefact.name for artefact in mine if artefact.shape != "folder"]
    return Row(
        edition.name,
        edition.locale,
        edition.kind,
        form,
        pages.count if pages else 0,
        sum(path.stat().st_size for path in whole),
        pages.heaviest if pages else 0,
        _coverage(edition),
        left_out=tuple(lesson.id for lesson in edition.course.left_out),
        untranslated=tuple(one.id for one in edition.course.left_out if one.untranslated),
        artefacts=tuple(artefact.name for artefact in mine),
    )


def _coverage(edition: Edition) -> int:
    """Percent of words shown in the locale, rounded down."""
    whole = add(part for name, part in edition.coverage.items() if name != INTERFACE)
    return whole.percent(shown(whole, edition.kind))
