"""cmi5: one package a course and language, with one AU (Quartz, 1st Edition)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._bare import shown_title
from kandil.exporters._cmi5.course_structure import Unit, structure
from kandil.exporters._cmi5.launched import check_launched, launched
from kandil.exporters._cmi5.names import au_iri
from kandil.exporters._scorm.facts import course_facts
from kandil.exporters._scorm.shell import scripts, shell_page, start_name
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.course import Course, Profile
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.record import record
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import read_manifest
from kandil.verify.shown import Shown, read_shown

STRUCTURE = "cmi5.xml"


@dataclass(frozen=True, slots=True)
class Cmi5Options:
    """What an LMS may be told."""

    profile: Profile


class Cmi5:
    """`dist/<kind>/cmi5/<course>/<package name>-cmi5.zip`."""

    name: ClassVar[str] = "cmi5"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> Cmi5Options:
        """The course's own profile."""
        return Cmi5Options(course.profile)

    def refuses(self, editions: Sequence[Edition], options: Cmi5Options) -> Iterator[Problem]:
        """Nothing: an LRS keeps a state of any size."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Cmi5Options
    ) -> Iterator[Artefact]:
        """A zip a locale."""
        for edition in editions:
            profile = "none" if edition.course.sensitive else options.profile
            name = f"{edition.package_name}-{self.name}.zip"
            files = partial(_files, edition, pages, profile)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The course structure, the pages that it launches, and every link."""
        with read_contents(package) as contents:
            root, problems = read_manifest(contents, STRUCTURE)
            starts = frozenset() if root is None else launched(root)
            if amiss := [*check_harmless(contents, starts)]:
                yield from amiss
                return
            yield from problems
            if root is not None:
                yield from check_launched(contents, root)
            yield from check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _files(edition: Edition, pages: PagesOf, profile: Profile) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them."""
    start = start_name(edition.course)
    paths: dict[str, str] = {}
    # A course that reports nothing has nothing to say in a tab of its own.
    shell, tracker = scripts(Cmi5.name, "" if profile == "none" else start)
    tracked = pages(edition).tracked(tracker.path, tracker.content)
    for page in tracked.pages():
        if page.module:
            paths[page.module] = page.path
        yield File(page.path, page.deflated())
    yield from (File(path, content) for path, content in tracked.assets())
    yield from (shell, tracker, record(edition, Cmi5.name))
    facts = course_facts(edition.course, profile, paths)
    yield File(start, shell_page(edition, facts, Cmi5.name, au_iri(edition)))
    yield File(STRUCTURE, structure(edition, [Unit(start, facts, shown_title(edition))]))


EXPORTER = Cmi5()
