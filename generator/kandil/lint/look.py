"""Everything that `kandil check` looks for in a course that could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kandil.lint.advice import lint_advice
from kandil.lint.allowances import read_allowances
from kandil.lint.answers import lint_answers
from kandil.lint.conflicts import lint_conflicts
from kandil.lint.dates import lint_dates
from kandil.lint.discreet import lint_discreet_words, telling_title
from kandil.lint.figures import RULE, lint_figures
from kandil.lint.giveaway import lint_giveaway
from kandil.lint.help import lint_help
from kandil.lint.languages import lint_languages
from kandil.lint.length import lint_length
from kandil.lint.phones import RULE as PHONE
from kandil.lint.phones import lint_phones
from kandil.lint.pictures import Weigh, lint_pictures
from kandil.lint.plain import lint_plain
from kandil.lint.position import lint_position
from kandil.lint.rules import read_book
from kandil.lint.sources import Sources
from kandil.lint.stances import lint_stances
from kandil.lint.stems import lint_stems
from kandil.lint.tools import RULE as OLD_TOOL
from kandil.lint.tools import lint_tools
from kandil.lint.translations import Lookup, translations
from kandil.localize.locale import asked
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.territory.read import own_problems

_QUESTIONS: tuple[Callable[[Course], Iterator[Problem]], ...] = (
    lint_answers,
    lint_giveaway,
    lint_length,
    lint_position,
    lint_stances,
    lint_stems,
)


def look(course: Course, as_of: date, weigh: Weigh) -> list[Problem]:
    """All problems of the source and of every translation, and of what else a build would read."""
    sources, foreign = Sources(), list(translations(course))
    books = [read_book(Path(course.folder), tag) for tag in ("en", course.language)]
    names = frozenset({RULE, PHONE, OLD_TOOL}).union(*(book.names for book in books))
    allowances = read_allowances(course, sources, names)
    found = [
        *asked(course, course.language, "")[1],
        *own_problems(Path(course.folder)),
        *lint_languages(course, sources, (locale for locale, _ in foreign)),
        *lint_conflicts(course),
        *lint_help(course),
        *lint_discreet_words(course, course.language),
        *_discreet_translations(course, foreign),
        *lint_advice(course, sources, allowances, foreign),
        *lint_tools(course, sources, allowances, foreign),
        *lint_phones(course, sources, allowances, foreign),
        *lint_figures(course, sources, allowances),
        *lint_plain(course, sources),
        *lint_dates(course, as_of, sources),
        *lint_pictures(course, weigh),
    ]
    for lint in _QUESTIONS:
        found += lint(course)
    return list(dict.fromkeys([*found, *allowances.problems, *allowances.idle()]))


def _discreet_translations(course: Course, foreign: list[tuple[str, Lookup]]) -> Iterator[Problem]:
    titles = (course.discreet_title, *(module.discreet_title for module in course.modules))
    for locale, lookup in foreign if course.sensitive else ():
        for title in titles:
            for words, place in lookup(title):
                if title:
                    yield from telling_title(title, words, locale, place)
