"""The steps in order: read, localize, render, package, verify. The only module that knows all."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kandil.editions import edition_problems
from kandil.exporters import find_exporters
from kandil.exporters.exporter import Exporter
from kandil.exporters.packages import shown_in, verify_package
from kandil.gates import release_problems
from kandil.lint.conflicts import lint_conflicts
from kandil.lint.discreet import lint_discreet_words
from kandil.lint.help import lint_help
from kandil.lint.known import known
from kandil.lint.phones import lint_shown_phones
from kandil.localize.apply import localize
from kandil.localize.coverage import INTERFACE, add, shown
from kandil.model.course import Course
from kandil.model.edition import Edition, Kind
from kandil.model.territory import Territory
from kandil.package.artefact import Artefact
from kandil.package.tree import Staging
from kandil.problems import Place, Problem, errors
from kandil.questions import find_questions
from kandil.read.course import read_course
from kandil.render.lesson import reasons
from kandil.render.pages import Page, Pages, render
from kandil.territory.gates import admit
from kandil.territory.read import INTERNATIONAL, read_territory, replaced_problems
from kandil.territory.select import select
from kandil.verify.numbers import Numbers

Watch = Callable[[str], None]
"""Told what is being done, for a progress line."""


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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: one edition in one format."""

    course: str
    locale: str
    edition: Kind
    format: str
    pages: int
    bytes: int
    """Of the package: the zip."""
    first_load: int
    """The heaviest page's, gzip -9."""
    coverage: int
    """Percent of words shown in the locale."""
    problems: int = 0


@dataclass(slots=True)
class Outcome:
    """What came of a build."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Folders and zips of an earlier run that this one did not make again."""


@dataclass(slots=True)
class Weighed:
    """Pages that note their weight as they pass, so that none is rendered twice for a table."""

    pages_of: Pages
    count: int = 0
    heaviest: int = 0

    @property
    def edition(self) -> Edition:
        """As `Pages`."""
        return self.pages_of.edition

    def pages(self) -> Iterator[Page]:
        """As `Pages`."""
        for page in self.pages_of.pages():
            self.count += 1
            self.heaviest = max(self.heaviest, page.first_load)
            yield page

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """As `Pages`."""
        return self.pages_of.assets()

    def tracked(self, script: str, content: bytes) -> Weighed:
        """As `Pages`, counted together with these."""
        self.pages_of = self.pages_of.tracked(script, content)
        return self


def build(request: Request, watch: Watch = lambda doing: None) -> Outcome:
    """Build courses; where anything is wrong with one, every old package stays as it was."""
    outcome = Outcome()
    exporters = _exporters(request, outcome)
    courses: list[list[Edition]] = []
    for folder in request.folders:
        watch(f"reading {folder.as_posix()}")
        course, found = _read(folder)
        outcome.problems += found
        if course and any(course.id == editions[0].course.id for editions in courses if editions):
            place = Place((folder / "course.yml").as_posix())
            message = f"Two of these courses have the id '{course.id}'"
            outcome.problems.append(Problem("C006", place, message, "Give one of them another id."))
        if course and not errors(outcome.problems):
            courses.append(_editions(request, course, outcome, watch))
    if errors(outcome.problems):
        return outcome
    with Staging(request.dist) as run:
        for editions in courses:
            numbers = Numbers(editions)
            for exporter in exporters:
                _package(request, run, editions, exporter, numbers, outcome, watch)
        if not errors(outcome.problems):
            run.exchange()
    return outcome


def _package(
    request: Request,
    run: Staging,
    editions: list[Edition],
    exporter: Exporter[Any],
    numbers: Numbers,
    outcome: Outcome,
    watch: Watch,
) -> None:
    """One course in one format, all its locales, staged and verified."""
    for edition in editions:
        watch(f"{edition.package_name}: {exporter.name}")
        place = f"{request.kind}/{exporter.name}/{edition.name}"
        staged = run.write(place, _artefacts(request, edition, exporter, outcome))
        _weigh(outcome, staged / f"{edition.package_name}.zip")
    if editions:
        watch(f"checking {editions[0].course.id}: {exporter.name}")
        label = (request.dist / place).as_posix()
        _look(staged, label, exporter, outcome)
        outcome.problems += numbers.check(shown_in(staged, label, exporter))
        outcome.removed += _missing(request.dist / place, staged)


def _missing(old: Path, new: Path) -> list[str]:
    """What stands in the old place, and will not stand in the new one."""
    names = {path.name for path in old.glob("*")} - {path.name for path in new.glob("*")}
    return [(old / name).as_posix() for name in sorted(names)]


