"""SCORM 1.2: one package a course and language, with one SCO (`rulings.md` 23 and 24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from lxml import etree

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.facts import RESUME_LIMIT, course_facts, resume_size
from kandil.exporters._scorm.launch12 import ADLCP, IMSCP, faults
from kandil.exporters._scorm.private import check_private
from kandil.exporters._scorm.shell import read_facts, scripts, shell_page, start_name
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.course import Course, Profile
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.package.artefact import Artefact, File
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import record
from kandil.package.xml import Vocabulary, serialise
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents, read_contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import check_listed, read_manifest
from kandil.verify.shown import Shown, read_shown

MANIFEST = "imsmanifest.xml"
WORDS = Vocabulary({"": IMSCP, "adlcp": ADLCP})
_IN = {"ims": IMSCP, "adlcp": ADLCP}


@dataclass(frozen=True, slots=True)
class Scorm12Options:
    """What an LMS may be told."""

    profile: Profile


class Scorm12:
    """`dist/<kind>/scorm12/<course>/<package name>-scorm12.zip`: out of its folder, too, it has
    not the name of the zip of pages."""

    name: ClassVar[str] = "scorm12"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> Scorm12Options:
        """The course's own profile."""
        return Scorm12Options(course.profile)

    def refuses(self, editions: Sequence[Edition], options: Scorm12Options) -> Iterator[Problem]:
        """A course of which an LMS cannot keep all (V008), in the edition that needs most room."""
        course = editions[0].course
        profile = _profile(course, options)
        pages = {one.id: "" for one in course.modules}
        facts = (course_facts(one.course, profile, pages) for one in editions)
        yield from _outgrown(f"{course.folder}/course.yml", max(map(resume_size, facts)))

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Scorm12Options
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
                yield from _check_launch(contents, root)
            yield from check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


def _profile(course: Course, options: Scorm12Options) -> Profile:
    """A sensitive course reports nothing, whatever the options say (`rulings.md` 19)."""
    return "none" if course.sensitive else options.profile


def _files(edition: Edition, pages: PagesOf, profile: Profile) -> Iterator[File]:
    """Lessons pass through one by one; what names them all comes after them."""
    start = start_name(edition.course)
    paths: dict[str, str] = {}
    names = [start, CHECKSUMS]
    # A course that reports nothing has nothing to say in a tab of its own.
    shell, tracker = scripts(Scorm12.name, "" if profile == "none" else start)
    tracked = pages(edition).tracked(tracker.path, tracker.content)
    for page in tracked.pages():
        if page.module:
            paths[page.module] = page.path
        names.append(page.path)
        yield File(page.path, page.deflated())
    assets = [File(path, content) for path, content in tracked.assets()]
    for file in (*assets, shell, tracker, record(edition, Scorm12.name)):
        names.append(file.path)
        yield file
    yield File(start, shell_page(edition, course_facts(edition.course, profile, paths)))
    yield File(MANIFEST, _manifest(edition, names))


def _manifest(edition: Edition, names: list[str]) -> bytes:
    """Content Packaging 1.1.2 with ADL's extensions; Open edX launches the first resource."""
    title = shown_title(edition)
    start, *rest = names
    root = WORDS.root("manifest", identifier=f"course-{edition.package_name}", version="1.0")
    metadata = WORDS.add(root, "metadata")
    WORDS.add(metadata, "schema", "ADL SCORM")
    WORDS.add(metadata, "schemaversion", "1.2")
    organizations = WORDS.add(root, "organizations", default="course")
    organization = WORDS.add(organizations, "organization", identifier="course")
    WORDS.add(organization, "title", title)
    item = WORDS.add(
        organization, "item", identifier="lessons", identifierref="sco", isvisible="true"
    )
    WORDS.add(item, "title", title)
    resources = WORDS.add(root, "resources")
    sco = WORDS.add(
        resources,
        "resource",
        identifier="sco",
        type="webcontent",
        adlcp_scormtype="sco",
        href=start,
    )
    for name in (start, *sorted(rest)):
        WORDS.add(sco, "file", href=name)
    return serialise(root)


def _check_launch(contents: Contents, root: etree._Element) -> Iterator[Problem]:
    """What LMSs break on, beyond the schema (V006, V008)."""
    hint = "Build the package again."
    place = Place(MANIFEST)
    for fault in faults(root):
        yield Problem("V006", place, fault, hint)
    first = root.find("ims:resources/ims:resource", _IN)
    start = "" if first is None else first.get("href", "")
    if first is None or start not in contents:
        yield Problem("V006", place, "the first resource is not a page to launch", hint)
    elif first.get(f"{{{ADLCP}}}scormtype") != "sco":
        yield Problem("V006", place, "the first resource is no SCO", hint)
    else:
        yield from _check_facts(contents, start)
    if root.findtext("ims:metadata/ims:schemaversion", "", _IN) != "1.2":
        yield Problem("V006", place, "the manifest does not say that it is SCORM 1.2", hint)
    if root.find(".//adlcp:masteryscore", _IN) is not None:
        message = "a 'masteryscore' makes some LMSs turn 'incomplete' into 'failed'"
        yield Problem("V006", place, message, "Take it out: the package decides who passes.")


def _check_facts(contents: Contents, start: str) -> Iterator[Problem]:
    try:
        facts = read_facts(contents.read(start))
        size = resume_size(facts)
        private = [*check_private(contents, start, facts)]
    except (ValueError, TypeError):
        message = "what the page knows of the course cannot be read"
        yield Problem("V006", Place(start), message, "Build the package again.")
        return
    yield from private
    yield from _outgrown(start, size)


def _outgrown(file: str, size: int) -> Iterator[Problem]:
    if size > RESUME_LIMIT:
        message = f"the resume state can reach {size:,} characters, an LMS keeps {RESUME_LIMIT:,}"
        yield Problem("V008", Place(file), message, "Split the course into several.")


EXPORTER = Scorm12()
