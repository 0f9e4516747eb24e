"""A page that may hurt must say where help is (`rulings.md` 31)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kandil.lint.text.sources import Sources
from kandil.model.blocks import Section
from kandil.model.course import Course
from kandil.model.structure import every
from kandil.problems import Problem


def lint_help(course: Course) -> Iterator[Problem]:
    """Lessons above `sensitivity: none` without `## Help`; `shape: lesson` asks it of all."""
    if course.shape == "lesson":
        return
    for module in course.modules:
        # Also in a part for some editions: without its mark, each edition is asked again.
        helps = any(part.kind == "help" for part in every(Section, module.blocks))
        if module.sensitivity == "none" or helps:
            continue
        file = (Path(course.folder) / module.file).as_posix()
        message = f"A lesson with 'sensitivity: {module.sensitivity}' has no part 'Help'"
        hint = "Write '## Help' at the end of the lesson; the build fills it."
        yield Problem("H022", Sources().key(file, "sensitivity"), message, hint)
