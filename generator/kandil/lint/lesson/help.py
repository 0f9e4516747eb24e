"""A page that may hurt must say where help is (`rulings.md` 31)."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.model.blocks import Section
from kandil.model.structure import within
from kandil.problems import Problem


def lint_help(context: LintContext) -> Iterator[Problem]:
    """Lessons above `sensitivity: none` without `## Help`; `shape: lesson` asks it of all."""
    if context.course.shape == "lesson":
        return
    for module in context.course.modules:
        # Also in a part for some editions: without its mark, each edition is asked again.
        helps = any(part.kind == "help" for part in within(Section, module))
        if module.sensitivity == "none" or helps:
            continue
        file = (context.folder / module.file).as_posix()
        message = f"A lesson with 'sensitivity: {module.sensitivity}' has no part 'Help'"
        hint = "Write '## Help' at the end of the lesson; the build fills it."
        yield Problem("H022", context.sources.key(file, "sensitivity"), message, hint)


LINT = Lint(lint_help, frozenset({Moment.SOURCE, Moment.SELECTION}))
