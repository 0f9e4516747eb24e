"""Settings that would give a learner of a sensitive course away; each stops a build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kandil.lint.privacy.discreet import lint_discreet
from kandil.lint.privacy.outside import lint_outside
from kandil.lint.text.sources import Sources
from kandil.model.course import Course
from kandil.problems import Problem


def lint_conflicts(course: Course) -> Iterator[Problem]:
    """What a sensitive course (`rulings.md` 19) may not be together with."""
    if not course.sensitive:
        return
    file, sources = (Path(course.folder) / "course.yml").as_posix(), Sources()
    if course.certificate == "named":
        hint = "Write 'certificate: plain', or leave the line out."
        yield Problem(
            "A401",
            sources.key(file, "certificate"),
            "A sensitive course gives no certificate with a name",
            hint,
        )
    if course.profile != "none":
        message = f"'scorm_profile: {course.profile}' would report who took this sensitive course"
        hint = "Write 'scorm_profile: none', or leave the line out."
        yield Problem("A402", sources.key(file, "scorm_profile"), message, hint)
    yield from lint_outside(course)
    yield from lint_discreet(course)
