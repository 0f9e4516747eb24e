"""What `kandil check` looks for, and above all what any build would refuse (`rulings.md` 42)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from kandil.build.crew import Alone, Crew
from kandil.build.handed import Handed, unfit
from kandil.build.part import LookAtSource, Part
from kandil.build.prepare import Prepared, prepare, shown_territory
from kandil.build.rendering import Elsewhere
from kandil.build.sentences import how_long
from kandil.build.wanted import Asked, Wanted
from kandil.build.weighed import Weighed, heaviest, nearly, overweight
from kandil.exporters import find_exporters
from kandil.localize.folders import catalogue_folders
from kandil.model.course import Course
from kandil.paths import own_locales
from kandil.problems import Problem, errors
from kandil.render.site.pages import render
from kandil.territory.read import INTERNATIONAL

_AT_PO = ("A405", "A406")


def check_course(
    course: Course, found: list[Problem], asked: Asked, crew: Crew[Part] | None = None
) -> list[Problem]:
    """What learners would meet and what builds refuse, `found` what was found when it was read.

    `crew`: who has the lessons, where `course` is hollow.
    """
    more = [] if course.left_out else _looked(course, asked, crew)
    told = {problem.code for problem in more}
    refused = refusals(course, found, asked, crew)
    # Of a translation, the same is told at its place in the PO file already.
    return [*more, *(one for one in refused if one.code not in _AT_PO or one.code not in told)]


def _looked(course: Course, asked: Asked, crew: Crew[Part] | None) -> list[Problem]:
    parts = crew or Alone([Part.whole(course)])
    answers = [*parts.ask(LookAtSource(course, asked.as_of))]
    found = dict.fromkeys(problem for part in answers for problem in part.problems)
    measures = dict(pair for part in answers for pair in part.measures)
    return [*found, *how_long(course, measures)]


def refusals(
    course: Course, found: list[Problem], asked: Asked, crew: Crew[Part] | None = None
) -> list[Problem]:
    """Errors of every build of a course, `found` among them what was found when it was read.

    A preview's first. What only a release refuses is one notice a kind, unless it is asked for.
    """
    told, more = list[Problem](), list[Problem]()
    # One after the other: a release most often shows what a preview has shown a moment ago.
    for wanted in _builds(course, asked):
        told += _errors(course, found, wanted, crew, weigh=not asked.release)
        strict = replace(wanted, kind="release")
        more += _errors(course, found, strict, crew, weigh=asked.release)
    told = list(dict.fromkeys(told))
    told += _of_territories(course, Wanted("preview", asked.as_of))
    more += _of_territories(course, Wanted("release", asked.as_of))
    more = [problem for problem in dict.fromkeys(more) if problem not in told]
    return [*told, *(more if asked.release else _notices(more, course))]


def _builds(course: Course, asked: Asked) -> Iterator[Wanted]:
    """Every variant and every territory that the course names, each by itself."""
    locales = asked.locales or _locales(course)
    variants = sorted({name for module in course.modules for name in module.variants})
    marks = (mark for module in course.modules for mark in module.brief.marked)
    named = sorted({code for mark in marks for code in mark.territories})
    territories = [asked.territory] if asked.territory else ["", *named]
    for territory in territories:
        for variant in ["", *variants]:
            yield Wanted("preview", asked.as_of, locales, territory, variant)


def _of_territories(course: Course, wanted: Wanted) -> list[Problem]:
    """What is wrong with the project's own files, whichever of them a build will ask for."""
    own = own_locales(Path(course.folder))
    files = sorted((own / "territories").glob("*.yml")) if own else []
    found: list[Problem] = []
    for path in files:
        if path.stem != INTERNATIONAL:
            found += errors(shown_territory(replace(wanted, territory=path.stem), course)[1])
    return list(dict.fromkeys(found))


def _locales(course: Course) -> tuple[str, ...]:
    """The source's language, and each that has a PO file of this course."""
    paths = [
        path
        for folder in catalogue_folders(course)
        for path in sorted(folder.glob(f"*/{course.id}/*.po"))
    ]
    return tuple(dict.fromkeys([course.language, *(path.parent.parent.name for path in paths)]))


def _errors(
    course: Course,
    found: list[Problem],
    wanted: Wanted,
    crew: Crew[Part] | None,
    weigh: bool,
) -> list[Problem]:
    done = prepare(course, found, wanted, lambda doing: None, crew)
    told = errors(done.problems)
    # A format can do nothing with a setting that it does not have.
    unset = any(problem.code == "C025" for problem in done.problems)
    if weigh and done.editions and not unset:
        told += [*unfit(done.editions, find_exporters().values()), *_heavy(done, crew)]
    return told


def _heavy(done: Prepared, crew: Crew[Part] | None) -> list[Problem]:
    """Pages above the limit in any format: rendered, and no picture is made.

    Most courses are far below it, and are rendered once for all formats that frame the same pages.
    """
    weights = Elsewhere(crew, weights=True) if crew else None
    pages = partial(render, elsewhere=weights)
    near = [edition for edition in done.editions if nearly(pages(edition))]
    passed: list[Weighed] = []
    for exporter in find_exporters().values():
        if exporter.audience == "facilitator" or exporter.stores:
            continue  # Paper carries everything, and a platform shows pages of its own.
        if editions := near if exporter.framing else done.editions:
            passed += overweight(Handed(editions), exporter, pages)
    return heaviest(passed)


def _notices(found: list[Problem], course: Course) -> Iterator[Problem]:
    """One a kind, at its first place."""
    ordered = sorted(found, key=lambda one: (one.code, one.place))
    folder = Path(course.folder).as_posix()
    for code, group in groupby(ordered, key=lambda one: one.code):
        first, *rest = group
        times = f", {len(rest) + 1} times" if rest else ""
        message = f"A release would be refused ({code}{times}): {first.message}"
        hint = f"'kandil check {folder} --release' lists all of this kind."
        yield Problem("C020", first.place, message, hint)
