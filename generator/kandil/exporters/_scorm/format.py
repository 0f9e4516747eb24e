"""What the formats of SCORM do alike: a package a course and language (`rulings.md` 23, 24)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from lxml import etree

from kandil.exporters._scorm.facts import Facts, course_facts, lesson_facts, resume_size
from kandil.exporters._scorm.launched import outgrown
from kandil.exporters._scorm.packed import MANIFEST, Sco, packed
from kandil.exporters.exporter import EVERY, Audience, PagesOf, chosen
from kandil.model.course import Course, Profile
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact
from kandil.problems import Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents, read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import check_listed, read_manifest
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class ScormOptions:
    """What an LMS may be told, and what it launches: the course, or each lesson by itself."""

    profile: Profile
    scos: str = "course"
    order: str = "free"
    """`fixed`: a lesson opens when the one before it is complete (SCORM 2004 only)."""

    @property
    def alone(self) -> bool:
        """Whether each lesson is a SCO of its own."""
        return self.scos == "module"


class ScormFormat(ABC):
    """`dist/<kind>/<name>/<course>/<package name>-<name>.zip`: out of its folder, too, it has not
    the name of the zip of pages."""

    name: ClassVar[str]
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"scos": ("course", "module")}

    @abstractmethod
    def manifest(
        self, options: ScormOptions, edition: Edition, scos: Sequence[Sco], shared: Sequence[str]
    ) -> bytes:
        """For `scos` in the order of the course, all of which use the files `shared`."""

    @abstractmethod
    def check_manifest(self, contents: Contents, root: etree._Element) -> Iterator[Problem]:
        """What LMSs break on in the manifest `root`, and in what it launches."""

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> ScormOptions:
        """The course's own profile, and what is to be a SCO."""
        asked = {name: chosen(self, course, name) for name in self.settings}
        return ScormOptions(course.profile, **asked)

    def facts(
        self, options: ScormOptions, course: Course, paths: Mapping[str, str]
    ) -> Sequence[Facts]:
        """What each SCO knows, by the pages of the lessons."""
        profile = _allowed(course, options.profile)
        if options.alone:
            return [*lesson_facts(course, profile, paths)]
        return [course_facts(course, profile, paths)]

    def refuses(self, editions: Sequence[Edition], options: ScormOptions) -> Iterator[Problem]:
        """A course of which an LMS cannot keep all (V008), in the edition that needs most room."""
        pages = {one.id: "" for one in editions[0].course.modules}
        known = (self.facts(options, edition.course, pages) for edition in editions)
        size = max((resume_size(facts) for every in known for facts in every), default=0)
        place = f"{editions[0].course.folder}/course.yml"
        yield from outgrown(self.name, place, size, alone=options.alone)

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: ScormOptions
    ) -> Iterator[Artefact]:
        """A zip a locale."""
        for edition in editions:
            # A sensitive course reports nothing, whatever the options say (`rulings.md` 19).
            own = ScormOptions(
                _allowed(edition.course, options.profile), options.scos, options.order
            )
            facts, manifest = partial(self.facts, own), partial(self.manifest, own)
            name = f"{edition.package_name}-{self.name}.zip"
            files = partial(packed, self.name, edition, pages, facts, manifest)
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
                hrefs = (file.get("href", "") for file in root.iter("{*}file"))
                yield from check_listed(contents, MANIFEST, hrefs)
                yield from self.check_manifest(contents, root)
            yield from check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _allowed(course: Course, profile: Profile) -> Profile:
    return "none" if course.sensitive else profile
