"""What `kandil check`, `kandil i18n check` or `kandil build` finds in the course of a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from kandil.build.pipeline import build
from kandil.build.reading import read
from kandil.build.refusals import check_course
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.lint.look import look
from kandil.localize.files import check_catalogues
from kandil.model.edition import Kind
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.html.images import first_bytes
from kandil.review.desk import record
from problems.cases import Case

_TODAY = "2026-11-24"


def judge(case: Case) -> list[Problem]:
    """The problems of the course in the working directory, asked as the case says."""
    if {"Edition", "Format", "Territory", "Variant"} & case.settings.keys():
        return _built(case.settings)
    if "Review" in case.settings:
        return record(Path(case.settings["Review"]), date.fromisoformat(_TODAY))[1]
    if "Check" in case.settings:
        return checked(case.settings, case.settings["Check"] == "release")
    course, problems = read_course(Path(), find_questions())
    if course and (locale := case.settings.get("Locale")):
        problems += check_catalogues(course, locale)
    if course and "Lint" in case.settings:
        as_of = date.fromisoformat(case.settings.get("As-of", _TODAY))
        problems += look(course, as_of, first_bytes)
    return problems


def checked(settings: dict[str, str], release: bool) -> list[Problem]:
    """What `kandil check` says of the course in the working directory."""
    course, problems = read(Path())
    locales = (settings["Locale"],) if "Locale" in settings else ()
    as_of = date.fromisoformat(settings.get("As-of", _TODAY))
    asked = Asked(as_of, release, locales, settings.get("Territory", ""))
    return problems + (check_course(course, problems, asked) if course else [])


def _built(settings: dict[str, str]) -> list[Problem]:
    """One format is enough: what a release asks is asked before anything is packaged."""
    request = Request(
        folders=(Path(),),
        kind=cast(Kind, settings.get("Edition", "release")),
        as_of=date.fromisoformat(settings.get("As-of", _TODAY)),
        locales=(settings["Locale"],) if "Locale" in settings else (),
        formats=(settings.get("Format", "site"),),
        territory=settings.get("Territory", ""),
        own_territories=settings.get("Own-territories", "yes") == "yes",
        variant=settings.get("Variant", ""),
    )
    return build(request).problems
