"""What stops an edition: the one list of `kandil check` and `kandil build` (`rulings.md` 42)."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kandil.build.leaving import blamed, translated, unlinked, without
from kandil.build.left_questions import edition_problems
from kandil.build.release import release_problems, unrepeated
from kandil.lint.lint import LintContext, Moment
from kandil.lint.look import ask, material
from kandil.lint.phones.known import known
from kandil.lint.phones.territories import lint_territory
from kandil.localize.apply import localize
from kandil.localize.coverage import WAITS
from kandil.model.course import Course
from kandil.model.edition import Edition, Kind
from kandil.model.territory import Territory
from kandil.problems import Problem, errors
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.html.images import first_bytes
from kandil.render.site.lesson import reasons
from kandil.territory.gates import admit
from kandil.territory.read import INTERNATIONAL, read_territory, replaced_problems
from kandil.territory.select import select

Watch = Callable[[str], None]
"""Told what is being done, for a progress line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which editions."""

    kind: Kind
    as_of: date
    locales: tuple[str, ...] = ()
    """Empty: the source language."""
    territory: str = ""
    """Code of a file in `locales/territories/`; empty: no contacts, no blocks for a territory."""
    variant: str = ""
    own_territories: bool = False
    """True: a territory file of the project's own may take the place of Kandil's in a release."""


@dataclass(slots=True)
class Prepared:
    """The editions of a course that can be built, and everything that was found."""

    editions: list[Edition] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    """True where something is wrong that is no lesson's, so that no edition can be built."""


def read(folder: Path) -> tuple[Course | None, list[Problem]]:
    """The course, without the lessons whose front matter cannot be read.

    All that is read is kept, so the collector would look through it in vain (a sixth of CPU).
    """
    gc.disable()
    try:
        return read_course(folder, find_questions(), partial=True)
    finally:
        gc.freeze()
        gc.enable()


def prepare(course: Course, found: list[Problem], wanted: Wanted, watch: Watch) -> Prepared:
    """The editions of a course, `found` what was found when it was read.

    A lesson with errors is left out: everywhere, or in the locale whose translation is bad. A
    release is built only where there are none; it is looked at all the same, to tell all at once.
    A preview does without a lesson that is not translated enough, too, and that is no error.
    """
    bad, others = blamed(course, found)
    if _faults(others, found) or len(bad) == len(course.modules) + len(course.left_out):
        return Prepared(problems=found, stopped=True)
    whole = without(course, bad)
    cut, more = select(whole, wanted.variant, wanted.territory)
    territory, others = shown_territory(wanted, cut)
    more += [*others, *release_problems(cut, wanted.kind, wanted.as_of)]
    more += [*edition_problems(cut, whole), *unrepeated(_linted(cut, wanted), more)]
    bad, others = blamed(cut, more)
    work = _Work(wanted, territory, bad if wanted.kind == "preview" else set())
    for locale in dict.fromkeys(wanted.locales or (course.language,)):
        watch(f"localizing {course.id} to {locale}")
        work.localized(cut, locale)
    problems = list(dict.fromkeys([*found, *more, *work.problems]))
    return Prepared(related(work.editions), problems, bool(others))


def _linted(course: Course, wanted: Wanted) -> list[Problem]:
    """What the lints find in what a variant and a territory keep."""
    words = material(course, first_bytes)
    return ask(LintContext(Moment.SELECTION, words, course.language, wanted.as_of))


def _faults(others: list[Problem], found: list[Problem]) -> list[Problem]:
    """Errors that stop everything; those of a bank from which nobody draws do not."""
    idle = {problem.place.file for problem in found if problem.code == "Q709"}
    return [problem for problem in others if problem.place.file not in idle]


@dataclass(slots=True)
class _Work:
    """Goes through the locales of a course that was cut for its edition."""

    wanted: Wanted
    territory: Territory | None
    bad: set[str]
    """Lessons that no locale can have."""
    editions: list[Edition] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def localized(self, course: Course, locale: str) -> None:
        """Add the edition in this locale, if it passes its gates."""
        edition, found = self.edition(course, locale)
        bad, others = blamed(course, found)
        left = (bad | self.bad) & {module.id for module in course.modules}
        if edition and left and self.wanted.kind == "preview":
            found = [problem for problem in found if problem.code not in WAITS]
            edition, more = self.edition(without(course, left, edition), locale)
            found += more
        self.problems += found
        gated = any(problem.code == "G001" for problem in found)
        edition = edition and translated(edition)
        if edition and edition.course.modules and not gated and not others:
            ready = replace(edition, course=unlinked(edition.course), territory=self.territory)
            self.editions.append(replace(ready, variant=self.wanted.variant))

    def edition(self, course: Course, locale: str) -> tuple[Edition | None, list[Problem]]:
        """One locale, and what is wrong with it."""
        kind, as_of = self.wanted.kind, self.wanted.as_of
        edition, found = localize(course, locale, kind, as_of, (locale,))
        if edition and not any(problem.code == "G001" for problem in found):
            words, shown = material(edition.course, first_bytes), self.territory
            found += ask(LintContext(Moment.EDITION, words, locale, as_of, territory=shown))
        return edition, found


def related(editions: list[Edition]) -> list[Edition]:
    """Each knowing its siblings."""
    why = {edition.locale: " ".join(reasons(edition)) for edition in editions}
    away = {e.locale: frozenset(one.id for one in e.course.left_out) for e in editions}
    return [replace(one, siblings=tuple(why), why=why, away=away) for one in editions]


def shown_territory(wanted: Wanted, course: Course) -> tuple[Territory | None, list[Problem]]:
    """The territory asked for, with the contacts that this edition may show."""
    if not wanted.territory:
        return None, []
    folder = Path(course.folder)
    territory, problems = read_territory(folder, wanted.territory)
    if territory is None or errors(problems):
        return None, problems
    territory, found = admit(territory, wanted.kind, wanted.as_of)
    found += lint_territory(territory, known(folder))
    if not wanted.own_territories:
        found += replaced_problems(folder, (wanted.territory, INTERNATIONAL), wanted.kind)
    return territory, problems + found
