"""A course in one locale: each block in the best words that there are, and marked where it fell."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from kandil.localize.choose import Chosen, choose
from kandil.localize.coverage import COURSE, INTERFACE, gate
from kandil.localize.folders import (
    catalogue_folders,
    course_file,
    interface_file,
    project_folder,
)
from kandil.localize.interface import interface
from kandil.localize.layers import stack
from kandil.localize.locale import asked
from kandil.localize.pseudo import pseudo_text
from kandil.localize.units import units
from kandil.model.course import Course, Module
from kandil.model.edition import Coverage, Edition, Kind
from kandil.model.text import map_texts
from kandil.paths import locales
from kandil.problems import Place, Problem
from kandil.values import dataclass

Node = TypeVar("Node", Course, Module)


def localize(
    course: Course,
    locale: str,
    kind: Kind,
    as_of: date,
    siblings: tuple[str, ...],
    folders: tuple[Path, ...] | None = None,
    option: str = "--locales",
) -> tuple[Edition | None, list[Problem]]:
    """The edition of `course` in `locale`, and what is wrong with its translation.

    `option` is how the locale was asked for. `folders` hold `<locale>/ui.po` and
    `<locale>/<course>/<module>.po`, the first one first. The edition is None where the locale is
    not known; a gate that it does not pass is a G001.
    """
    edition, problems = localize_part(course, locale, kind, as_of, siblings, folders, option)
    return edition, problems + (gates(edition) if edition else [])


def localize_part(
    course: Course,
    locale: str,
    kind: Kind,
    as_of: date,
    siblings: tuple[str, ...],
    folders: tuple[Path, ...] | None = None,
    option: str = "--locales",
) -> tuple[Edition | None, list[Problem]]:
    """The same of some lessons of a course, which no gate can judge."""
    language, problems = asked(course, locale, option)
    if language is None:
        return None, problems
    if language.pseudo and kind == "release":
        message = f"{option}: '{locale}' is for tests of the pages, and is built as a preview only"
        place, hint = Place(f"{course.folder}/course.yml"), "Build it with '--edition preview'."
        problems.append(Problem("G002", place, message, hint))
    places = catalogue_folders(course) if folders is None else folders
    words, found = interface(language, kind, places)
    problems += found
    work = Work(course, locale, kind, places, problems)
    if language.pseudo:
        course = map_texts(course, partial(pseudo_text, locale))
    elif locale != course.language:
        course = work.whole()
    return (
        Edition(
            course,
            locale,
            language.direction,
            kind,
            as_of,
            siblings,
            words.translate,
            words.plural,
            work.coverage | ({INTERFACE: words.coverage} if words.coverage else {}),
            frozenset(work.drafts | ({INTERFACE} if words.drafts else set())),
        ),
        problems,
    )


@dataclass(slots=True)
class Work:
    """Goes through a course, one PO file at a time, and keeps none of them."""

    course: Course
    locale: str
    kind: Kind
    folders: tuple[Path, ...]
    problems: list[Problem]
    coverage: dict[str, Coverage] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)

    def whole(self) -> Course:
        """The course with the words of its locale."""
        front = self.part(replace(self.course, modules=()), COURSE)
        modules = tuple(self.part(module, module.id) for module in self.course.modules)
        return replace(front, modules=modules)

    def part(self, node: Node, name: str) -> Node:
        """A lesson, or what course.yml says."""
        file = partial(course_file, course=self.course, part=name)
        layers, found = stack(self.course, self.locale, self.folders, file)
        chosen: Chosen = choose(units(node), layers, self.kind)
        self.problems += found + chosen.problems
        self.coverage[name] = chosen.coverage
        if chosen.drafts:
            self.drafts.add(name)
        return map_texts(node, lambda text: chosen.texts.get(id(text), text))


def gates(edition: Edition) -> list[Problem]:
    """What this edition lacks. The source's own language needs an interface too: English words
    would stand unmarked."""
    course, locale = edition.course, edition.locale
    found = gate(course, locale, edition.kind, edition.coverage)
    if interface_file(locales(), locale).is_file():
        return found
    path = interface_file(project_folder(course), locale).as_posix()
    command = f"kandil i18n update {course.folder} --locale {locale}"
    hint = f"Translate '{path}'; '{command}' makes it."
    return [replace(one, hint=hint) if "the interface" in one.message else one for one in found]
