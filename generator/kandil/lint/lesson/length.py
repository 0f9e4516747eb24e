"""A lesson of `shape: lesson` that is longer than one sitting, or too short to teach."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lesson.counted import words
from kandil.lint.lint import Lint, LintContext
from kandil.model.forms import FORMS
from kandil.problems import Problem

FEWEST, MOST = 1_100, 1_600
"""Words (`rulings.md` 36)."""


def lint_length(context: LintContext) -> Iterator[Problem]:
    """In the language of the source; a course of another shape may have lessons of any length."""
    for module in context.course.modules if context.course.shape == "lesson" else ():
        number = words(module)
        if module.id != FORMS and not FEWEST <= number <= MOST:
            message = f"This lesson has {number:,} words; a lesson has {FEWEST:,} to {MOST:,}"
            hint = "Say what is missing: an example, a practice, why an answer is right."
            if number > MOST:
                hint = "Make two lessons of it: the second gets a new id."
            yield Problem("A506", module.title.place, message, hint)


LINT = Lint(lint_length)
