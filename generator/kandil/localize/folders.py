"""Where catalogues lie: the project's own `locales/` first, then those that Kandil ships."""

from __future__ import annotations

from pathlib import Path

from kandil.model.course import Course
from kandil.paths import locales, project


def project_folder(course: Course) -> Path:
    """`locales/` in the course's folder or up to two above it; else where one would be made."""
    return project(Path(course.folder)) / "locales"


def catalogue_folders(course: Course) -> tuple[Path, ...]:
    """Every folder that is looked in, in order."""
    own, shipped = project_folder(course), locales()
    return (own,) if own.resolve() == shipped.resolve() else (own, shipped)


def course_file(folder: Path, tag: str, course: Course, part: str) -> Path:
    """The PO file of a lesson, or of course.yml (`part` is `course`)."""
    return folder / tag / course.id / f"{part}.po"


def interface_file(folder: Path, tag: str) -> Path:
    """The PO file of the words of the pages."""
    return folder / tag / "ui.po"
