"""Where sheets go out and come in: the lesson is found, the sheet made, the review recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kandil.lint.reviews.fingerprint import of_source, of_translation
from kandil.lint.reviews.records import YES, Record, read_record, record_file, write_record
from kandil.lint.reviews.reviewed import older
from kandil.lint.text.translations import translations
from kandil.localize.apply import localize_part
from kandil.model.course import Course, Module
from kandil.problems import Place, Problem, errors
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.review.form import Sheet
from kandil.review.sheet import write_sheet
from kandil.review.signed import Signed, read_signed
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, and what is to be done next."""

    path: Path
    next: str


def make_sheet(lesson: Path, locale: str, as_of: date) -> tuple[str, list[Problem]]:
    """The sheet of a lesson, or of its translation; empty where it cannot be read."""
    course, module, problems = _lesson(lesson)
    if course is None or module is None:
        return "", problems
    text, problems = _text(course, module, locale)
    shown, found = localize_part(
        course, locale or course.language, "preview", as_of, (locale or course.language,)
    )
    if problems or shown is None:
        return "", problems or found
    ours = next(one for one in shown.course.modules if one.id == module.id)
    return write_sheet(Sheet(lesson.as_posix(), locale, text), module, shown, ours), []


def record(file: Path, today: date) -> tuple[Recorded | None, list[Problem]]:
    """Add what somebody has signed to the record of its lesson."""
    signed, problems = read_signed(file, today)
    if signed is None:
        return None, problems
    lesson, locale = Path(signed.sheet.lesson), signed.sheet.locale
    course, module, problems = _lesson(lesson, Place(file.as_posix()))
    if course is None or module is None:
        return None, problems
    text, problems = _text(course, module, locale)
    path = record_file(Path(course.folder), course.id, module.id, locale)
    before = read_record(path)
    if found := [*problems, *errors(before.problems)]:
        return None, found
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_added(module, before, signed), "utf-8")
    command = f"kandil review sheet {lesson.as_posix()}{f' --locale {locale}' if locale else ''}"
    mine = Record((signed.review,))
    return Recorded(path, _next(signed, locale)), [*older(mine, text, command)]


def _lesson(
    lesson: Path, asked: Place | None = None
) -> tuple[Course | None, Module | None, list[Problem]]:
    """A lesson and its course; `asked`: where it is named, if not on the command line."""
    name = lesson.as_posix()
    folder = lesson.parent.parent
    if not lesson.is_file() or not (folder / "course.yml").is_file():
        message = f"There is no lesson '{name}'"
        hint = "Name a file such as 'courses/siu/modules/siu-1.md', seen from this folder."
        return None, None, [Problem("R004", asked or Place(name), message, hint)]
    course, problems = read_course(folder, find_questions())
    modules = course.modules if course else ()
    module = next((one for one in modules if Path(folder, one.file) == lesson), None)
    if course and module is None and not errors(problems):
        message = f"course.yml does not name the lesson '{name}'"
        problems = [Problem("R004", asked or Place(name), message, "Add it to 'modules'.")]
    return course, module, errors(problems)


def _text(course: Course, module: Module, locale: str) -> tuple[str, list[Problem]]:
    """The fingerprint of a lesson, or of its translation."""
    if not locale:
        return of_source(module), []
    for tag, words in translations(course):
        if tag == locale:
            return of_translation(module, words), []
    message = f"There is no translation of this course into '{locale}'"
    hint = f"Let 'kandil i18n update {course.folder} --locale {locale}' begin one."
    return "", [Problem("R004", Place(f"{course.folder}/course.yml"), message, hint)]


def _added(module: Module, before: Record, signed: Signed) -> str:
    review = signed.review
    notes = [
        before.notes,
        f"## {review.name}, {review.day}",
        signed.notes or "No changes asked for.",
    ]
    return write_record(module.id, (*before.reviews, review), "\n\n".join(filter(None, notes)))


def _next(signed: Signed, locale: str) -> str:
    name = signed.review.name
    if signed.review.decision != YES:
        return f"{name} asks for changes: they stand there, in her words."
    if locale:
        return f"Now 'reviewed: {name} {signed.review.day}' may stand in the PO file."
    return f"Now 'reviewers' of {signed.sheet.lesson} may name {name}."
