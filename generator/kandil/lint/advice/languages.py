"""Which lints do not know a language: what they cannot find, a person must look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kandil.lint.advice.rules import read_book
from kandil.lint.text.sources import Sources
from kandil.lint.text.translations import catalogues
from kandil.lint.text.word_tables import row
from kandil.localize.locale import resolve
from kandil.model.course import Course
from kandil.problems import Place, Problem


def lint_languages(course: Course, sources: Sources, foreign: Iterable[str]) -> Iterator[Problem]:
    """One notice for the language of the course, and one for each locale with translations."""
    file = (Path(course.folder) / "course.yml").as_posix()
    yield from _unknown(course, course.language, sources.key(file, "language"), True)
    paths = catalogues(course)
    for locale in foreign:
        yield from _unknown(course, locale, Place(paths[locale][0].as_posix()), False)


def _unknown(course: Course, tag: str, place: Place, source: bool) -> Iterator[Problem]:
    """Figures and questions are looked at in the source alone; of no language, nothing is said."""
    if resolve(tag, place)[0] is None:
        return
    lacking = []
    if not read_book(Path(course.folder), tag).rules:
        lacking.append("advice to stop giving (A001, A002)")
    if source and row("figures", tag) is None:
        lacking.append("figures in words (A201)")
    if source and row("questions", tag) is None:
        lacking.append("questions turned round and answers for all others (A302, A305)")
    if row("phones", tag) is None:
        lacking.append("short numbers behind words such as 'call' (A406)")
    if course.sensitive and row("discreet", tag) is None:
        lacking.append("telling words in a discreet title (A405)")
    if lacking:
        message = f"Kandil has no words of '{tag}', and does not find: {'; '.join(lacking)}"
        hint = (
            "Let somebody who speaks the language look for these; "
            "docs/writing/checks.md says what they are."
        )
        yield Problem("A208", place, message, hint)
