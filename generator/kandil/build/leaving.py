"""A preview is built without the lessons that are not ready (`rulings.md` 39)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from kandil.localize.coverage import lacking
from kandil.model.course import Course, LeftOut, Module
from kandil.model.edition import Edition
from kandil.model.inlines import Emphasis, Inline, Inlines, Link, Strong
from kandil.model.text import Text, map_texts
from kandil.problems import Problem, errors


def blamed(course: Course, found: Iterable[Problem]) -> tuple[set[str], list[Problem]]:
    """Ids of the lessons with errors, and the errors that are no lesson's."""
    lessons = {one.id: one.id for one in course.left_out}
    lessons |= {PurePath(one.file).stem: one.id for one in course.modules}
    bad, others = set(), []
    for problem in errors(found):
        name = _lesson(course, problem.place.file)
        if name in lessons:
            bad.add(lessons[name])
        else:
            others.append(problem)
    return bad, others


def _lesson(course: Course, file: str) -> str:
    """The lesson of a source file or of a PO file, by its path; empty for any other file."""
    path = PurePath(file)
    if path.suffix == ".md" and path.parent == PurePath(course.folder) / "modules":
        return path.stem
    return path.stem if path.suffix == ".po" and path.parent.name == course.id else ""


def without(course: Course, ids: Collection[str], shown: Edition | None = None) -> Course:
    """The course less some lessons, which `shown` names in the words of its locale."""
    words = shown.course if shown else course
    tag = shown.locale if shown else course.language
    gone = [_left(words, module, tag) for module in words.modules if module.id in ids]
    kept = tuple(module for module in course.modules if module.id not in ids)
    return replace(course, modules=kept, left_out=(*course.left_out, *gone))


def _left(course: Course, module: Module, tag: str) -> LeftOut:
    title = module.discreet_title or (None if course.sensitive else module.title)
    name = title.plain if title else module.id
    kept = tuple((quiz.id, quiz.tellable) for quiz in module.brief.quizzes)
    return LeftOut(module.id, name, (title and title.lang) or tag, module.sensitivity, kept)


def edition_without(edition: Edition, ids: Collection[str]) -> Edition:
    """The edition less some lessons, in its counts too."""
    if not ids:
        return edition
    coverage = {name: part for name, part in edition.coverage.items() if name not in ids}
    course = unlinked(without(edition.course, ids, edition))
    return replace(edition, course=course, coverage=coverage, drafts=edition.drafts - {*ids})


def translated(edition: Edition) -> Edition:
    """The edition less the lessons of which too little is translated for a preview."""
    ids = lacking(edition.course, edition.kind, edition.coverage)
    less = edition_without(edition, ids)
    marked = [replace(one, untranslated=one.id in ids) for one in less.course.left_out]
    return replace(less, course=replace(less.course, left_out=tuple(marked)))


def unlinked(course: Course) -> Course:
    """What led to a lesson that is not there becomes words."""
    gone = {lesson.id for lesson in course.left_out}
    if not gone:
        return course

    def words(inlines: Inlines) -> Inlines:
        return tuple(inner for part in inlines for inner in plainer(part))

    def plainer(part: Inline) -> Inlines:
        match part:
            case Link(target, children):
                lost = target.partition("#")[0] in gone
                return words(children) if lost else (replace(part, children=words(children)),)
            case Emphasis(children) | Strong(children):
                return (replace(part, children=words(children)),)
        return (part,)

    def change(text: Text) -> Text:
        inlines = words(text.inlines)
        return text if inlines == text.inlines else replace(text, inlines=inlines)

    return map_texts(course, change)
