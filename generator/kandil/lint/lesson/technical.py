"""A technical word that the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kandil.lint.lint import Lint, LintContext
from kandil.lint.text.sentences import sentences
from kandil.lint.text.word_tables import row
from kandil.model.course import Module
from kandil.model.inlines import Code, Emphasis, Link, plain
from kandil.model.interactions import Interaction
from kandil.model.structure import within
from kandil.model.text import Text, texts
from kandil.problems import Problem
from kandil.read.course.glossary import read_glossary
from kandil.values import dataclass

FEWEST = 12
"""Terms of a course of `shape: lesson`."""


@dataclass(frozen=True, slots=True)
class _Words:
    any: re.Pattern[str]
    said: re.Pattern[str]


def lint_technical(context: LintContext) -> Iterator[Problem]:
    """Of a course that has a glossary; each word once a lesson, unless its sentence explains it."""
    terms, reading = read_glossary(context.folder)
    known = " ".join(term.title.plain.lower() for term in terms.values())
    words = _words(context.locale)
    if terms and len(terms) < FEWEST and context.course.shape == "lesson":
        message = f"This glossary explains {len(terms)} words; a course has {FEWEST} or more"
        hint = "Add the words that learners asked you about, and link to them."
        yield Problem("A510", reading.source.place(0), message, hint)
    if terms and words:
        for module in context.course.modules:
            yield from _unexplained(context, module, words, known)


def _unexplained(
    context: LintContext, module: Module, words: _Words, known: str
) -> Iterator[Problem]:
    asked = {id(text) for one in within(Interaction, module) for text in texts(one)}
    first: dict[str, tuple[Text, str, bool]] = {}
    for text in texts(module.blocks):
        for sentence in _sentences(text) if id(text) not in asked else ():
            for found in words.any.finditer(sentence):
                stem = found["stem"].lower()
                said = bool(words.said.search(sentence))
                before = first.setdefault(stem, (text, found[0], said))
                first[stem] = (*before[:2], before[2] or said)
    for stem, (text, word, said) in first.items():
        if not said and stem not in known:
            message = f"'{word}' is a technical word, and the glossary does not explain it"
            hint = f"Explain '## {word}' in glossary.md, and link to it where it stands first."
            yield Problem("A509", context.sources.spot(text.place, word), message, hint)


def _sentences(text: Text) -> Iterator[str]:
    """Without what a screen shows, in italics or code marks, and without links, which explain."""
    said = plain(tuple(one for one in text.inlines if not isinstance(one, Emphasis | Code | Link)))
    return (said[start:end] for start, end in sentences(said))


@cache
def _words(tag: str) -> _Words | None:
    known = row("technical", tag)
    if known is None:
        return None
    stems = "|".join(
        rf"{re.escape(one[:-1])}(?!\w)" if one[-1] == "." else re.escape(one)
        for one in sorted(known["words"], key=len, reverse=True)
    )
    pattern = re.compile(rf"(?<![\w.-])(?<!windows )(?P<stem>{stems})\w*", re.IGNORECASE)
    return _Words(pattern, re.compile(known["said"], re.IGNORECASE))


LINT = Lint(lint_technical)
