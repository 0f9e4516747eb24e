"""A course in one locale, ready to be rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from typing import Literal

from kandil.model.course import Course
from kandil.model.territory import Territory
from kandil.values import dataclass

Kind = Literal["release", "preview"]
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Words of one module (or of the UI) by state of their translation."""

    total: int = 0
    draft: int = 0
    outdated: int = 0
    translated: int = 0
    reviewed: int = 0
    guarded: int = 0
    """Words whose translation must be reviewed for a release."""
    guarded_reviewed: int = 0

    def percent(self, words: int) -> int:
        """Rounded down, so that 100 means all; an empty module is complete."""
        return 100 if not self.total else words * 100 // self.total


@dataclass(frozen=True, slots=True)
class Edition:
    """What `localize` gives and every exporter reads."""

    course: Course
    """Its `Text`s are those of `locale`, or marked by `lang` where they fell back."""
    locale: str
    """The tag as the publisher wrote it (`uk`, `sr-Latn-ME`, `ar-XB`)."""
    direction: Literal["ltr", "rtl"]
    kind: Kind
    as_of: date
    siblings: tuple[str, ...]
    """Every locale in the same tree, this one among them; on a host, in the other tree too."""
    translate: Translate = field(compare=False)
    """A UI string in this locale."""
    plural: Callable[[str, str, int], str] = field(compare=False)
    """A UI string for a number: (one, many, n)."""
    coverage: dict[str, Coverage] = field(default_factory=dict)
    """By module id; `ui` for the interface."""
    drafts: frozenset[str] = frozenset()
    """Ids of the modules in which an unreviewed translation is shown (and `ui`)."""
    why: dict[str, str] = field(default_factory=dict)
    """By locale of the tree: why that edition is a preview, in its own words."""
    away: dict[str, frozenset[str]] = field(default_factory=dict)
    """By locale of the tree: the pages of other editions that are not there, by the ids of lessons
    that are left out, and the names of those that went with them."""
    home: str = ""
    """The way from its pages to the first page of a host; empty where there is none."""
    elsewhere: dict[str, str] = field(default_factory=dict)
    """By locale of another tree: the folder of its pages on the host."""
    territory: Territory | None = None
    """With the contacts that this edition may show."""
    variant: str = ""
    allowed: frozenset[str] = frozenset()
    """Digits that look like a number to call and may be shown: the author has said why."""

    @property
    def name(self) -> str:
        """`siu`, `siu-GE`, `siu.youth`: an id has no capitals and no dot, so none meets another."""
        territory = f"-{self.territory.code}" if self.territory else ""
        variant = f".{self.variant}" if self.variant else ""
        return f"{self.course.id}{territory}{variant}"

    @property
    def package_name(self) -> str:
        """`siu-ka`, or `siu-GE-ka-preview`: ids only, never titles."""
        end = "-preview" if self.kind == "preview" else ""
        return f"{self.name}-{self.locale}{end}"
