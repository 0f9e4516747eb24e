"""A decision whose ways are all of one kind leaves nothing to weigh."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.model.interactions import Decision
from kandil.model.structure import within
from kandil.problems import Problem


def lint_stances(context: LintContext) -> Iterator[Problem]:
    """Where every way depends, there is something to weigh."""
    for module in context.course.modules:
        for question in within(Decision, module):
            stances = {way.stance for way in question.ways}
            if len(stances) == 1 and stances != {"depends"}:
                message = f"All ways of this decision are '{stances.pop()}'"
                hint = "Add one with another risk, or one that depends on her situation."
                yield Problem("A309", question.place, message, hint)


LINT = Lint(lint_stances)
