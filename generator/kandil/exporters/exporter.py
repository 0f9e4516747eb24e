"""What a format must offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Branching,
    Cards,
    Choice,
    Decision,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.package.artefact import Artefact
from kandil.problems import Problem
from kandil.render.site.pages import Page
from kandil.verify.shown import Shown

Options = TypeVar("Options")
EVERY: frozenset[type[Interaction]] = frozenset(
    {Choice, FillIn, Numeric, Sequencing, Matching}
    | {Likert, LongFillIn, Cards, Decision, Branching}
)
"""What the learner's own page can show; a format that frames it supports all of it."""


class Pages(Protocol):
    """What `render` gives, as far as a format needs it."""

    def pages(self) -> Iterator[Page]:
        """Lessons, then the pages around them."""
        ...

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """What the pages refer to; known when every page was made."""
        ...

    def tracked(self, script: str, content: bytes) -> Pages:
        """The same pages for a package whose shell frames them."""
        ...


class Exporter(Protocol[Options]):
    """A format. `Options` are its own typed settings (`rulings.md` 11)."""

    name: ClassVar[str]
    """The common short name: the file, `--format`, the folder in `dist/`, the tests."""
    supports: ClassVar[frozenset[type[Interaction]]]

    def options(self, course: Course) -> Options:
        """The settings that `course` asks for."""
        ...

    def artefacts(self, edition: Edition, pages: Pages, options: Options) -> Iterator[Artefact]:
        """The packages of one edition; pure: no disk, no clock."""
        ...

    def verify(self, package: Path) -> Iterator[Problem]:
        """Look at one package, a zip or a folder; places are relative to it."""
        ...

    def shown(self, package: Path) -> Iterator[Shown]:
        """What a person can see or tap in it (`rulings.md` 46), read back from what was built."""
        ...
