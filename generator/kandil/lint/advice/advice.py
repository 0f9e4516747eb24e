"""Advice that is out of date or does harm, in a course and in its translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kandil.lint.advice.allowances import Allowances
from kandil.lint.advice.refuted import finds
from kandil.lint.advice.rules import Book, Rule, read_book
from kandil.lint.text.filled import GAP, wordings
from kandil.lint.text.sources import Sources
from kandil.lint.text.spoken import Said, said
from kandil.lint.text.translations import Lookup
from kandil.model.course import Course
from kandil.problems import Place, Problem

_CODES = {"error": "A001", "warning": "A002"}


@dataclass(frozen=True, slots=True)
class _Reader:
    sources: Sources
    allowances: Allowances

    def read(self, one: Said, book: Book, words: str, lead: str, place: Place) -> Iterator[Problem]:
        """What the rules find in `words`, which are those of `one.text` or its translation."""
        folded, above = book.fold(words), book.fold(lead)
        for rule in book.rules:
            if not (one.meant or rule.wording):
                continue
            for start, end in finds(rule, book, folded, above):
                if not self.allowances.allows(rule.id, one.text):
                    said_here = words[start:end].strip(" ,;:")
                    yield _problem(rule, said_here, self._spot(place, said_here))

    def _spot(self, place: Place, words: str) -> Place:
        """Where the words stand; where a gap breaks them up, at the gap."""
        found, lines = self.sources.spot(place, words), self.sources.lines(place.file)
        first = (
            found == place and lines and lines[place.line - 1].startswith(words, place.column - 1)
        )
        return found if first or found != place else self.sources.spot(place, GAP)


def lint_advice(
    course: Course,
    sources: Sources,
    allowances: Allowances,
    foreign: Iterable[tuple[str, Lookup]],
) -> Iterator[Problem]:
    """The source, and each translation by the rules of its own language."""
    folder, reader = Path(course.folder), _Reader(sources, allowances)
    book, spoken = read_book(folder, course.language), list(said(course))
    yield from book.problems
    for one in spoken:
        lead = one.lead.plain if one.lead else ""
        for words in wordings(one.text.inlines):
            yield from reader.read(one, book, words, lead, one.text.place)
    for locale, lookup in foreign:
        book = read_book(folder, locale)
        yield from book.problems
        for one in spoken:
            for words, place in lookup(one.text):
                lead = " ".join(found for found, _ in lookup(one.lead))
                yield from reader.read(one, book, words, lead, place)


def _problem(rule: Rule, words: str, place: Place) -> Problem:
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    if rule.wording:
        message = f"A word to avoid ({rule.id}): '{shown}'"
    else:
        message = f"Advice to stop giving ({rule.id}): '{shown}'"
    end = "" if rule.instead.endswith((".", "!", "?")) else "."
    hint = f"{rule.reason} Instead: {rule.instead}{end}"
    return Problem(_CODES[rule.severity], place, message, hint)
