"""A way out that only some women have: a library, a letter, a job, a room of her own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kandil.lint.lesson.asked_rules import rule, shown, told
from kandil.lint.lint import Lint, LintContext
from kandil.lint.text.sentences import sentences
from kandil.lint.text.word_tables import row
from kandil.problems import Problem


def lint_ways_out(context: LintContext) -> Iterator[Problem]:
    """Where the sentence offers no second way."""
    asked, another = rule("some", context.locale), _another(context.locale)
    for module in context.course.modules:
        for sentence, words in told(context, asked, module.blocks):
            whole = _around(sentence.words, words)
            if not another.search(whole.lower()):
                message = f"Not every woman has this way: '{shown(words)}'"
                hint = "Offer a second one that differs, such as a neighbour or a women's centre."
                yield Problem("A508", context.sources.spot(sentence.place, words), message, hint)


def _around(text: str, words: str) -> str:
    """The sentence in which they stand, and the next one."""
    at = text.find(words)
    spans = [*sentences(text)]
    number = next((n for n, (start, end) in enumerate(spans) if start <= at < end), 0)
    return text[spans[number][0] : spans[min(number + 1, len(spans) - 1)][1]]


@cache
def _another(tag: str) -> re.Pattern[str]:
    return re.compile((row("lessons", tag) or {}).get("another", "(?!)"))


LINT = Lint(lint_ways_out, rule="some")
