"""What the answers of earlier runs hang on, beside what was asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kandil.build.inventory import Inventory
from kandil.build.notes import Notes, sum_of
from kandil.values import dataclass

_SENSITIVE = (b"depicts", b"sensitive")
"""What a lesson says that is sensitive, and what course.yml says; where they say it of something
else, that costs time only."""


@dataclass(frozen=True, slots=True)
class Basis:
    """All files that a run reads, as they were when it began."""

    notes: Notes
    mark: str
    """Tells this machine, user, place and program from all others."""
    sources: Inventory

    def around(self, folder: Path) -> str:
        """A sum over everything but the words of the lessons of a course."""
        lessons = f"{(folder / 'modules').as_posix()}/"
        rows = (
            f"{path} {'' if path.startswith(lessons) and path.endswith('.md') else digest}"
            for path, digest in sorted(self.sources.digests.items())
        )
        return sum_of([self.mark, folder.as_posix(), *rows])

    def share(self, around: str, lessons: Iterable[Path]) -> str:
        """A sum over some lessons and all that stands around them."""
        files = (path.as_posix() for path in lessons)
        return sum_of([around, *(f"{file} {self.sources.digests.get(file)}" for file in files)])

    def open(self, folder: Path, lessons: Iterable[Path]) -> bool:
        """Whether words of a course may be kept: of a sensitive one, none are (`rulings.md` 47)."""
        lesson, course = _SENSITIVE
        if course in (folder / "course.yml").read_bytes():
            return False
        return not any(lesson in path.read_bytes() for path in lessons)
