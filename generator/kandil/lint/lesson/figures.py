"""Figures about the world: each needs its year and its source (F-FACTS)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.lint.text.sentences import pieces, sentences
from kandil.lint.text.spoken import said
from kandil.lint.text.word_tables import row, table
from kandil.model.blocks import Footnote
from kandil.model.course import Module
from kandil.model.inlines import Link, Note, plain, walk
from kandil.model.interactions import FillIn
from kandil.model.structure import every
from kandil.model.text import Text, texts
from kandil.problems import Problem
from kandil.read.inline.links import GLOSSARY

RULE = "figure"
"""What an exception names."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUTSIDE = re.compile("https?://")
_HINT = (
    "Write the year and a note: '… in 2023.[^un]' and '[^un]: UN Women, 2023'; "
    "or the year, and a link to the source; "
    "or name the year, and the source with it under 'sources'."
)
_IN_TERM = "Name the year, and the source with it under 'sources' of each lesson that explains it."
"""A term of the glossary has no notes."""


def lint_figures(context: LintContext) -> Iterator[Problem]:
    """Figures that are said of the world, in the language of the course; each once."""
    about, unless = _patterns(context.locale)
    seen: set[Text] = set()
    for module in context.course.modules:
        sums, notes = _sums(module), _dated_notes(module)
        for one in said((module.blocks, module.terms)):
            text = one.text
            if not one.meant or text in sums or text in seen:
                continue
            seen.add(text)
            figures = [
                figure
                for figure, sentence in _figures(text, about, unless)
                if not _linked(text, sentence)
            ]
            if figures and not (_sourced(text, module, notes) or _allowed(context, text)):
                hint = _IN_TERM if text.place.file.endswith(GLOSSARY) else _HINT
                for figure in figures:
                    message = f"'{figure}' stands here without its year and source"
                    yield Problem("A201", context.sources.spot(text.place, figure), message, hint)


def _allowed(context: LintContext, text: Text) -> bool:
    return context.allowances.allows(RULE, text)


def _figures(
    text: Text, about: re.Pattern[str], unless: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    """One a sentence, with the sentence."""
    words = text.plain
    for sentence in sentences(words):
        for start, end in pieces(*sentence):
            piece = words[start:end]
            if (found := about.search(piece)) and not unless.search(piece):
                yield found[0].strip(), piece
                break


def _linked(text: Text, sentence: str) -> bool:
    """It names a year, and links to its source."""
    if not _YEAR.search(sentence):
        return False
    links = (part for part in walk(text.inlines) if isinstance(part, Link))
    return any(
        _OUTSIDE.match(link.target) and plain(link.children).strip() in sentence for link in links
    )


def _sourced(text: Text, module: Module, notes: frozenset[str]) -> bool:
    """A year that a source bears, or a note with a year; the year may stand in both."""
    years = set(_YEAR.findall(text.plain))
    if any(year in source for year in years for source in module.sources):
        return True
    parts = walk(text.inlines)
    return any(isinstance(part, Note) and part.label in notes for part in parts)


def _dated_notes(module: Module) -> frozenset[str]:
    blocks = (module.blocks, tuple(term.blocks for term in module.terms))
    return frozenset(
        note.label
        for note in every(Footnote, blocks)
        if any(_YEAR.search(words.plain) for words in texts(note.blocks))
    )


def _sums(module: Module) -> set[Text]:
    """Sentences of questions that ask for a number: sums, not facts."""
    return {text for question in every(FillIn, module.blocks) for text in texts(question)}


def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = row("figures", tag) or {}
    about = "|".join(filter(None, (table("figures")["any"]["figure"], own.get("figure"))))
    return re.compile(about, re.IGNORECASE), re.compile(own.get("unless", "(?!)"), re.IGNORECASE)


LINT = Lint(lint_figures, rule=RULE)
