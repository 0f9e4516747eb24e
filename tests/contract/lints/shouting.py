"""A throw-away lint, which only `test_lints.py` lays into the house: a sentence that shouts."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.model.text import texts
from kandil.problems import Problem

RULE = "shouting"
"""What an exception names."""


def lint_shouting(context: LintContext) -> Iterator[Problem]:
    """In whatever language, and wherever a learner reads it."""
    for text in texts(context.course.modules):
        for words, place in context.words(text):
            if "!!!" in words and not context.allowances.allows(RULE, text):
                message = f"This sentence shouts in '{context.locale}'"
                yield Problem("A999", place, message, "Write one '!', or none.")


LINT = Lint(lint_shouting, frozenset(Moment), RULE)
