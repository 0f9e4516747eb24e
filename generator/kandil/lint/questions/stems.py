"""Questions that ask what is not true: many read over the "not"."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import pattern, question_text, scored_choices
from kandil.problems import Problem


def lint_stems(context: LintContext) -> Iterator[Problem]:
    """In the language of the course."""
    negative = pattern("negative", context.locale)
    for module in context.course.modules:
        for question in scored_choices(module):
            if found := negative.search(question_text(question)):
                message = f"This question is turned round: '{found[0].strip()}'"
                hint = "Ask what is true: many do not see a 'not'."
                yield Problem("A305", question.prompt.place, message, hint)


LINT = Lint(lint_stems)
