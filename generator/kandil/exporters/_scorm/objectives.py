"""The objectives of a course as SCORM 2004 names them, in its manifest and at run time."""

from __future__ import annotations

from typing import TypeAlias

from kandil.model.course import Course, Module

Aims: TypeAlias = tuple[str, ...]
"""A lesson, or '' for the course, and behind it the ids of its objectives."""
MOST = 100
"""Objectives that every LMS keeps (SCORM 2004 4th Ed. RTE 4.2.17, smallest permitted maximum)."""


def course_aims(course: Course) -> tuple[Aims, ...]:
    """Of the course and of each lesson; a lesson without objectives is one itself. Where an LMS
    need not keep as many, each lesson is one; and where that is too much, the course has its own
    alone."""
    own = ("", *(f"{course.id}-{one.id}" for one in course.objectives))
    head = [own] if len(own) > 1 else []
    rows = map(lesson_aims, course.modules)
    each = [row if row[1:] else (row[0], row[0]) for row in rows]
    plain = [(module.id, module.id) for module in course.modules]
    fitting = ([*head, *rows] for rows in (each, plain, []) if _count([*head, *rows]) <= MOST)
    return tuple(next(fitting, []))


def lesson_aims(module: Module) -> Aims:
    """Those of one lesson alone, by the names that they have outside of it."""
    return (module.id, *(f"{module.id}-{one.id}" for one in module.objectives))


def done(lesson: str) -> str:
    """Of a lesson for which the next one waits: passed when it is over, with a quiz or without.

    Named alike where it is told, where it is read and between them, as a run-time may carry
    objectives from one SCO to the next. Ids have no dot, so no objective of a course is called
    so."""
    return f"done.{lesson}"


def _count(rows: list[Aims]) -> int:
    return sum(len(row) - 1 for row in rows)
