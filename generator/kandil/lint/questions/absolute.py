"""A wrong answer that gives itself away by "always" or "never"."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import pattern, scored_choices
from kandil.problems import Problem


def lint_absolute(context: LintContext) -> Iterator[Problem]:
    """Where one answer alone has such a word, and is wrong."""
    absolute = pattern("absolute", context.locale)
    for module in context.course.modules:
        for question in scored_choices(module):
            options = [(one, one.text) for one in question.options if one.text]
            found = [(one, text) for one, text in options if absolute.search(text.plain)]
            if len(found) == 1 and not found[0][0].right and len(options) > 2:
                text = found[0][1]
                match = absolute.search(text.plain)
                word = match[0] if match else ""
                message = f"'{word}' stands in this wrong answer alone, and gives it away"
                hint = "Take it away, or put it into another answer too."
                yield Problem("A311", text.place, message, hint)


LINT = Lint(lint_absolute)
