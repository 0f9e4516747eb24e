"""SCORM 1.2: a package a course and language; one SCO, or one a lesson (`rulings.md` 23, 24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._scorm.facts import Facts, course_facts, lesson_facts, resume_size
from kandil.exporters._scorm.launch12 import IMSCP
from kandil.exporters._scorm.launched12 import check_launch, outgrown
from kandil.exporters._scorm.manifest12 import manifest
from kandil.exporters._scorm.packed import MANIFEST, packed
from kandil.exporters.exporter import EVERY, Audience, PagesOf, chosen
from kandil.model.course import Course, Profile
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import check_listed, read_manifest
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class Scorm12Options:
    """What an LMS may be told, and what it launches: the course, or each lesson by itself."""

    profile: Profile
    scos: str = "course"


class Scorm12:
    """`dist/<kind>/scorm12/<course>/<package name>-scorm12.zip`: out of its folder, too, it has
    not the name of the zip of pages."""

    name: ClassVar[str] = "scorm12"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"scos": ("course", "module")}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> Scorm12Options:
        """The course's own profile, and what is to be a SCO."""
        return Scorm12Options(course.profile, chosen(self, course, "scos"))

    def refuses(self, editions: Sequence[Edition], options: Scorm12Options) -> Iterator[Problem]:
        """A course of which an LMS cannot keep all (V008), in the edition that needs most room."""
        course = editions[0].course
        profile = _profile(course, options)
        known = (_facts(one.course, profile, options.scos) for one in editions)
        size = max((resume_size(facts) for every in known for facts in every), default=0)
        alone = options.scos == "module"
        yield from outgrown(f"{course.folder}/course.yml", size, alone=alone)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Scorm12Options
    ) -> Iterator[Artefact]:
        """A zip a locale."""
        for edition in editions:
            name = f"{edition.package_name}-{self.name}.zip"
            profile, alone = _profile(edition.course, options), options.scos == "module"
            files = partial(packed, self.name, edition, pages, profile, manifest, alone=alone)
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


def _facts(course: Course, profile: Profile, scos: str) -> Iterator[Facts]:
    """Of each SCO, without its pages."""
    pages = {one.id: "" for one in course.modules}
    if scos == "module":
        return lesson_facts(course, profile, pages)
    return iter((course_facts(course, profile, pages),))


def _profile(course: Course, options: Scorm12Options) -> Profile:
    """A sensitive course reports nothing, whatever the options say (`rulings.md` 19)."""
    return "none" if course.sensitive else options.profile


EXPORTER = Scorm12()
