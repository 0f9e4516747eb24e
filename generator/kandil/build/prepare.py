"""What stops an edition: the one list of `kandil check` and `kandil build` (`rulings.md` 42)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from pathlib import Path

from kandil.build.beside import related
from kandil.build.crew import Alone, Crew
from kandil.build.leaving import blamed, edition_without, translated, unlinked, without
from kandil.build.part import LocalizedPart, Look, Part
from kandil.build.settings import wrong_settings
from kandil.build.wanted import Wanted
from kandil.exporters import find_exporters
from kandil.lint.phones.known import known
from kandil.lint.phones.territories import lint_territory
from kandil.localize.apply import gates, localize_part
from kandil.localize.words.finish import finish
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.territory import Territory
from kandil.problems import Problem, errors
from kandil.territory.gates import admit
from kandil.territory.read import INTERNATIONAL, read_territory, replaced_problems
from kandil.territory.select import lost_addresses, unknown_variant
from kandil.values import dataclass

Watch = Callable[[str], None]
"""Told what is being done, for a progress line."""


@dataclass(slots=True)
class Prepared:
    """The editions of a course that can be built, and everything that was found."""

    editions: list[Edition] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    """True where something is wrong that is no lesson's, so that no edition can be built."""


def prepare(
    course: Course,
    found: list[Problem],
    wanted: Wanted,
    watch: Watch,
    crew: Crew[Part] | None = None,
) -> Prepared:
    """The editions of a course, `found` what was found when it was read.

    A lesson with errors is left out: everywhere, or in the locale whose translation is bad. A
    release is built only where there are none; it is looked at all the same, to tell all at once.
    A preview does without a lesson that is not translated enough, too, and that is no error.

    `crew`: who has the lessons, where `course` is hollow; its editions are hollow then.
    """
    bad, others = blamed(course, found)
    if _faults(others, found) or len(bad) == len(course.modules) + len(course.left_out):
        return Prepared(problems=found, stopped=True)
    whole = without(course, bad)
    territory, more = shown_territory(wanted, whole)
    locales = tuple(dict.fromkeys(wanted.locales or (course.language,)))
    watch(f"localizing {course.id} to {', '.join(locales)}")
    lost = frozenset(lost_addresses(whole, wanted.variant, wanted.territory))
    order = Look(whole, wanted, locales, territory, lost, briefly=crew is not None)
    parts = [*(crew or Alone([Part.whole(course)])).ask(order)]
    more += unknown_variant(whole, wanted.variant)
    more += wrong_settings(whole, find_exporters())
    more += (problem for part in parts for problem in part.problems)
    bad, others = blamed(whole, more)
    work = _Join(wanted, territory, bad if wanted.kind == "preview" else set())
    for locale in locales:
        work.localized(
            whole, locale, [one.locales[locale] for one in parts if locale in one.locales]
        )
    problems = list(dict.fromkeys([*found, *more, *work.problems]))
    return Prepared(related(work.editions), problems, bool(others))


def _faults(others: list[Problem], found: list[Problem]) -> list[Problem]:
    """Errors that stop everything; those of a bank from which nobody draws do not."""
    idle = {problem.place.file for problem in found if problem.code == "Q709"}
    return [problem for problem in others if problem.place.file not in idle]


@dataclass(slots=True)
class _Join:
    """Makes editions of the parts of a course."""

    wanted: Wanted
    territory: Territory | None
    bad: set[str]
    """Lessons that no locale can have."""
    editions: list[Edition] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def localized(self, course: Course, locale: str, parts: list[LocalizedPart]) -> None:
        """Add the edition in this locale, if it passes its gates."""
        edition, found = self.joined(course, locale, parts)
        self.problems += found
        if edition is None:
            return
        bad, others = blamed(course, [*found, *(p for part in parts for p in part.linted)])
        if self.wanted.kind == "preview":
            left = (bad | self.bad) & {module.id for module in course.modules}
            edition = edition_without(edition, left)
        amiss = gates(edition)
        self.problems += amiss
        if any(problem.code == "G001" for problem in amiss):
            return
        self.problems += (problem for part in parts for problem in part.linted)
        edition = translated(edition)
        if edition.course.modules and not others:
            ready = replace(edition, course=unlinked(edition.course), territory=self.territory)
            self.editions.append(finish(replace(ready, variant=self.wanted.variant)))

    def joined(
        self, course: Course, locale: str, parts: list[LocalizedPart]
    ) -> tuple[Edition | None, list[Problem]]:
        """The course's own words here, and the lessons as the parts have them."""
        kind, as_of, front = self.wanted.kind, self.wanted.as_of, replace(course, modules=())
        edition, found = localize_part(front, locale, kind, as_of, (locale,))
        if edition is None:
            return None, found
        found += (problem for part in parts for problem in part.problems)
        modules = {module.id: module for part in parts for module in part.modules}
        every = tuple(modules.get(module.id, module) for module in course.modules)
        coverage, drafts = dict(edition.coverage), edition.drafts
        for part in parts:
            coverage |= part.coverage
            drafts |= part.drafts
        localized = replace(edition.course, modules=every)
        allowed = frozenset(digits for part in parts for digits in part.allowed)
        whole = replace(edition, course=localized, coverage=coverage, drafts=drafts)
        return replace(whole, allowed=allowed), found


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