def _read(folder: Path) -> tuple[Course | None, list[Problem]]:
    """All that is read is kept, so the collector would look through it in vain (a sixth of CPU)."""
    gc.disable()
    try:
        return read_course(folder, find_questions())
    finally:
        gc.freeze()
        gc.enable()


def _exporters(request: Request, outcome: Outcome) -> list[Exporter[Any]]:
    known = find_exporters()
    for name in request.formats:
        if name not in known:
            hint = f"Known: {', '.join(sorted(known))}."
            place = Place(request.folders[0].as_posix())
            outcome.problems.append(Problem("C014", place, f"'{name}' is not a format", hint))
    names = request.formats or tuple(sorted(known))
    return [known[name] for name in names if name in known]


def _editions(request: Request, whole: Course, outcome: Outcome, watch: Watch) -> list[Edition]:
    """The editions that pass their gates, each knowing its siblings."""
    course, found = select(whole, request.variant, request.territory)
    territory, more = _territory(request, course)
    outcome.problems += [*found, *more, *release_problems(course, request.kind, request.as_of)]
    outcome.problems += [
        *edition_problems(course, whole),
        *lint_conflicts(course),
        *lint_help(course),
    ]
    editions, numbers = [], known(Path(course.folder))
    for locale in dict.fromkeys(request.locales or (course.language,)):
        watch(f"localizing {course.id} to {locale}")
        edition, found = localize(course, locale, request.kind, request.as_of, (locale,))
        outcome.problems += found
        if not any(problem.code == "G001" for problem in found) and edition:
            outcome.problems += lint_discreet_words(edition.course, locale)
            phones = lint_shown_phones(edition.course, locale, numbers, territory)
            outcome.problems += [one for one in phones if one not in outcome.problems]
            editions.append(replace(edition, territory=territory, variant=request.variant))
    why = {edition.locale: " ".join(reasons(edition)) for edition in editions}
    return [replace(edition, siblings=tuple(why), why=why) for edition in editions]


def _territory(request: Request, course: Course) -> tuple[Territory | None, list[Problem]]:
    """The territory asked for, with the contacts that this edition may show."""
    if not request.territory:
        return None, []
    folder = Path(course.folder)
    territory, problems = read_territory(folder, request.territory)
    if not request.own_territories:
        problems += replaced_problems(folder, (request.territory, INTERNATIONAL), request.kind)
    if territory is None or errors(problems):
        return None, problems
    territory, found = admit(territory, request.kind, request.as_of)
    return territory, problems + found


def _artefacts(
    request: Request, edition: Edition, exporter: Exporter[Any], outcome: Outcome
) -> Iterator[Artefact]:
    """What the exporter yields; the row of the table follows, when the pages have passed by."""
    pages = Weighed(render(edition, images=request.images))
    yield from exporter.artefacts(edition, pages, exporter.options(edition.course))
    course, locale, coverage = edition.name, edition.locale, _coverage(edition)
    outcome.rows.append(
        Row(course, locale, edition.kind, exporter.name, pages.count, 0, pages.heaviest, coverage)
    )


def _weigh(outcome: Outcome, package: Path) -> None:
    if package.exists():
        outcome.rows[-1] = replace(outcome.rows[-1], bytes=package.stat().st_size)


def _coverage(edition: Edition) -> int:
    """Percent of words shown in the locale, rounded down."""
    whole = add(part for name, part in edition.coverage.items() if name != INTERFACE)
    return whole.percent(shown(whole, edition.kind))


def _look(staged: Path, place: str, exporter: Exporter[Any], outcome: Outcome) -> None:
    """Verify what was staged, before it takes the old one's place."""
    found = verify_package(staged, place)
    outcome.problems += found
    for index, row in enumerate(outcome.rows):
        mine = sum(_concerns(problem, row) for problem in found)
        outcome.rows[index] = replace(row, problems=row.problems + mine)


def _concerns(problem: Problem, row: Row) -> bool:
    place = f"/{row.format}/{row.course}/"
    names = (f"{place}{row.locale}/", f"{place}{row.course}-{row.locale}")
    return any(name in problem.place.file for name in names)


def verify_packages(packages: list[Path]) -> list[Problem]:
    """Look at packages that were built earlier."""
    return [problem for package in packages for problem in verify_package(package)]


def as_json(rows: list[Row], problems: list[dict[str, str | int]]) -> str:
    """The table and the problems for a machine."""
    table = [{name: getattr(row, name) for name in Row.__slots__} for row in rows]
    return json.dumps({"editions": table, "problems": problems}, ensure_ascii=False, indent=1)
