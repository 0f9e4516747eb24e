"""Settings that would give a learner of a sensitive course away; each stops a build."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.discreet import lint_discreet
from kandil.lint.outside import lint_outside
from kandil.model.course import Course
from kandil.problems import Place, Problem


def lint_conflicts(course: Course) -> Iterator[Problem]:
    """What a sensitive course (`rulings.md` 19) may not be together with."""
    if not course.sensitive:
        return
    place = Place(f"{course.folder}/course.yml")
    if course.certificate == "named":
        hint = "Write 'certificate: plain', or leave the line out."
        yield Problem("A401", place, "A sensitive course gives no certificate with a name", hint)
    if course.profile != "none":
        message = f"'scorm_profile: {course.profile}' would report who took this sensitive course"
        yield Problem("A402", place, message, "Write 'scorm_profile: none', or leave the line out.")
    yield from lint_outside(course)
    yield from lint_discreet(course)
