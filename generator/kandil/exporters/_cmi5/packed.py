"""The files of a cmi5 package: the lessons, a shell for each AU, and the course structure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kandil.exporters._bare import shown_title
from kandil.exporters._cmi5.course_structure import STRUCTURE, Unit, structure
from kandil.exporters._cmi5.names import au_iri
from kandil.exporters._scorm.facts import course_facts, lesson_facts
from kandil.exporters._scorm.shell import (
    lesson_start,
    lesson_title,
    scripts,
    shell_page,
    start_name,
)
from kandil.exporters.exporter import PagesOf
from kandil.model.course import Profile
from kandil.model.edition import Edition
from kandil.package.artefact import File
from kandil.package.record import record


def packed(
    form: str, edition: Edition, pages: PagesOf, profile: Profile, *, alone: bool
) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them.

    `alone`: each lesson is an AU of its own."""
    first = lesson_start(edition.course) if alone else f"{start_name(edition.course)}#"
    paths: dict[str, str] = {}
    # A course that reports nothing has nothing to say in a tab of its own.
    shell, tracker = scripts(form, "" if profile == "none" else first)
    tracked = pages(edition).tracked(tracker.path, tracker.content)
    for page in tracked.pages():
        if page.module:
            paths[page.module] = page.path
        yield File(page.path, page.deflated())
    yield from (File(path, content) for path, content in tracked.assets())
    yield from (shell, tracker, record(edition, form))
    launched = [*(_lessons if alone else _course)(edition, profile, paths)]
    for unit in launched:
        name = au_iri(edition, unit.lesson)
        yield File(unit.page, shell_page(edition, unit.facts, form, unit.number, name))
    yield File(STRUCTURE, structure(edition, launched))


def _course(edition: Edition, profile: Profile, paths: Mapping[str, str]) -> Iterator[Unit]:
    facts = course_facts(edition.course, profile, paths)
    yield Unit(start_name(edition.course), facts, shown_title(edition))


def _lessons(edition: Edition, profile: Profile, paths: Mapping[str, str]) -> Iterator[Unit]:
    first = lesson_start(edition.course)
    every = lesson_facts(edition.course, profile, paths)
    for number, (module, facts) in enumerate(zip(edition.course.modules, every, strict=True), 1):
        title = lesson_title(edition, number)
        yield Unit(f"{first}{facts.start}", facts, title, module.id, number)
