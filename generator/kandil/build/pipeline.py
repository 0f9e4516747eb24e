"""The steps in order: read, localize, render, package, verify. The only module that knows all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kandil.exporters import find_exporters
from kandil.exporters.exporter import Exporter
from kandil.exporters.packages import shown_in, verify_package
from kandil.build.leaving import blamed, edition_without
from kandil.localize.coverage import INTERFACE, add, shown
from kandil.model.edition import Edition, Kind
from kandil.build.outcome import Outcome, Row
from kandil.package.artefact import Artefact
from kandil.package.exchange import heal
from kandil.package.lock import BusyError
from kandil.package.tree import Staging, TakenError
from kandil.build.prepare import Wanted, Watch, prepare, read, related
from kandil.problems import Place, Problem, errors
from kandil.render.site.pages import render
from kandil.verify.numbers import Numbers
from kandil.build.weighed import PassedError, Weighed, heaviest


@dataclass(frozen=True, slots=True)
class Request:
    """What to build."""

    folders: tuple[Path, ...]
    """One course each; they are exchanged together, or none is."""
    kind: Kind
    as_of: date
    locales: tuple[str, ...] = ()
    """Empty: the source language."""
    formats: tuple[str, ...] = ()
    """Empty: every format."""
    dist: Path = Path("dist")
    images: bool = True
    territory: str = ""
    """Code of a file in `locales/territories/`; empty: no contacts, no blocks for a territory."""
    variant: str = ""
    own_territories: bool = False
    """True: a territory file of the project's own may take the place of Kandil's in a release."""

    @property
    def wanted(self) -> Wanted:
        """The editions of each course."""
        return Wanted(
            self.kind,
            self.as_of,
            self.locales,
            self.territory,
            self.variant,
            self.own_territories,
        )


def build(request: Request, watch: Watch = lambda doing: None) -> Outcome:
    """Build courses; where one cannot be built, every old package stays as it was."""
    run = _Run(request, watch)
    run.exporters = _exporters(request, run.outcome)
    if run.outcome.problems:
        return run.outcome
    try:
        run.package()
    except BusyError:
        run.outcome.problems.append(_busy(request.dist))
    except TakenError as taken:
        message = "A link or a file stands where a folder for packages should"
        hint = "Take it away, or build into another folder with '--out'."
        run.outcome.problems.append(Problem("V012", Place(str(taken)), message, hint))
    return run.outcome


@dataclass(slots=True)
class _Run:
    """One build, from the courses to their packages."""

    request: Request
    watch: Watch
    exporters: list[Exporter[Any]] = field(default_factory=list)
    outcome: Outcome = field(default_factory=Outcome)
    halted: bool = False
    """Whether something is wrong that stops a preview too."""

    @property
    def stopped(self) -> bool:
        """A release is all or nothing; a preview builds what is good (`rulings.md` 39)."""
        return self.halted or (
            self.request.kind == "release" and bool(errors(self.outcome.problems))
        )

    def prepared(self) -> list[list[Edition]]:
        """The editions of every course."""
        found: dict[str, list[Edition]] = {}
        for folder in self.request.folders:
            self.watch(f"reading {folder.as_posix()}")
            course, problems = read(folder)
            if course is None:
                self.halted = True
                self.outcome.problems += problems
                continue
            done = prepare(course, problems, self.request.wanted, self.watch)
            self.outcome.problems += done.problems
            self.halted |= done.stopped
            if course.id in found:
                self.halted = True
                self.outcome.problems.append(_twice(folder, course.id))
            found[course.id] = done.editions
        return list(found.values())

    def package(self) -> None:
        """Read every course, stage it and exchange them; whoever comes too late reads nothing."""
        with Staging(self.request.dist) as staging:
            courses = self.prepared()
            for editions in [] if self.stopped else courses:
                self.course(staging, editions)
            if not self.stopped:
                staging.exchange()
                self.outcome.built = True

    def course(self, staging: Staging, editions: list[Edition]) -> None:
        """One course in every format, anew without each lesson that its pages speak against."""
        while editions and not self.halted:
            rows = len(self.outcome.rows)
            kind, name = self.request.kind, editions[0].name
            places = {form.name: f"{kind}/{form.name}/{name}" for form in self.exporters}
            passed = self.formats(staging, editions, places)
            heavy = {id(one): heaviest(x for x in passed if x.edition is one) for one in editions}
            bad = any(heavy.values())
            found = [] if bad else self.looked(staging, editions, places)
            if not bad and not errors(found):
                return
            del self.outcome.rows[rows:]
            for place in places.values():
                staging.drop(place)
            pairs = [(edition, [*found, *heavy[id(edition)]]) for edition in editions]
            editions = self.less(pairs)

    def formats(
        self, staging: Staging, editions: list[Edition], places: dict[str, str]
    ) -> list[Weighed]:
        """Stage every edition in every format; without pictures where one is too heavy."""
        passed: list[Weighed] = []
        for exporter in self.exporters:
            for edition in editions:
                self.watch(f"{edition.package_name}: {exporter.name}")
                pages = render(edition, images=self.request.images)
                heavy = any(weighed.heavy for weighed in passed)
                passed.append(Weighed(pages, edition, exporter.name, trial=heavy))
                made = self.artefacts(edition, exporter, passed[-1])
                with suppress(PassedError):
                    staged = staging.write(places[exporter.name], made)
                    self.weigh(staged / f"{edition.package_name}.zip")
        return passed

    def less(self, pairs: list[tuple[Edition, list[Problem]]]) -> list[Edition]:
        """Each edition without the lessons with errors of its own pages."""
        kept = []
        for edition, found in pairs:
            self.outcome.problems += (one for one in found if one not in self.outcome.problems)
            bad, others = blamed(edition.course, found)
            self.halted |= bool(others) or self.request.kind == "release"
            left = edition_without(edition, bad)
            kept += [left] if left.course.modules else []
        return related(kept)

    def artefacts(
        self, edition: Edition, exporter: Exporter[Any], pages: Weighed
    ) -> Iterator[Artefact]:
        """What the exporter yields; the row of the table follows, when the pages have passed."""
        yield from exporter.artefacts(edition, pages, exporter.options(edition.course))
        row = Row(
            edition.name,
            edition.locale,
            edition.kind,
            exporter.name,
            pages.count,
            0,
            pages.heaviest,
            _coverage(edition),
            left_out=tuple(lesson.id for lesson in edition.course.left_out),
            untranslated=tuple(one.id for one in edition.course.left_out if one.untranslated),
        )
        self.outcome.rows.append(row)

    def weigh(self, package: Path) -> None:
        """The bytes of a zip, in the last row."""
        if package.exists():
            rows = self.outcome.rows
            rows[-1] = replace(rows[-1], bytes=package.stat().st_size)

    def looked(
        self, staging: Staging, editions: list[Edition], places: dict[str, str]
    ) -> list[Problem]:
        """Verify what was staged, before it takes the old one's place."""
        numbers, found = Numbers(editions), []
        for exporter in self.exporters:
            place = places[exporter.name]
            self.watch(f"checking {place}")
            target, staged = self.request.dist / place, staging.staged(place)
            amiss = verify_package(staged, target.as_posix(), weigh=True)
            amiss += numbers.check(shown_in(staged, target.as_posix(), exporter))
            self.outcome.count(amiss, target.as_posix(), exporter.name)
            gone = [one for one in _missing(target, staged) if one not in self.outcome.removed]
            self.outcome.removed += gone
            found += amiss
        return found


