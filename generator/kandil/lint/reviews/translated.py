"""`# reviewed: …` in a PO file is that of somebody who has signed the sheet of that translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.reviews.records import YES, Review, read_record, record_file, record_files
from kandil.lint.reviews.reviewed import again
from kandil.localize.catalogue import read_catalogue
from kandil.localize.coverage import COURSE
from kandil.localize.folders import catalogue_folders, course_file
from kandil.localize.locale import chain
from kandil.model.course import Course
from kandil.problems import Place, Problem

_MARK = b"# reviewed:"


def lint_translated(context: LintContext) -> Iterator[Problem]:
    """Of a translation, and of each edition that is made with it."""
    yield from unrecorded(context.course, context.locale)


def unrecorded(course: Course, locale: str) -> Iterator[Problem]:
    """Each name once a file. What course.yml says has no sheet of its own: there may stand whoever
    has reviewed a lesson in that language."""
    home = Path(course.folder)
    sheets = {COURSE: f"kandil review sheet {(home / 'modules').as_posix()}/….md"}
    sheets |= {one.id: again(home, one) for one in course.modules}
    for tag in chain(locale) if locale != course.language else ():
        for folder in catalogue_folders(course):
            for part, sheet in sheets.items():
                path = course_file(folder, tag, course, part)
                # Few files have one, and to read them all again would be slow.
                if path.is_file() and _MARK in path.read_bytes():
                    yield from _nameless(
                        path, _signed(course, part, tag), f"{sheet} --locale {tag}"
                    )


def _signed(course: Course, part: str, tag: str) -> list[Review]:
    """The newest of each person and lesson, where it is a yes."""
    folder = Path(course.folder)
    one = record_file(folder, course.id, part, tag)
    paths = record_files(folder, course.id, tag) if part == COURSE else [one]
    newest = ({one.name: one for one in read_record(path).reviews} for path in paths)
    return [one for some in newest for one in some.values() if one.decision == YES]


def _nameless(path: Path, signed: list[Review], sheet: str) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for entry in read_catalogue(path)[0].entries.values():
        if entry.state == "reviewed":
            first.setdefault(entry.reviewer, entry.place)
    for name, place in first.items():
        if not any(review.signs(name) for review in signed):
            message = f"There is no record that {name} has reviewed this translation"
            hint = (
                f"Send her what '{sheet}' writes, and let 'kandil review read' record it; until "
                "then remove '# reviewed:' with her name."
            )
            yield Problem("R005", place, message, hint)


LINT = Lint(lint_translated, frozenset({Moment.TRANSLATION, Moment.EDITION}))
