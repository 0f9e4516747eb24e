"""`cmi5.xml`: what an LMS shows and launches, and when it may move on (cmi5 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from kandil.exporters._bare import shown_title
from kandil.exporters._cmi5.names import au_iri, course_iri, objective_iri
from kandil.exporters._scorm.facts import Facts
from kandil.model.course import Course, Objective
from kandil.model.edition import Edition
from kandil.package.xml import Vocabulary, serialise
from kandil.values import dataclass

STRUCTURE = "cmi5.xml"
NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
WORDS = Vocabulary({"": NAMESPACE})


@dataclass(frozen=True, slots=True)
class Unit:
    """An AU: a page to launch."""

    page: str
    facts: Facts
    title: str
    lesson: str = ""
    """Empty where it is the whole course; else there is its number, from 1."""
    number: int = 0


def satisfied(facts: Facts) -> dict[str, str]:
    """When an LMS may move on: `moveOn`, and the score that it asks for.

    What reports nothing is satisfied from the start; else the LMS waits for what will come:
    `passed` where there are points to reach, and `completed` where there are none."""
    if facts.pass_mark is None:
        return {"moveOn": "NotApplicable"}
    if any(quiz.points for lesson in facts.lessons for quiz in lesson.quizzes):
        return {"moveOn": "Passed", "masteryScore": f"{facts.pass_mark / 100:g}"}
    return {"moveOn": "Completed"}


def structure(edition: Edition, units: Iterable[Unit]) -> bytes:
    """The file, in the order that the schema wants."""
    root = WORDS.root("courseStructure")
    course = WORDS.add(root, "course", id=course_iri(edition))
    _named(course, edition, shown_title(edition), _summary(edition))
    aims = [*_objectives(edition.course)]
    if aims:
        listed = WORDS.add(root, "objectives")
        for lesson, aim in aims:
            one = WORDS.add(listed, "objective", id=objective_iri(edition, lesson, aim.id))
            _named(one, edition, aim.text.plain, aim.text.plain, aim.text.lang)
    for unit in units:
        own = [(lesson, aim) for lesson, aim in aims if unit.lesson in ("", lesson)]
        _unit(root, edition, unit, own)
    return serialise(root)


def _unit(
    root: etree._Element, edition: Edition, unit: Unit, aims: list[tuple[str, Objective]]
) -> None:
    au = WORDS.add(root, "au", id=au_iri(edition, unit.lesson), launchMethod="AnyWindow")
    for name, value in satisfied(unit.facts).items():
        au.set(name, value)
    _named(au, edition, unit.title, unit.title)
    if aims:
        listed = WORDS.add(au, "objectives")
        for lesson, aim in aims:
            WORDS.add(listed, "objective", idref=objective_iri(edition, lesson, aim.id))
    WORDS.add(au, "url", unit.page)


def _named(
    parent: etree._Element, edition: Edition, title: str, description: str, lang: str = ""
) -> None:
    for name, words in (("title", title), ("description", description)):
        WORDS.add(WORDS.add(parent, name), "langstring", words, lang=lang or edition.locale)


def _summary(edition: Edition) -> str:
    """What a discreet title hides is not told below it."""
    course = edition.course
    open_ = course.summary and not course.sensitive and not course.discreet_title
    return course.summary.plain if course.summary and open_ else shown_title(edition)


def _objectives(course: Course) -> Iterator[tuple[str, Objective]]:
    """Each with its lesson; those of a sensitive course, or lesson, would tell what it is about."""
    if course.sensitive or course.discreet_title:
        return
    yield from (("", aim) for aim in course.objectives)
    for module in course.modules:
        if not module.discreet_title:
            yield from ((module.id, aim) for aim in module.objectives)
