"""Advice that is out of date or does harm, in a course and in its translations."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Rule
from kandil.lint.lint import Lint, LintContext, Moment, Sentence
from kandil.lint.text.filled import GAP
from kandil.lint.text.sources import Sources
from kandil.problems import Place, Problem

_CODES = {"error": "A001", "warning": "A002"}


def lint_advice(context: LintContext) -> Iterator[Problem]:
    """The source, and each translation by the rules of its own language."""
    yield from context.book.problems
    concerned = context.book.concerned(one.folded for one in context.sentences)
    for one, rules in zip(context.sentences, concerned, strict=True):
        if rules:
            yield from _advice(context, one, rules)


def _advice(context: LintContext, one: Sentence, rules: list[Rule]) -> Iterator[Problem]:
    """What rules that may find something find in a sentence."""
    text, book = one.said.text, context.book
    lead = " ".join(above for above, _ in context.words(one.said.lead))
    passage = Passage(one.folded, book.fold(lead))
    for rule in rules:
        for start, end in finds(rule, book, passage) if one.said.meant or rule.wording else ():
            if not context.allowances.allows(rule.id, text):
                advice = one.words[start:end].strip(" ,;:")
                yield _problem(rule, advice, _spot(context.sources, one.place, advice))


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
