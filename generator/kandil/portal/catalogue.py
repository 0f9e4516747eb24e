"""What the portal says of a course and of its packages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from kandil.exporters.site import Site
from kandil.localize.locale import resolve
from kandil.localize.words.cautions import reviewed
from kandil.model.course import Course, Module
from kandil.model.edition import Kind
from kandil.portal.pictures import card_picture
from kandil.portal.shelf import Package, packages, sheets
from kandil.problems import Place
from kandil.values import dataclass

FORMATS = {
    Site.name: "Pages (zip)",
    "scorm12": "SCORM 1.2",
    "scorm2004": "SCORM 2004",
    "cmi5": "cmi5",
    "mbz": "Moodle course backup",
    "moodle": "Moodle questions",
    "gift": "GIFT questions",
    "cartridge": "Common Cartridge",
    "qti": "QTI",
    "olx": "Open edX course",
    "h5p": "H5P",
}
"""As people call them; others are called by their own name."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One language of a course: what can be opened, and what can be handed on."""

    locale: str
    name: str
    """Of the language, in itself."""
    kind: Kind
    place: str
    """Its territory and variant; often empty."""
    packages: tuple[Package, ...]

    @property
    def pages(self) -> str:
        """The hosted course, under `dist/`; empty where there is none."""
        site = next((one for one in self.packages if one.form == Site.name), None)
        return f"{site.folder}/{self.locale}/index.html" if site else ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A line of the catalogue."""

    title: str
    about: str
    minutes: int


@dataclass(frozen=True)
class Card:
    """A course as the catalogue shows it: nothing that a glance over a shoulder should not read."""

    course: Course
    packages: tuple[Package, ...]
    sheets: tuple[str, ...] = ()
    """Under `dist/`: what trainers open or print."""

    @property
    def title(self) -> str:
        """Of a sensitive course, the discreet one."""
        discreet = self.course.discreet_title if self.course.sensitive else None
        return (discreet or self.course.title).plain

    @property
    def summary(self) -> str:
        """Of a sensitive course, none."""
        return "" if self.course.sensitive or not self.course.summary else self.course.summary.plain

    @property
    def reviewed(self) -> bool:
        """Whether a specialist has reviewed every lesson."""
        return reviewed(self.course)

    @property
    def minutes(self) -> int:
        """Of all lessons together; 0: not said."""
        return sum(module.minutes for module in self.course.modules)

    @property
    def lessons(self) -> list[Lesson]:
        """In their order; of a sensitive course, by their discreet titles."""
        rows = enumerate(self.course.modules, 1)
        if self.course.sensitive:
            return [Lesson(_named(one, f"{row}"), "", one.minutes) for row, one in rows]
        return [
            Lesson(one.title.plain, one.summary.plain if one.summary else "", one.minutes)
            for _, one in rows
        ]

    @property
    def aims(self) -> list[str]:
        """What learners can do afterwards; of a sensitive course, nothing."""
        return [] if self.course.sensitive else [one.text.plain for one in self.course.objectives]

    @cached_property
    def picture(self) -> Path | None:
        """Shown beside its title."""
        return card_picture(self.course)

    @property
    def heaviest(self) -> int:
        """Bytes of its heaviest package of pages."""
        return max((one.size for one in self.packages if one.form == Site.name), default=0)

    @cached_property
    def shelves(self) -> list[Shelf]:
        """By language and gate: what has passed stands first."""
        found: dict[tuple[str, Kind, str], list[Package]] = {}
        for one in self.packages:
            place = one.edition.removeprefix(one.course).strip("-.")
            found.setdefault((one.locale, one.kind, place), []).append(one)
        return [
            Shelf(locale, autonym(locale), kind, place, tuple(some))
            for (locale, kind, place), some in sorted(
                found.items(), key=lambda row: row[0][1] != "release"
            )
        ]

    @property
    def languages(self) -> list[str]:
        """Each once, in itself."""
        return list(dict.fromkeys(shelf.name for shelf in self.shelves))


def _named(lesson: Module, number: str) -> str:
    return lesson.discreet_title.plain if lesson.discreet_title else number


def autonym(locale: str) -> str:
    """`ქართული` of `ka`; a tag that nobody knows stands for itself."""
    language, _ = resolve(locale, Place("")) if locale else (None, [])
    return language.autonym if language else locale


def cards(courses: Sequence[Course], dist: Path) -> list[Card]:
    """In the order of the courses."""
    found = packages(dist)
    return [
        Card(
            course,
            tuple(one for one in found if one.course == course.id),
            tuple(sheets(dist, course.id)),
        )
        for course in courses
    ]


def size(number: int) -> str:
    """`73 kB`."""
    return f"{max(round(number / 1000), 1):,} kB"
