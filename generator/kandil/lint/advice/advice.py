"""Advice that is out of date or does harm, in a course and in its translations."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Rule
from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.text.filled import GAP
from kandil.lint.text.sources import Sources
from kandil.lint.text.spoken import Said
from kandil.problems import Place, Problem

_CODES = {"error": "A001", "warning": "A002"}


def lint_advice(context: LintContext) -> Iterator[Problem]:
    """The source, and each translation by the rules of its own language."""
    yield from context.book.problems
    for one in context.material.spoken:
        for words, place in context.words(one.text):
            yield from _advice(context, one, words, place)


def _advice(context: LintContext, one: Said, words: str, place: Place) -> Iterator[Problem]:
    """What the rules find in `words`, which are those of `one.text` at this moment."""
    book = context.book
    folded = book.fold(words)
    rules = [rule for rule in book.concerned(folded) if one.meant or rule.wording]
    lead = " ".join(above for above, _ in context.words(one.lead)) if rules else ""
    passage = Passage(folded, book.fold(lead))
    for rule in rules:
        for start, end in finds(rule, book, passage):
            if not context.allowances.allows(rule.id, one.text):
                advice = words[start:end].strip(" ,;:")
                yield _problem(rule, advice, _spot(context.sources, place, advice))


def _spot(sources: Sources, place: Place, words: str) -> Place:
    """Where the words stand; where a gap breaks them up, at the gap."""
    spot, lines = sources.spot(place, words), sources.lines(place.file)
    first = spot == place and lines and lines[place.line - 1].startswith(words, place.column - 1)
    return spot if first or spot != place else sources.spot(place, GAP)


def _problem(rule: Rule, words: str, place: Place) -> Problem:
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    if rule.wording:
        message = f"A word to avoid ({rule.id}): '{shown}'"
    else:
        message = f"Advice to stop giving ({rule.id}): '{shown}'"
    end = "" if rule.instead.endswith((".", "!", "?")) else "."
    hint = f"{rule.reason} Instead: {rule.instead}{end}"
    return Problem(_CODES[rule.severity], place, message, hint)


LINT = Lint(lint_advice, frozenset({Moment.SOURCE, Moment.TRANSLATION}))
