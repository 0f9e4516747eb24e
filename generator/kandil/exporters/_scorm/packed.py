"""The files of a package of SCORM: the lessons, the shell around them, and the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.facts import Facts
from kandil.exporters._scorm.shell import (
    lesson_start,
    lesson_title,
    scripts,
    shell_page,
    start_name,
)
from kandil.exporters.exporter import PagesOf
from kandil.model.course import Course
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
FactsOf: TypeAlias = Callable[[Course, Mapping[str, str]], Sequence[Facts]]
"""What each SCO knows of a course, by the pages of its lessons."""


def packed(
    form: str, edition: Edition, pages: PagesOf, facts: FactsOf, manifest: Manifest
) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them."""
    course = edition.course
    plain = facts(course, {one.id: "" for one in course.modules})
    alone = all(one.alone for one in plain)
    first = lesson_start(course) if alone else f"{start_name(course)}#"
    paths: dict[str, str] = {}
    names = [CHECKSUMS]
    # A course that reports nothing has nothing to say in a tab of its own.
    told = any(one.profile != "none" for one in plain)
    shell, tracker = scripts(form, first if told else "")
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
    yield from launched(form, edition, facts(course, paths), manifest, paths, names)


def _course(
    form: str,
    edition: Edition,
    facts: Sequence[Facts],
    manifest: Manifest,
    paths: Mapping[str, str],
    names: list[str],
) -> Iterator[File]:
    """The one page that an LMS launches has all files."""
    start = start_name(edition.course)
    yield File(start, shell_page(edition, facts[0], form))
    sco = Sco("lessons", "sco", shown_title(edition), (start, *sorted(names)))
    yield File(MANIFEST, manifest(edition, [sco], ()))


def _lessons(
    form: str,
    edition: Edition,
    facts: Sequence[Facts],
    manifest: Manifest,
    paths: Mapping[str, str],
    names: list[str],
) -> Iterator[File]:
    """A page to launch for each lesson; it has its own, and what is no lesson's is shared."""
    first, scos = lesson_start(edition.course), []
    for number, (module, known) in enumerate(zip(edition.course.modules, facts, strict=True), 1):
        start, title = f"{first}{known.start}", lesson_title(edition, number)
        yield File(start, shell_page(edition, known, form, number))
        own = (start, known.start)
        scos.append(Sco(f"lesson-{module.id}", f"sco-{module.id}", title, own, module.id))
    shared = sorted({*names} - {*paths.values()})
    yield File(MANIFEST, manifest(edition, scos, shared))
