"""One answer that says "not", among answers that do not: it is seen before it is read."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.questions.asked import pattern, scored_choices
from kandil.problems import Problem


def lint_lone(context: LintContext) -> Iterator[Problem]:
    """Of three answers and more, where it is the right one alone, or the wrong one alone; a mere
    "No" is an answer as any other."""
    negative = pattern("not", context.locale)
    for module in context.course.modules:
        for question in scored_choices(module):
            options = [(one, one.text) for one in question.options if one.text]
            said = [(one, text) for one, text in options if " " in text.plain.strip()]
            found = [(one, text) for one, text in said if negative.search(text.plain)]
            if len(options) > 2 and len(found) == 1:
                option, text = found[0]
                if sum(one.right == option.right for one in question.options) == 1:
                    message = "This answer alone says what is not: its form gives it away"
                    hint = "Say it without a 'not', or say another answer with one."
                    yield Problem("A312", text.place, message, hint)


LINT = Lint(lint_lone)
