"""A promise without a limit: it is not true for a woman who is watched at home."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lesson.asked_rules import rule, shown, told
from kandil.lint.lint import Lint, LintContext, Moment
from kandil.problems import Problem


def lint_promises(context: LintContext) -> Iterator[Problem]:
    """In the lessons and in every translation."""
    asked = rule("promise", context.locale, "limited", negative=True)
    for module in context.course.modules:
        for sentence, words in told(context, asked, module.blocks):
            message = f"This promises more than it can keep: '{shown(words)}'"
            hint = "Write what it helps against, and for whom it does not."
            yield Problem("A501", context.sources.spot(sentence.place, words), message, hint)


LINT = Lint(lint_promises, frozenset({Moment.SOURCE, Moment.TRANSLATION}), "promise")
