"""The steps in order: read, localize, render, package, verify. The only module that knows all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import field
from functools import partial
from pathlib import Path

from kandil.build.alike import RefusedError
from kandil.build.basis import Basis
from kandil.build.beside import related
from kandil.build.crew import Crew, LostError
from kandil.build.handed import Handed, unfit
from kandil.build.inventory import Inventory, take
from kandil.build.leaving import blamed, edition_without
from kandil.build.numberless import Numberless
from kandil.build.outcome import Outcome
from kandil.build.part import Part
from kandil.build.places import Places, row
from kandil.build.prepare import Watch, prepare
from kandil.build.reading import Hands, ReadCourse, read, read_for
from kandil.build.rendering import Elsewhere
from kandil.build.request import Request
from kandil.build.settings import idle, with_settings
from kandil.build.verify import kept_open, numbers_in, verify_made, verify_package, yielded
from kandil.build.weighed import PassedError, Passing, Weighed, heaviest
from kandil.exporters import bars, find_exporters, lacks, usual
from kandil.exporters.exporter import Format
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.hollow import hollowed
from kandil.package.exchange import heal
from kandil.package.lock import BusyError
from kandil.package.tree import Staging, TakenError
from kandil.problems import Place, Problem, errors
from kandil.render.handouts.pages import Handouts
from kandil.render.site.pages import Pages, render
from kandil.values import dataclass
from kandil.verify.contents import weight_of


def build(
    request: Request, watch: Watch = lambda doing: None, basis: Basis | None = None
) -> Outcome:
    """Build courses; where one cannot be built, every old package stays as it was.

    `basis`: on which answers of earlier runs may be used.
    """
    try:
        return _build(request, watch, basis)
    except LostError:
        # Somebody has ended a process, or the memory was short: one alone needs less of it.
        return _build(request, watch, apart=False)


def _build(
    request: Request, watch: Watch, basis: Basis | None = None, apart: bool = True
) -> Outcome:
    """`apart`: several processes may share the work."""
    run = _Run(request, watch, basis)
    run.exporters = _exporters(request, run.outcome)
    if run.outcome.problems:
        return run.outcome
    run.apart = apart
    try:
        run.package()
    except RefusedError as refused:
        run.outcome.problems += refused.problems
    except BusyError:
        run.outcome.problems.append(_busy(request.dist))
    except TakenError as taken:
        message = "A link or a file stands where a folder for packages should"
        hint = "Take it away, or build into another folder with '--out'."
        run.outcome.problems.append(Problem("V012", Place(str(taken)), message, hint))
    finally:
        run.held.close()
    return run.outcome


@dataclass(slots=True)
class _Run:
    """One build, from the courses to their packages."""

    request: Request
    watch: Watch
    basis: Basis | None
    exporters: list[Format] = field(default_factory=list)
    outcome: Outcome = field(default_factory=Outcome)
    apart: bool = False
    """Whether several processes may share the work."""
    crews: dict[str, Crew[Part]] = field(default_factory=dict)
    """Those who have the words of a course, by its id."""
    held: ExitStack = field(default_factory=ExitStack)
    """Ends every crew, and also that of a course whose id was taken."""
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
            have = self.read(folder)
            course, problems = have.course, have.problems
            if course is None:
                self.halted = True
                self.outcome.problems += problems
                continue
            self.outcome.private |= course.sensitive
            if have.crew:
                self.crews[course.id] = have.crew
            course = with_settings(course, self.request.settings, self.exporters)
            done = prepare(course, problems, self.request.wanted, self.watch, have.crew)
            self.outcome.problems += done.problems
            self.halted |= done.stopped
            if course.id in found:
                self.halted = True
                self.outcome.problems.append(_twice(folder, course.id))
            found[course.id] = related(done.editions, self.request.host)
        return list(found.values())

    def read(self, folder: Path) -> ReadCourse:
        """By one process, or by several that keep the words."""
        if not self.apart:
            return ReadCourse(*read(folder))
        locales, hands = max(len(self.request.locales), 1), _hands(self.request)
        have = read_for(self.exporters, folder, locales, self.basis, hands)
        return self.held.enter_context(closing(have))

    def package(self) -> None:
        """Read every course, stage it and exchange them; whoever comes too late reads nothing."""
        with Staging(self.request.dist) as staging:
            courses = self.prepared()
            for editions in [] if self.stopped else courses:
                self.course(staging, editions)
            if not self.stopped:
                self.outcome.made = _made(staging, self.request.dist)
                staging.exchange()
                self.outcome.built = True

    def course(self, staging: Staging, editions: list[Edition]) -> None:
        """One course in every format, anew without each lesson that its pages speak against."""
        amiss = [*self.refused(editions)] if editions else []
        self.outcome.problems += amiss
        self.halted |= bool(errors(amiss))
        while editions and not self.halted:
            rows = len(self.outcome.rows)
            places = Places(self.request.kind, editions[0].name)
            passed = self.formats(staging, editions, places)
            heavy = {
                one.locale: heaviest(x for x in passed if x.edition.locale == one.locale)
                for one in editions
            }
            bad = any(heavy.values())
            found = [] if bad else self.looked(staging, editions, places)
            if not bad and not errors(found):
                self.outcome.editions += map(hollowed, editions)
                return
            del self.outcome.rows[rows:]
            for place in places.made:
                staging.drop(place)
            editions = self.less([(one, [*found, *heavy[one.locale]]) for one in editions])

    def refused(self, editions: list[Edition]) -> Iterator[Problem]:
        """What keeps the course from the formats that were asked for."""
        course = editions[0].course
        yield from (_barred(one.name, course) for one in self.exporters if bars(one, course))
        yield from unfit(editions, self.exporters)

    def formats(self, staging: Staging, editions: list[Edition], places: Places) -> list[Weighed]:
        """Stage the course in every format; without pictures where a page is too heavy."""
        passed: list[Weighed] = []
        handed = Handed(editions)
        for exporter in self.exporters:
            heavy = any(weighed.heavy for weighed in passed)
            passing = Passing(exporter, self.rendered(exporter.name), self.sheets, trial=heavy)
            ready, changed = handed.to(exporter)
            self.outcome.problems += (one for one in changed if one not in self.outcome.problems)
            place, made = places.of(exporter), []
            for artefact in exporter.artefacts(ready, passing, exporter.options(ready[0].course)):
                with suppress(PassedError):
                    staging.write(place, [artefact], exporter.name)
                    made.append(artefact.written())
            places.made[place] += [(exporter.name, artefact) for artefact in made]
            folder = staging.staged(place)
            self.outcome.rows += (row(one, exporter.name, passing, folder, made) for one in ready)
            passed += passing.by_locale.values()
        return passed

    def rendered(self, form: str) -> Callable[[Edition], Pages]:
        """Gives the pages of an edition, and says so."""

        def pages(edition: Edition) -> Pages:
            self.watch(f"{edition.package_name}: {form}")
            crew = self.crews.get(edition.course.id)
            elsewhere = Elsewhere(crew) if crew else None
            return render(edition, images=self.request.images, elsewhere=elsewhere)

        return pages

    def sheets(self, edition: Edition) -> Handouts:
        """What a facilitator prints of an edition."""
        crew = self.crews.get(edition.course.id)
        lessons = Elsewhere(crew).printed if crew else None
        return Handouts(edition, self.request.images, lessons)

    def less(self, pairs: list[tuple[Edition, list[Problem]]]) -> list[Edition]:
        """Each edition without the lessons with errors of its own pages."""
        kept = []
        for edition, found in pairs:
            self.outcome.problems += (one for one in found if one not in self.outcome.problems)
            bad, others = blamed(edition.course, found)
            self.halted |= bool(others) or self.request.kind == "release"
            left = edition_without(edition, bad)
            kept += [left] if left.course.modules else []
        return related(kept, self.request.host)

    def looked(self, staging: Staging, editions: list[Edition], places: Places) -> list[Problem]:
        """Verify what was staged, before it takes the old one's place."""
        numberless, found = Numberless(editions, self.basis), []
        for digest, weight in staging.weights.items():
            weight_of.learn(digest, weight)
        for place, made in places.made.items():
            self.watch(f"checking {place}")
            target, staged = self.request.dist / place, staging.staged(place)
            packages = list(yielded(staged, target.as_posix(), made))
            with kept_open(packages, {staged: staging.read_back(place)}):
                amiss = verify_made(packages)
                amiss += numbers_in(packages, numberless.numbers)
            self.outcome.count(amiss, target.as_posix(), {form for form, _ in made})
            gone = [one for one in _missing(target, staged) if one not in self.outcome.removed]
            self.outcome.removed += gone
            found += amiss
        numberless.note()
        return found


