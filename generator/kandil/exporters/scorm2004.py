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
from kandil.exporters._scorm.objectives import course_aims, lesson_aims
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
        return [replace(one, aims=(aims,)) if aims[1:] else one for one, aims in lessons]

    def refuses(self, editions: Sequence[Edition], options: ScormOptions) -> Iterator[Problem]:
        """A course too large, or an order of one SCO."""
        yield from super().refuses(editions, options)
        if options.order == "fixed" and not options.alone:
            place = Place(f"{editions[0].course.folder}/course.yml")
            message = "'order: fixed' changes nothing where the whole course is one SCO"
            yield Problem("C025", place, message, "Add 'scos: module', or take it out.")

    def manifest(
        self, options: ScormOptions, edition: Edition, scos: Sequence[Sco], shared: Sequence[str]
    ) -> bytes:
        """With what an LMS makes of the lessons."""
        known = self.facts(options, edition.course, {one.id: "" for one in edition.course.modules})
        activities = [
            Activity(sco, tuple(one for aim in facts.aims for one in aim[1:]), _points(facts))
            for sco, facts in zip(scos, known, strict=True)
        ]
        return manifest(edition, activities, shared, fixed=options.order == "fixed")

    def check_manifest(self, contents: Contents, root: etree._Element) -> Iterator[Problem]:
        """CAM 3.4 and 5.1, and what is known of LMSs."""
        yield from check_launch(contents, root, MANIFEST)


def _points(facts: Facts) -> int | None:
    """That an LMS is told of; None where it is told nothing."""
    if facts.profile == "none":
        return None
    return sum(quiz.points for lesson in facts.lessons for quiz in lesson.quizzes)


EXPORTER = Scorm2004()
