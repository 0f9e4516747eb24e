"""What a format must offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import (
    ClassVar,
    Literal,
    NewType,
    Protocol,
    TypeAlias,
    TypeVar,
    runtime_checkable,
)

from kandil.deflate import Deflated
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

    def handouts(self) -> Iterator[tuple[str, bytes | Deflated]]:
        """The files that a facilitator prints; a learner's format is refused them."""
        ...

    def tracked(self, script: str, content: bytes) -> Pages:
        """The same pages for a package whose shell frames them."""
        ...


PagesOf: TypeAlias = Callable[[Edition], Pages]
"""The pages of an edition, the same ones each time; a format without pages never asks."""
Audience = Literal["learner", "facilitator"]


class Named(Protocol):
    """A format, as far as its settings go."""

    name: ClassVar[str]
    settings: ClassVar[Mapping[str, tuple[str, ...]]]


def chosen(exporter: Named, course: Course, setting: str) -> str:
    """The value of a setting: what the course asks for last, else the usual one."""
    said = [
        one.value for one in course.settings if (one.form, one.name) == (exporter.name, setting)
    ]
    return said[-1] if said else exporter.settings[setting][0]


@runtime_checkable
class AsksOnly(Protocol):
    """A format that has no page for some courses."""

    def asks_only(self, course: Course) -> bool:
        """Whether it holds the questions of a course, and nothing else of its lessons."""
        ...


@runtime_checkable
class AsksAll(Protocol):
    """What a format has whose platform cannot draw some questions of a quiz: it is handed quizzes
    that ask all of theirs."""

    asks_all: ClassVar[bool]


class Exporter(Protocol[Options]):
    """A format. `Options` are its own typed settings (`rulings.md` 11)."""

    name: ClassVar[str]
    """The common short name: the file, `--format`, the folder in `dist/`, the tests."""
    supports: ClassVar[frozenset[type[Interaction]]]
    """What it can ask; of anything else it is handed what `_lowering` makes of it."""
    audience: ClassVar[Audience]
    """A learner's format is handed no trainer's block (`rulings.md` 44)."""
    framing: ClassVar[bool]
    """True where it takes pages as they are rendered, and asks nothing of the words of a lesson:
    these may then be in another process, and the lessons that it is handed are hollow."""
    needs: ClassVar[tuple[str, ...]]
    """What Python must be able to import, from the optional extra of the same name; such a format
    is made only where it is asked for by name. Most need nothing."""

    stores: ClassVar[bool]
    """Whether those who show it keep each answer by themselves: then it is handed no question
    whose answer must stay with the learner (`_lowering.stays`)."""
    settings: ClassVar[Mapping[str, tuple[str, ...]]]
    """What a course may ask of it (`rulings.md` 48), and the values, the usual one first; a single
    empty value stands for any."""

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """Whether it can ask this one of a kind that it supports as it stands, in a quiz or
        elsewhere."""
        ...

    def options(self, course: Course) -> Options:
        """The settings that `course` asks for."""
        ...

    def refuses(self, editions: Sequence[Edition], options: Options) -> Iterator[Problem]:
        """What keeps a course from this format, whatever its pages are: asked by `check`, since
        `verify` says it of the package only (`rulings.md` 42)."""
        ...

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: Options
    ) -> Iterator[Artefact]:
        """What is made of a course in all its locales; pure: no disk, no clock."""
        ...

    def verify(self, package: Path) -> Iterator[Problem]:
        """Look at one package, a file, an archive or the course's folder; places are relative to
        it, and of a single file they bear its name."""
        ...

    def shown(self, package: Path, digits: bool = False) -> Iterator[Shown]:
        """What a person can see or tap in it (`rulings.md` 46), read back from what was built;
        with `digits` only what has enough of them to be a number to call."""
        ...


Unseen = NewType("Unseen", object)
"""Settings that only their exporter looks into: what its `options` gave, its `artefacts` takes."""
Format: TypeAlias = Exporter[Unseen]
"""An exporter as a build has it among others, whatever its settings are."""
