"""A rule for lessons: a pattern of `locales/advice/lessons.yml`, asked as rules for advice are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Rule
from kandil.lint.lint import LintContext, Sentence
from kandil.lint.text.needed import needed
from kandil.lint.text.spoken import said
from kandil.lint.text.word_tables import row
from kandil.model.text import Text


@cache
def rule(key: str, tag: str, unless: str = "", negative: bool = False) -> Rule | None:
    """None where the language has no such words; `negative`: what it finds may be a "never"."""
    known = row("lessons", tag) or {}
    if key not in known:
        return None
    return Rule(
        id=key,
        patterns=(re.compile(known[key]),),
        needed=needed([known[key]]),
        unless=re.compile(known[unless]) if unless in known else None,
        reason="",
        instead="",
        severity="warning",
        wording=False,
        negative=negative,
    )


def told(context: LintContext, asked: Rule | None, node: object) -> Iterator[tuple[Sentence, str]]:
    """Sentences for a learner in which a rule finds something that is meant, and what it finds."""
    for one in said(node) if asked else ():
        for words, place in context.words(one.text) if one.meant else ():
            sentence = Sentence(one, words, context.book.fold(words), place)
            if asked and asked.needed.within(sentence.folded):
                yield from ((sentence, found) for found in _found(context, asked, sentence))


def _found(context: LintContext, asked: Rule, sentence: Sentence) -> Iterator[str]:
    for start, end in finds(asked, context.book, Passage(sentence.folded)):
        if not context.allowances.allows(asked.id, sentence.said.text):
            yield sentence.words[start:end].strip(" .,;:")


def shown(text: Text | str) -> str:
    """A sentence, as far as a line holds it."""
    words = text if isinstance(text, str) else text.plain
    return words if len(words) <= 60 else f"{words[:59]}…"
