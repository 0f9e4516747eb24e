"""What is the same in all formats whose platform asks the questions itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from kandil.exporters.exporter import Audience
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.problems import Problem


class NativeFormat:
    """A learner's format, written from the words of the lessons: no page of ours is asked for."""

    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()
    stores: ClassVar[bool] = True


class PlainNativeFormat(NativeFormat):
    """One that is made in one way only."""

    settings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def options(self, course: Course) -> None:
        """None."""

    def refuses(self, editions: Sequence[Edition], options: None) -> Iterator[Problem]:
        """Nothing."""
        yield from ()
