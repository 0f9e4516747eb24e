"""Everything that `kandil check` looks for in a course that could be read."""

from __future__ import annotations

from kandil.lint.advice import lint_advice
from kandil.lint.conflicts import lint_conflicts
from kandil.lint.sources import Sources
from kandil.model.course import Course
from kandil.problems import Problem


def look(course: Course) -> list[Problem]:
    """All problems, errors first to last as they stand in the files."""
    sources = Sources()
    return [
        *lint_conflicts(course),
        *lint_advice(course, sources),
    ]