def _made(staging: Staging, dist: Path) -> dict[str, Inventory]:
    """What will stand in each place; its files were compared with their sums a moment ago."""
    made = {}
    for place in staging.places:
        staged, target = staging.staged(place).as_posix(), (dist / place).as_posix()
        known = {f"{staged}/{path}": digest for path, digest in staging.sums(place).items()}
        made[target] = take([Path(staged)], known=known).moved(staged, target)
    return made


def _missing(old: Path, new: Path) -> list[str]:
    """What stands in the old place, and will not stand in the new one."""
    names = {path.name for path in old.glob("*")} - {path.name for path in new.glob("*")}
    return [(old / name).as_posix() for name in sorted(names)]


def _hands(request: Request) -> Hands | None:
    """Other machines, where they are asked for: only then is all loaded that it needs."""
    if not request.scheduler:
        return None
    from kandil.build.scheduler import scheduled

    return partial(scheduled, request.scheduler, request.dist)


def _twice(folder: Path, name: str) -> Problem:
    place = Place((folder / "course.yml").as_posix())
    message = f"Two of these courses have the id '{name}'"
    return Problem("C006", place, message, "Give one of them another id.")


def _barred(form: str, course: Course) -> Problem:
    place = Place(f"{course.folder}/course.yml")
    message = f"'{form}' is shown by a platform: there a sensitive course has no gate and no exit"
    return Problem("E002", place, message, "Take 'scorm12', 'scorm2004', 'cmi5' or 'site' for it.")


def _busy(folder: Path) -> Problem:
    message = "Another build is writing into this folder"
    hint = "Wait until it has finished, then try again; or give a build its own folder by '--out'."
    return Problem("V011", Place(folder.as_posix()), message, hint)


def _exporters(request: Request, outcome: Outcome) -> list[Format]:
    known = find_exporters()
    place = Place(request.folders[0].as_posix())
    for name in request.formats:
        if name not in known:
            hint = f"Known: {', '.join(sorted(known))}."
            outcome.problems.append(Problem("C014", place, f"'{name}' is not a format", hint))
        elif lacks(known[name]):
            message = f"The format '{name}' needs packages that are not installed"
            hint = f"Install them beside Kandil: pip install 'kandil[{name}]'"
            outcome.problems.append(Problem("E001", place, message, hint))
    names = request.formats or tuple(sorted(usual(known)))
    chosen = [known[name] for name in names if name in known]
    outcome.problems += idle(request.settings, chosen, place)
    return chosen


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
