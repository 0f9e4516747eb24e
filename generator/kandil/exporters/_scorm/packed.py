"""The files of a package of SCORM: the lessons, the shell around them, and the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kandil.exporters._bare import shown_title
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
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import record
from kandil.values import dataclass

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Sco:
    """What an LMS launches, and lists as an item."""

    item: str
    resource: str
    """Identifiers, as `item` is: they begin with a letter and stand once."""
    title: str
    files: tuple[str, ...]
    """The page to launch, and what belongs to it alone."""
    module: str = ""
    """The id of the lesson that it is; empty where it is the course."""


Manifest: TypeAlias = Callable[[Edition, Sequence[Sco], Sequence[str]], bytes]
"""The SCOs in the order of the course, and the files that all of them use."""


def packed(
    form: str,
    edition: Edition,
    pages: PagesOf,
    profile: Profile,
    manifest: Manifest,
    *,
    alone: bool,
) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them.

    `alone`: each lesson is a SCO of its own (`rulings.md` 23)."""
    first = lesson_start(edition.course) if alone else f"{start_name(edition.course)}#"
    paths: dict[str, str] = {}
    names = [CHECKSUMS]
    # A course that reports nothing has nothing to say in a tab of its own.
    shell, tracker = scripts(form, "" if profile == "none" else first)
    tracked = pages(edition).tracked(tracker.path, tracker.content)
    for page in tracked.pages():
        if page.module:
            paths[page.module] = page.path
        names.append(page.path)
        yield File(page.path, page.deflated())
    assets = [File(path, content) for path, content in tracked.assets()]
    for file in (*assets, shell, tracker, record(edition, form)):
        names.append(file.path)
        yield file
    launched = _lessons if alone else _course
    yield from launched(form, edition, profile, manifest, paths, names)


def _course(
    form: str,
    edition: Edition,
    profile: Profile,
    manifest: Manifest,
    paths: Mapping[str, str],
    names: list[str],
) -> Iterator[File]:
    """The one page that an LMS launches has all files."""
    start = start_name(edition.course)
    yield File(start, shell_page(edition, course_facts(edition.course, profile, paths), form))
    sco = Sco("lessons", "sco", shown_title(edition), (start, *sorted(names)))
    yield File(MANIFEST, manifest(edition, [sco], ()))


def _lessons(
    form: str,
    edition: Edition,
    profile: Profile,
    manifest: Manifest,
    paths: Mapping[str, str],
    names: list[str],
) -> Iterator[File]:
    """A page to launch for each lesson; it has its own, and what is no lesson's is shared."""
    first, scos = lesson_start(edition.course), []
    facts = lesson_facts(edition.course, profile, paths)
    for number, (module, known) in enumerate(zip(edition.course.modules, facts, strict=True), 1):
        start, title = f"{first}{known.start}", lesson_title(edition, number)
        yield File(start, shell_page(edition, known, form, number))
        own = (start, known.start)
        scos.append(Sco(f"lesson-{module.id}", f"sco-{module.id}", title, own, module.id))
    shared = sorted({*names} - {*paths.values()})
    yield File(MANIFEST, manifest(edition, scos, shared))
