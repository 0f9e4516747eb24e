"""A page is the same where of the other lessons only their briefs are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.model.edition import Edition
from kandil.model.hollow import hollow
from kandil.render.site.pages import Page, Pages, render

COURSES = sorted(
    path.parent
    for place in ("courses", "tests/courses")
    for path in Path(place).glob("*/course.yml")
)
WANTED = Wanted("preview", date(2026, 11, 24), ("en", "ka"))


def editions(folder: Path) -> Iterator[Edition]:
    course, problems = read(folder)
    assert course
    yield from prepare(course, problems, WANTED, lambda doing: None).editions


def frames(edition: Edition) -> Iterator[Pages]:
    yield render(edition)
    yield render(edition).tracked("tracker.js", b"1")


def less(edition: Edition, kept: str) -> Edition:
    """Only the words of one lesson."""
    modules = (one if one.id == kept else hollow(one) for one in edition.course.modules)
    return replace(edition, course=replace(edition.course, modules=tuple(modules)))


def by_path(pages: Pages) -> dict[str, Page]:
    return {page.path: page for page in pages.pages()}


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_the_words_of_other_lessons_change_nothing(folder: Path) -> None:
    every = [*editions(folder)]
    assert every
    for edition in every:
        for whole, *alone in zip(
            frames(edition),
            *(frames(less(edition, module.id)) for module in edition.course.modules),
            strict=True,
        ):
            wanted = by_path(whole)
            for module, pages in zip(edition.course.modules, alone, strict=True):
                page = by_path(pages)[f"{module.id}.html"]
                assert page == wanted[page.path]
                shared = {name: text for name, text in pages.assets() if name.endswith(".js")}
                for name, text in whole.assets():
                    assert shared.get(name, text) == text


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_hollow_lesson_has_the_brief_of_the_whole_one(folder: Path) -> None:
    for edition in editions(folder):
        for module in edition.course.modules:
            assert hollow(module).brief == module.brief
            assert not hollow(module).blocks
