"""Programs that nobody maintains any more, in the lessons and in every translation (A209)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kandil.lint.advice.allowances import Allowances
from kandil.lint.advice.refuted import finds
from kandil.lint.advice.rules import Book, Rule, read_book
from kandil.lint.text.sources import Sources
from kandil.lint.text.spoken import said
from kandil.lint.text.translations import Lookup
from kandil.lint.text.word_tables import table
from kandil.localize.locale import chain
from kandil.model.course import Course
from kandil.problems import Place, Problem

RULE = "old-tool"
"""What an exception names."""


@dataclass(frozen=True, slots=True)
class _Tool:
    """One row of `tools.yml`, in the language of a text."""

    rule: Rule
    name: str
    hint: str


def lint_tools(
    course: Course,
    sources: Sources,
    allowances: Allowances,
    foreign: Iterable[tuple[str, Lookup]],
) -> Iterator[Problem]:
    """Where a lesson names one as if it could be used; where it says that it is over, none."""
    folder, meant = Path(course.folder), [one for one in said(course) if one.meant]
    book = read_book(folder, course.language)
    for one in meant:
        for found in _find(book, course.language, one.text.plain, sources, one.text.place):
            if not allowances.allows(RULE, one.text):
                yield found
    for locale, lookup in foreign:
        book = read_book(folder, locale)
        for one in meant:
            for words, place in lookup(one.text):
                for found in _find(book, locale, words, sources, place):
                    if not allowances.allows(RULE, one.text):
                        yield found


def _find(book: Book, tag: str, words: str, sources: Sources, place: Place) -> Iterator[Problem]:
    """Few texts name one: all names are looked for at once, and each alone where one is found."""
    folded = book.fold(words)
    if not _any_name().search(folded):
        return
    for tool in _tools(tag):
        for start, end in finds(tool.rule, book, folded):
            message = f"'{tool.name}' is no longer maintained"
            yield Problem("A209", sources.spot(place, words[start:end]), message, tool.hint)


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile("|".join(_pattern(row["say"]) for row in table("tools")["tools"]))


@cache
def _tools(tag: str) -> tuple[_Tool, ...]:
    rows = table("tools")
    over = next((rows["ended"][one] for one in chain(tag) if one in rows["ended"]), "")
    return tuple(_tool(row, over) for row in rows["tools"])


def _tool(row: dict[str, str], over: str) -> _Tool:
    year, instead = str(row.get("since", ""))[:4], row.get("instead", "")
    right = [over] if over else [_pattern(re.escape(instead.lower()))] if instead else []
    right += [rf"\b{year}\b"] if year else []
    rule = Rule(
        id=RULE,
        patterns=(re.compile(_pattern(row["say"])),),
        unless=re.compile("|".join(right)) if right else None,
        reason="",
        instead=instead,
        severity="warning",
        wording=False,
        negative=False,
    )
    since = f"since {year}, " if year else ""
    hint = f"So its makers say ({since}{row['source']}). Name {instead or 'another'}."
    return _Tool(rule, row["name"], hint)


def _pattern(name: str) -> str:
    """A whole word; a Turkish I has no dot when it is made small."""
    return rf"(?<![\w-])(?:{re.sub(r'i', '[iı]', name)})(?!\w)"
