"""cmi5: one package a course and language, with one AU or one a lesson (Quartz, 1st Edition)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from kandil.exporters._cmi5.course_structure import STRUCTURE
from kandil.exporters._cmi5.launched import check_launched, check_structure, launched
from kandil.exporters._cmi5.packed import packed
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
from kandil.verify.manifest import read_manifest
from kandil.verify.shown import Shown, read_shown


@dataclass(frozen=True, slots=True)
class Cmi5Options:
    """What an LMS may be told, and what it launches: the course, or each lesson by itself."""

    profile: Profile
    aus: str = "course"


class Cmi5:
    """`dist/<kind>/cmi5/<course>/<package name>-cmi5.zip`."""

    name: ClassVar[str] = "cmi5"
    supports: ClassVar[frozenset[type[Interaction]]] = EVERY
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = True
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = False
    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {"aus": ("course", "module")}

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """All of them."""
        return True

    def options(self, course: Course) -> Cmi5Options:
        """The course's own profile, and what is to be an AU."""
        return Cmi5Options(course.profile, chosen(self, course, "aus"))

    def refuses(self, editions: Sequence[Edition], options: Cmi5Options) -> Iterator[Problem]:
        """Nothing: an LRS keeps a state of any size."""
        yield from ()

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Cmi5Options
    ) -> Iterator[Artefact]:
        """A zip a locale."""
        for edition in editions:
            # A sensitive course reports nothing, whatever the options say (`rulings.md` 19).
            profile: Profile = "none" if edition.course.sensitive else options.profile
            name = f"{edition.package_name}-{self.name}.zip"
            alone = options.aus == "module"
            files = partial(packed, self.name, edition, pages, profile, alone=alone)
            yield Artefact(name, files, "archive", (edition.locale,))

    def verify(self, package: Path) -> Iterator[Problem]:
        """The course structure, the pages that it launches, and every link."""
        with read_contents(package) as contents:
            root, problems = read_manifest(contents, STRUCTURE)
            yield from problems
            if root is not None:
                yield from check_structure(contents, root)
            starts = frozenset() if root is None else launched(root)
            if amiss := [*check_harmless(contents, starts)]:
                yield from amiss
                return
            if root is not None:
                yield from check_launched(contents, root)
            yield from check_links(contents)

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """Its pages and scripts, and the titles that an LMS lists."""
        with read_contents(package) as contents:
            yield from read_shown(contents, digits)


EXPORTER = Cmi5()
