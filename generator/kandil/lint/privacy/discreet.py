"""Titles that may be seen by somebody who looks over her shoulder (`rulings.md` 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.text.sources import Sources
from kandil.lint.text.word_tables import row
from kandil.model.course import Course
from kandil.model.text import Text
from kandil.problems import Place, Problem

_CYBER = "cyber|кібер|кибер|კიბერ|siber"


def lint_discreet(course: Course) -> Iterator[Problem]:
    """A sensitive course has a discreet title everywhere, and names that tell nothing."""
    if not course.sensitive:
        return
    folder = Path(course.folder)
    names = [(course.id, course.discreet_title, Place((folder / "course.yml").as_posix()))]
    for module in course.modules:
        place = Place((folder / module.file).as_posix())
        names.append((module.id, module.discreet_title, place))
    for name, title, place in names:
        if title is None:
            hint = "Add a line such as 'discreet_title: Lesson 2'; it stands in tabs and lists."
            yield Problem("A404", place, "A sensitive course needs a discreet title here", hint)
        if word := _named(name):
            message = f"The id '{name}' says '{word}', and files are named by it"
            yield Problem("A405", place, message, "Use a neutral id, such as 'tfr-2'.")
    yield from _variants(course)


def _variants(course: Course) -> Iterator[Problem]:
    """Each once: an edition for a variant bears its name in folders, packages and manifests."""
    sources, seen = Sources(), set()
    for module in course.modules:
        for name in module.variants:
            if name not in seen and (word := _named(name)):
                seen.add(name)
                place = sources.key((Path(course.folder) / module.file).as_posix(), "variants")
                message = f"The variant '{name}' says '{word}', and packages are named by it"
                yield Problem("A405", place, message, "Use a neutral name, such as 'group-b'.")


def lint_discreet_words(context: LintContext) -> Iterator[Problem]:
    """No discreet title has a telling word in the language of an edition."""
    course = context.course
    if not course.sensitive:
        return
    for title in (course.discreet_title, *(one.discreet_title for one in course.modules)):
        for words, place in context.words(title):
            if title:
                yield from _telling_title(title, words, title.lang or context.locale, place)


def _telling_title(title: Text, words: str, tag: str, place: Place) -> Iterator[Problem]:
    """`words` are the title's, or those of its translation."""
    if title.role == "discreet title" and (word := _telling(words, tag)):
        message = f"The discreet title '{words}' has the word '{word}'"
        hint = "Write one that tells nothing about the course, such as 'Lesson 2'."
        yield Problem("A405", place, message, hint)


def _named(name: str) -> str:
    """An id has Latin letters, whatever the language of its words."""
    words = re.sub(r"[-_.]|\d", " ", name)
    return _telling(words, "en") or _found(words, row("discreet", "ids"))


def _telling(words: str, tag: str) -> str:
    """The first word that begins as one of the list does."""
    return _found(words, row("discreet", tag) or row("discreet", "en"))


def _found(words: str, starts: list[str]) -> str:
    """A dot in the list ends the word."""
    kinds = (rf"{re.escape(one[:-1])}\b" if one[-1] == "." else re.escape(one) for one in starts)
    found = re.search(rf"\b(?:{_CYBER})?-?(?:{'|'.join(kinds)})\w*", words, re.IGNORECASE)
    return found[0] if found else ""


LINT = Lint(lint_discreet_words, frozenset({Moment.SOURCE, Moment.TRANSLATION, Moment.EDITION}))
