"""What the page of a lesson says around its blocks: where she is, and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kandil.model.blocks import Heading, Section
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.ids import public_anchor
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.formats import language_name, month

AROUND = 12
"""Lessons that the list beside the text names; the overview has them all."""
STEPS = 20
"""A bar of more parts would say nothing."""
OVERVIEW = 100
"""Lessons on one page of the overview: keeps it under the weight limit in any course."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A lesson in a list of lessons."""

    number: int
    module: Module

    @property
    def path(self) -> str:
        """Its page."""
        return f"{self.module.id}.html"


def stops(course: Course) -> list[Stop]:
    """Every lesson with its number."""
    return [Stop(number, module) for number, module in enumerate(course.modules, 1)]


def steps(course: Course) -> range:
    """The parts of the bar above a lesson, if the course has one."""
    total = len(course.modules)
    return range(1, total + 1) if 1 < total <= STEPS else range(0)


def around(course: Course, number: int) -> list[Stop]:
    """The lessons near this one."""
    last = len(course.modules)
    first = max(1, min(number - AROUND // 2, last - AROUND + 1))
    end = min(last, first + AROUND - 1)
    return [Stop(n, course.modules[n - 1]) for n in range(first, end + 1)]


def overview_path(number: int) -> str:
    """The page of the overview that lists this lesson."""
    page = (number - 1) // OVERVIEW
    return f"lessons-{page + 1}.html" if page else "index.html"


def discreet(course: Course) -> Text:
    """The title for the bar and for `<title>`."""
    return course.discreet_title or course.title


def page_title(edition: Edition, number: int, place: str) -> str:
    """As a tab, the history and a bookmark show it; a sensitive course never tells more."""
    course, module = edition.course, edition.course.modules[number - 1]
    if module.discreet_title:
        return module.discreet_title.plain
    first = place if course.sensitive else module.title.plain
    return f"{first} · {discreet(course).plain}"


def state(edition: Edition, module: Module, translate: Any) -> Iterator[Markup]:
    """Each reason that is true, and no other (`rulings.md` 30)."""
    yield from unread(edition, {module.id}, translate)
    if edition.kind == "preview" and not module.reviewers:
        yield translate("This lesson has not been reviewed by a specialist.")
    if module.best_by and module.best_by < edition.as_of:
        day = month(module.best_by, edition.locale)
        yield translate("This advice was good until {month}. Parts of it may be old.", month=day)


def reviewed(course: Course) -> bool:
    """Said by the pages that belong to no lesson."""
    return all(module.reviewers for module in course.modules)


def unread(edition: Edition, parts: Set[str], translate: Any) -> Iterator[Any]:
    """A draft is never shown without a word about it, on no page but the exit."""
    if edition.kind != "preview" or not edition.drafts & {*parts, "ui"}:
        return
    if edition.locale == edition.course.language:
        # Only the interface can be a draft: the lesson itself is the source.
        yield translate("No person has reviewed the words of the buttons.")
    else:
        yield translate("This translation has not been reviewed by a person.")


def reasons(edition: Edition) -> Iterator[str]:
    """Why a preview is one, for the pages that belong to no lesson (`rulings.md` 30)."""
    if edition.kind == "preview" and not reviewed(edition.course):
        yield edition.translate("Not yet reviewed by a specialist.")
    yield from unread(edition, edition.drafts, edition.translate)


def fallen(edition: Edition, writer: BlockWriter, plural: Any) -> Iterator[Markup]:
    """`3 parts of this page are in English`; known when the page is written."""
    for language, number in sorted(writer.fallen.items()):
        yield plural(
            "{number} part of this page is in {language}.",
            "{number} parts of this page are in {language}.",
            number,
            language=language_name(language, edition.locale),
        )


def reread(course: Course, module: Module) -> dict[str, str]:
    """Where to read again for each objective: the first heading that names it."""
    found: dict[str, str] = {}
    for heading in every(Heading, module.blocks):
        for aim in heading.objectives:
            found.setdefault(aim, f"#{public_anchor(course, heading.anchor)}")
    return found


def ideas(course: Course, module: Module) -> str:
    """Where to read again."""
    return part(course, module, "ideas") or "#main"


def short(course: Course, module: Module) -> str:
    """The short version, which a content note offers in place of the whole lesson."""
    return part(course, module, "remember") if module.sensitivity != "none" else ""


def part(course: Course, module: Module, kind: str) -> str:
    """Where a fixed part of the lesson begins; empty where it has none."""
    for block in module.blocks:
        if isinstance(block, Section) and block.kind == kind:
            return f"#{public_anchor(course, block.anchor)}"
    return ""
