"""SCORM 2004, 4th Edition: a package a course and language; one SCO, or one a lesson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from lxml import etree

from kandil.exporters._scorm.facts import Facts
from kandil.exporters._scorm.format import ScormFormat, ScormOptions
from kandil.exporters._scorm.launched2004 import check_launch
from kandil.exporters._scorm.manifest2004 import Activity, manifest
from kandil.exporters._scorm.objectives import course_aims, done, lesson_aims
from kandil.exporters._scorm.packed import MANIFEST, Sco
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents


class Scorm2004(ScormFormat):
    """What is peculiar to SCORM 2004: objectives, and what an LMS makes of the lessons."""

    name: ClassVar[str] = "scorm2004"
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **ScormFormat.settings,
        "order": ("free", "fixed"),
    }

    def facts(
        self, options: ScormOptions, course: Course, paths: Mapping[str, str]
    ) -> Sequence[Facts]:
        """With the objectives, where an LMS is told anything."""
        known = super().facts(options, course, paths)
        if any(one.profile == "none" for one in known):
            return known
        if not options.alone:
            return [replace(one, aims=course_aims(course)) for one in known]
        lessons = zip(known, map(lesson_aims, course.modules), strict=True)
        told = [replace(one, aims=(aims,)) if aims[1:] else one for one, aims in lessons]
        if options.order != "fixed":
            return told
        pairs = zip(told, course.modules, strict=True)
        # Nothing waits for the last one.
        return [*(replace(one, opens=done(lesson.id)) for one, lesson in [*pairs][:-1]), told[-1]]

    def refuses(self, editions: Sequence[Edition], options: ScormOptions) -> Iterator[Problem]:
        """A course too large, or an order that no LMS could keep."""
        yield from super().refuses(editions, options)
        if options.order != "fixed":
            return
        course = editions[0].course
        own = (one for one in course.settings if one.form == self.name and one.name == "order")
        place = [Place(f"{course.folder}/course.yml"), *(one.place for one in own)][-1]
        if not options.alone:
            message = "'order: fixed' changes nothing where the whole course is one SCO"
            yield Problem("C025", place, message, "Add 'scos: module', or take it out.")
        elif "none" in {one.profile for one in self.facts(options, course, _nowhere(course))}:
            message = "'order: fixed' needs an LMS that hears which lesson is over, and none does"
            hint = "Take it out: with the profile 'none' every lesson is open."
            yield Problem("C025", place, message, hint)

    def manifest(
        self, options: ScormOptions, edition: Edition, scos: Sequence[Sco], shared: Sequence[str]
    ) -> bytes:
        """With what an LMS makes of the lessons."""
        known = self.facts(options, edition.course, _nowhere(edition.course))
        activities = [
            Activity(sco, _aims(facts), _points(facts), facts.opens)
            for sco, facts in zip(scos, known, strict=True)
        ]
        return manifest(edition, activities, shared)

    def check_manifest(self, contents: Contents, root: etree._Element) -> Iterator[Problem]:
        """CAM 3.4 and 5.1, and what is known of LMSs."""
        yield from check_launch(contents, root, MANIFEST)


def _nowhere(course: Course) -> dict[str, str]:
    """The pages of lessons, where they do not matter."""
    return {one.id: "" for one in course.modules}


def _aims(facts: Facts) -> tuple[str, ...]:
    """Ids of the objectives that are told."""
    return tuple(one for aim in facts.aims for one in aim[1:])


def _points(facts: Facts) -> int | None:
    """That an LMS is told of; None where it is told nothing."""
    if facts.profile == "none":
        return None
    return sum(quiz.points for lesson in facts.lessons for quiz in lesson.quizzes)


EXPORTER = Scorm2004()
