"""Everything that `kandil check` looks for in a course that could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kandil.lint.advice.advice import lint_advice
from kandil.lint.advice.allowances import read_allowances
from kandil.lint.advice.dates import lint_dates
from kandil.lint.advice.languages import lint_languages
from kandil.lint.advice.rules import read_book
from kandil.lint.advice.tools import RULE as OLD_TOOL
from kandil.lint.advice.tools import lint_tools
from kandil.lint.lesson.figures import RULE, lint_figures
from kandil.lint.lesson.help import lint_help
from kandil.lint.lesson.pictures import Weigh, lint_pictures
from kandil.lint.phones.phones import RULE as PHONE
from kandil.lint.phones.phones import lint_phones
from kandil.lint.privacy.conflicts import lint_conflicts
from kandil.lint.privacy.discreet import lint_discreet_words, telling_title
from kandil.lint.questions.answer_set import lint_answers
from kandil.lint.questions.giveaway import lint_giveaway
from kandil.lint.questions.length import lint_length
from kandil.lint.questions.position import lint_position
from kandil.lint.questions.stances import lint_stances
from kandil.lint.questions.stems import lint_stems
from kandil.lint.readability.plain import lint_plain
from kandil.lint.text.sources import Sources
from kandil.lint.text.translations import Lookup, translations
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
