"""Each language of each course in the best edition that its gates allow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, get_args

from kandil.build.beside import Host
from kandil.build.outcome import Outcome, Row
from kandil.build.pipeline import build
from kandil.build.prepare import Prepared, Watch, prepare
from kandil.build.reading import read
from kandil.build.request import Request
from kandil.build.wanted import Wanted
from kandil.exporters import bars, find_exporters, parted
from kandil.host.order import Order
from kandil.localize.folders import catalogue_folders
from kandil.model.course import Course
from kandil.model.edition import Edition, Kind
from kandil.model.hollow import hollowed
from kandil.package.checksums import NAME as SUMS
from kandil.problems import Problem, errors

Held: TypeAlias = dict[tuple[str, str], list[Problem]]
"""By course and language: why it is no release."""


@dataclass(slots=True)
class Built:
    """What came of all builds."""

    courses: list[Course] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    """Those with pages, in the order of the courses; their lessons are hollow."""
    taught: list[Edition] = field(default_factory=list)
    """Those for trainers."""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    held: Held = field(default_factory=dict)
    missing: dict[str, list[str]] = field(default_factory=dict)
    """Languages, by their course, of which nothing could be built."""
    places: set[Path] = field(default_factory=set)

    def add(self, outcome: Outcome, hosted: bool) -> None:
        """One build more."""
        self.problems = [*dict.fromkeys((*self.problems, *outcome.problems))]
        if outcome.built:
            self.rows += outcome.rows
            self.places |= {Path(place) for place in outcome.made}
            (self.editions if hosted else self.taught).extend(outcome.editions)

    def take(self, other: Built) -> None:
        """Those of one course, releases first."""
        self.problems = [*dict.fromkeys((*self.problems, *other.problems))]
        self.places |= other.places
        self.rows += sorted(other.rows, key=lambda row: row.edition != "release")
        for mine, more in (self.editions, other.editions), (self.taught, other.taught):
            mine += sorted(more, key=lambda edition: edition.kind != "release")


def build_editions(order: Order, watch: Watch) -> Built:
    """Into `www/` and `trainers/`. What an earlier run has put there and nobody asked for any more
    goes, unless something could not be built."""
    built = Built()
    for folder in order.folders:
        _build_course(order, folder, built, watch)
    if not errors(built.problems):
        for place in _standing(order):
            if place not in built.places:
                shutil.rmtree(place)
    return built


def _build_course(order: Order, folder: Path, built: Built, watch: Watch) -> None:
    course, found = read(folder)
    if course is None:
        built.problems += found
        return
    built.courses.append(course)
    every = tuple(languages(course))
    released = dict[str, Edition]()
    for locale in every:
        ready = prepare(course, list(found), _wanted(order, locale), watch)
        if ready.editions and not errors(ready.problems):
            released[locale] = hollowed(ready.editions[0])
        else:
            built.held[course.id, locale] = _reasons(ready)
    own = _build_trees(order, course, every, released, watch)
    built.take(own)
    there = {edition.locale for edition in own.editions}
    for locale in every:
        if locale not in there:
            built.held.pop((course.id, locale), None)
            built.missing.setdefault(course.id, []).append(locale)


def _build_trees(
    order: Order,
    course: Course,
    every: tuple[str, ...],
    released: dict[str, Edition],
    watch: Watch,
) -> Built:
    """Previews, then releases, each with ways to the other: what a preview lacks is known when it
    is built, and a release lacks nothing, or is none."""
    own = Built()
    if rest := tuple(locale for locale in every if locale not in released):
        _build(order, course, "preview", rest, own, watch, Host(tuple(released.values())))
    there = Host(tuple(own.editions))
    if not released or _build(order, course, "release", tuple(released), own, watch, there):
        return own
    again = Built(problems=own.problems)
    _build(order, course, "preview", every, again, watch, Host())
    return again


def languages(course: Course) -> Iterator[str]:
    """That of the source, then each in which somebody has begun to translate it."""
    yield course.language
    tags = {
        path.parent.name
        for base in catalogue_folders(course)
        for path in base.glob(f"*/{course.id}")
    }
    yield from sorted(tags - {course.language})


def _wanted(order: Order, locale: str) -> Wanted:
    return Wanted(
        "release", order.as_of, (locale,), order.territory, order.variant, order.own_territories
    )


def _reasons(ready: Prepared) -> list[Problem]:
    return [one for one in ready.problems if one.code[0] == "G" and one.code != "G004"]


def _build(
    order: Order,
    course: Course,
    kind: Kind,
    locales: tuple[str, ...],
    built: Built,
    watch: Watch,
    host: Host,
) -> bool:
    """Every format that can be made here and may have the course; trainers' files lie apart."""
    able, done = parted(find_exporters())[0], True
    known = {name: one for name, one in able.items() if not bars(one, course)}
    for audience, dist in (("learner", order.root), ("facilitator", order.trainers)):
        names = tuple(sorted(name for name, one in known.items() if one.audience == audience))
        if not names:
            continue
        request = Request(
            folders=(Path(course.folder),),
            kind=kind,
            as_of=order.as_of,
            locales=locales,
            formats=names,
            dist=dist,
            host=host if audience == "learner" else None,
            images=order.images,
            territory=order.territory,
            variant=order.variant,
            own_territories=order.own_territories,
        )
        outcome = build(request, watch)
        built.add(outcome, hosted=audience == "learner")
        done &= outcome.built
    return done


def _standing(order: Order) -> list[Path]:
    """The places of packages in the folder, by earlier runs too."""
    bases = (order.root, order.trainers)
    found = (base.glob(f"{kind}/*/*/{SUMS}") for base in bases for kind in get_args(Kind))
    return [sums.parent for some in found for sums in some]
