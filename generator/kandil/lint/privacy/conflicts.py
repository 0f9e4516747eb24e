"""Settings that would give a learner of a sensitive course away; each stops a build."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.privacy.discreet import lint_discreet
from kandil.lint.privacy.outside import lint_outside
from kandil.problems import Problem

_OLD = "scorm_profile"
"""The name of `lms_profile` in older courses."""


def lint_conflicts(context: LintContext) -> Iterator[Problem]:
    """What a sensitive course (`rulings.md` 19) may not be together with."""
    course, sources = context.course, context.sources
    if not course.sensitive:
        return
    file = (context.folder / "course.yml").as_posix()
    if course.certificate == "named":
        hint = "Write 'certificate: plain', or leave the line out."
        yield Problem(
            "A401",
            sources.key(file, "certificate"),
            "A sensitive course gives no certificate with a name",
            hint,
        )
    if course.profile != "none":
        old = any(line.startswith(f"{_OLD}:") for line in sources.lines(file))
        name = _OLD if old else "lms_profile"
        message = f"'{name}: {course.profile}' would report who took this sensitive course"
        hint = f"Write '{name}: none', or leave the line out."
        yield Problem("A402", sources.key(file, name), message, hint)
    yield from lint_outside(course)
    yield from lint_discreet(course)


LINT = Lint(lint_conflicts, frozenset({Moment.SOURCE, Moment.SELECTION}))
