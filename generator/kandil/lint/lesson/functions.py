"""A function that is described and not named as phones name it: nobody finds it in a menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from kandil.lint.lint import Lint, LintContext
from kandil.lint.text.word_tables import row
from kandil.model.course import Module
from kandil.model.text import Text, texts
from kandil.problems import Problem
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class _Function:
    say: re.Pattern[str]
    name: re.Pattern[str]
    shown: str


def lint_functions(context: LintContext) -> Iterator[Problem]:
    """Once a lesson, at its first description."""
    for module in context.course.modules:
        said = [*texts(module.blocks)]
        for one in _functions(context.locale):
            if found := _nameless(one, module, said):
                text, words = found
                message = f"'{words}' is not named as phones name it"
                hint = f"Write its name once, then explain it: {one.shown}."
                yield Problem("A507", context.sources.spot(text.place, words), message, hint)


def _nameless(one: _Function, module: Module, said: list[Text]) -> tuple[Text, str] | None:
    sources = (text.source for text in chain(said, texts(module.terms)))
    if any(map(one.name.search, sources)):
        return None
    for text in said:
        if found := one.say.search(text.plain):
            return text, found[0]
    return None


@cache
def _functions(tag: str) -> tuple[_Function, ...]:
    rows = row("functions", tag) or ()
    return tuple(
        _Function(_pattern(one["say"]), _pattern(one["name"]), one["shown"]) for one in rows
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


LINT = Lint(lint_functions)