def _missing(old: Path, new: Path) -> list[str]:
    """What stands in the old place, and will not stand in the new one."""
    names = {path.name for path in old.glob("*")} - {path.name for path in new.glob("*")}
    return [(old / name).as_posix() for name in sorted(names)]


def _twice(folder: Path, name: str) -> Problem:
    place = Place((folder / "course.yml").as_posix())
    message = f"Two of these courses have the id '{name}'"
    return Problem("C006", place, message, "Give one of them another id.")


def _busy(folder: Path) -> Problem:
    message = "Another build is writing into this folder"
    hint = "Wait until it has finished, then try again; or give a build its own folder by '--out'."
    return Problem("V011", Place(folder.as_posix()), message, hint)


def _exporters(request: Request, outcome: Outcome) -> list[Exporter[Any]]:
    known = find_exporters()
    for name in request.formats:
        if name not in known:
            hint = f"Known: {', '.join(sorted(known))}."
            place = Place(request.folders[0].as_posix())
            outcome.problems.append(Problem("C014", place, f"'{name}' is not a format", hint))
    names = request.formats or tuple(sorted(known))
    return [known[name] for name in names if name in known]


def _coverage(edition: Edition) -> int:
    """Percent of words shown in the locale, rounded down."""
    whole = add(part for name, part in edition.coverage.items() if name != INTERFACE)
    return whole.percent(shown(whole, edition.kind))


def verify_packages(packages: list[Path]) -> list[Problem]:
    """Look at packages that were built earlier; an exchange that was cut off is finished first."""
    found: list[Problem] = []
    for package in packages:
        try:
            heal(package)
            found += verify_package(package)
        except BusyError:
            found.append(_busy(package))
    return found
