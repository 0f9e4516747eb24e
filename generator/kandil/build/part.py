"""Some lessons of a course, looked at apart from the others: the share of one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from kandil.build.left_questions import edition_problems
from kandil.build.packed import Packed, pack
from kandil.build.release import release_problems, unrepeated
from kandil.build.wanted import Wanted
from kandil.lint.lint import LintContext, Moment
from kandil.lint.look import ask, look_at, material_of
from kandil.lint.material import Material
from kandil.lint.phones.phones import allowed_numbers
from kandil.lint.readability.measure import Measure
from kandil.lint.reviews.believed import believed_lesson
from kandil.localize.apply import localize_part
from kandil.model.course import Course, Module
from kandil.model.edition import Coverage, Edition
from kandil.model.hollow import hollow
from kandil.model.territory import Territory
from kandil.problems import Problem
from kandil.read.course.cover import Cover
from kandil.read.course.lessons import Lesson, read_lesson
from kandil.render.html.images import first_bytes
from kandil.territory.select import select
from kandil.values import dataclass

_Seen = tuple[object, date, Territory | None]
_Linted = tuple[tuple[Problem, ...], frozenset[str]]
"""Problems, and digits that an edition may show."""


@dataclass(slots=True)
class Part:
    """Lessons with their words, and what was made of them last."""

    cover: Cover | None = None
    """Of the course that `names` belong to, until they are read."""
    names: tuple[str, ...] = ()
    modules: dict[str, Module] = field(default_factory=dict)
    """By id, as they were read."""
    editions: dict[str, Edition | Packed] = field(default_factory=dict)
    """By locale, with these lessons alone."""
    linted: dict[str, tuple[_Seen, _Linted]] = field(default_factory=dict)
    """By locale, what lints were asked of these last, and what they found."""

    @classmethod
    def whole(cls, course: Course) -> Part:
        """All lessons of a course that has its words."""
        return cls(modules={module.id: module for module in course.modules})

    def edition(self, locale: str) -> Edition:
        """With these lessons alone."""
        found = self.editions[locale]
        return found.whole() if isinstance(found, Packed) else found

    def of(self, course: Course) -> Course:
        """The course with these lessons; the others count as left out."""
        places = sorted(course.places[name] for name in self.modules if name in course.places)
        mine = tuple(self.modules[course.modules[place].id] for place in places)
        others = [*course.away]
        for place in reversed(places):
            del others[place]
        return replace(course, modules=mine, left_out=(*course.left_out, *others))


@dataclass(frozen=True, slots=True)
class Read:
    """An order: read some lessons."""

    briefly: bool
    """Whether nobody but the part needs the words."""
    lasting: ClassVar[bool] = True
    secret: ClassVar[bool] = False

    def __call__(self, part: Part) -> tuple[Lesson, ...]:
        """Notes the lessons in the part."""
        lessons = tuple(_read(part.cover, name) for name in part.names) if part.cover else ()
        part.modules = {one.module.id: one.module for one in lessons if one.module}
        return tuple(one.hollow() for one in lessons) if self.briefly else lessons


def _read(cover: Cover, name: str) -> Lesson:
    """Who has reviewed other words is no reviewer of it."""
    lesson = read_lesson(cover, name)
    if lesson.module is None or cover.meta is None:
        return lesson
    module, found = believed_lesson(cover.folder, cover.meta.id, lesson.module)
    return replace(lesson, module=module, problems=(*lesson.problems, *found))


@dataclass(frozen=True, slots=True)
class LookedAtSource:
    """What came of it."""

    problems: tuple[Problem, ...]
    measures: tuple[tuple[str, Measure], ...]
    """Of the sentences of each lesson, by its id."""


@dataclass(frozen=True, slots=True)
class LookAtSource:
    """An order: what a check finds in some lessons and in their translations."""

    course: Course
    as_of: date
    lasting: ClassVar[bool] = False
    secret: ClassVar[bool] = False

    def __call__(self, part: Part) -> LookedAtSource:
        """Of the course as it is written."""
        course = part.of(self.course)
        material = material_of(course, first_bytes)
        problems = tuple(look_at(course, material, self.as_of))
        return LookedAtSource(problems, material.measures(course))


@dataclass(frozen=True, slots=True)
class LocalizedPart:
    """Lessons in one locale."""

    modules: tuple[Module, ...]
    """Without those that are as they were in the order."""
    coverage: dict[str, Coverage]
    drafts: frozenset[str]
    problems: tuple[Problem, ...]
    linted: tuple[Problem, ...]
    """What lints find in them; of no interest where the edition does not pass its gates."""
    allowed: frozenset[str]
    """Digits that they may show (`Edition.allowed`)."""


@dataclass(frozen=True, slots=True)
class LookedPart:
    """What came of `Look`."""

    problems: tuple[Problem, ...]
    """In every locale."""
    locales: dict[str, LocalizedPart]
    """Without those that are not known."""


@dataclass(frozen=True, slots=True)
class Look:
    """An order: select, localize and look at some lessons."""

    course: Course
    """All lessons of the course, which may be hollow."""
    wanted: Wanted
    locales: tuple[str, ...]
    territory: Territory | None
    lost: frozenset[str]
    """Addresses that this edition does not have."""
    briefly: bool
    """Whether nobody but the part needs the words."""
    lasting: ClassVar[bool] = True

    @property
    def secret(self) -> bool:
        """Contacts may be drafts."""
        return self.territory is not None

    def __call__(self, part: Part) -> LookedPart:
        """Notes the editions in the part."""
        wanted, course = self.wanted, part.of(self.course)
        cut, problems = select(course, wanted.variant, wanted.territory, self.lost)
        problems += release_problems(cut, wanted.kind, wanted.as_of)
        words = Material(cut, first_bytes)
        linted = ask(LintContext(Moment.SELECTION, words, cut.language, wanted.as_of))
        problems += [*edition_problems(cut, course), *unrepeated(linted, problems)]
        part.editions.clear()
        part.linted = {tag: one for tag, one in part.linted.items() if tag in self.locales}
        locales = (self._localized(part, cut, locale) for locale in self.locales)
        pairs = zip(self.locales, locales, strict=True)
        return LookedPart(tuple(problems), {tag: done for tag, done in pairs if done})

    def _localized(self, part: Part, course: Course, locale: str) -> LocalizedPart | None:
        kind, as_of = self.wanted.kind, self.wanted.as_of
        edition, problems = localize_part(course, locale, kind, as_of, (locale,))
        if edition is None:
            return None
        waits = self.briefly and len(self.locales) > 1 and locale != course.language
        held = pack(edition, course) if waits else edition
        part.editions[locale] = held
        shown = held.shown if isinstance(held, Packed) else edition.course
        linted, allowed = self._linted(part, edition.course, shown, locale)
        return LocalizedPart(
            tuple(self._shown(edition.course.modules)),
            edition.coverage,
            edition.drafts,
            tuple(problems),
            linted,
            allowed,
        )

    def _shown(self, modules: Iterable[Module]) -> Iterator[Module]:
        """Those that the order does not hold in this very way."""
        every, places = self.course.modules, self.course.places
        for module in map(hollow, modules) if self.briefly else modules:
            if module != every[places[module.id]]:
                yield module

    def _linted(self, part: Part, course: Course, shown: object, locale: str) -> _Linted:
        """A release most often shows what a preview has shown: then it is not looked at again."""
        seen: _Seen = shown, self.wanted.as_of, self.territory
        if locale not in part.linted or part.linted[locale][0] != seen:
            words = Material(course, first_bytes)
            context = LintContext(
                Moment.EDITION, words, locale, self.wanted.as_of, territory=self.territory
            )
            found = tuple(ask(context)), frozenset(allowed_numbers(words))
            part.linted[locale] = seen, found
        return part.linted[locale][1]
