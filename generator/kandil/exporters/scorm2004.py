"""SCORM 2004, 4th Edition: a package a course and language, of one SCO (`rulings.md` 23, 24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.facts import Facts, course_facts, resume_size
from kandil.exporters._scorm.launched2004 import check_launch, outgrown
from kandil.exporters._scorm.manifest2004 import IMSCP, Activity, manifest
from kandil.exporters._scorm.objectives import course_aims
from kandil.exporters._scorm.sco import Sco
from kandil.exporters._scorm.shell import scripts, shell_page, start_name
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.course import Course, Profile
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import record
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import check_listed, read_manifest
from kandil.verify.shown import Shown, read_shown

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Scorm2004Options:
    """What an LMS may be told."""

    profile: Profile


class Scorm2004:
    """`dist/<kind>/scorm2004/<course>/<package name>-scorm2004.zip`."""

    name: ClassVar[str] = "scorm2004"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> Scorm2004Options:
        """The course's own profile."""
        return Scorm2004Options(course.profile)

    def refuses(self, editions: Sequence[Edition], options: Scorm2004Options) -> Iterator[Problem]:
        """A course of which an LMS cannot keep all (V008), in the edition that needs most room."""
        course = editions[0].course
        pages = {one.id: "" for one in course.modules}
        facts = (_facts(one.course, _profile(course, options), pages) for one in editions)
        yield from outgrown(f"{course.folder}/course.yml", max(map(resume_size, facts)))

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Scorm2004Options
    ) -> Iterator[Artefact]:
        """A zip a locale."""
        for edition in editions:
            profile = _profile(edition.course, options)
            name = f"{edition.package_name}-{self.name}.zip"
            files = partial(_files, edition, pages, profile)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The manifest, every link, and what an LMS must remember."""
        with read_contents(package) as contents:
            if amiss := [*check_harmless(contents)]:
                yield from amiss
                return
            root, problems = read_manifest(contents, MANIFEST)
            yield from problems
            if root is not None:
                hrefs = (file.get("href", "") for file in root.iter(f"{{{IMSCP}}}file"))
                yield from check_listed(contents, MANIFEST, hrefs)
                yield from check_launch(contents, root, MANIFEST)
            yield from check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _profile(course: Course, options: Scorm2004Options) -> Profile:
    """A sensitive course reports nothing, whatever the options say (`rulings.md` 19)."""
    return "none" if course.sensitive else options.profile


def _facts(course: Course, profile: Profile, paths: Mapping[str, str]) -> Facts:
    """With its objectives, where an LMS is told anything."""
    facts = course_facts(course, profile, paths)
    return facts if profile == "none" else replace(facts, aims=course_aims(course))


def _files(edition: Edition, pages: PagesOf, profile: Profile) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them."""
    start = start_name(edition.course)
    paths: dict[str, str] = {}
    names = [CHECKSUMS]
    # A course that reports nothing has nothing to say in a tab of its own.
    shell, tracker = scripts(Scorm2004.name, "" if profile == "none" else f"{start}#")
    tracked = pages(edition).tracked(tracker.path, tracker.content)
    for page in tracked.pages():
        if page.module:
            paths[page.module] = page.path
        names.append(page.path)
        yield File(page.path, page.deflated())
    assets = [File(path, content) for path, content in tracked.assets()]
    for file in (*assets, shell, tracker, record(edition, Scorm2004.name)):
        names.append(file.path)
        yield file
    facts = _facts(edition.course, profile, paths)
    yield File(start, shell_page(edition, facts, Scorm2004.name))
    sco = Sco("lessons", "sco", shown_title(edition), (start, *sorted(names)))
    aims = tuple(one for aim in facts.aims for one in aim[1:])
    yield File(MANIFEST, manifest(edition, Activity(sco, aims)))


EXPORTER = Scorm2004()
