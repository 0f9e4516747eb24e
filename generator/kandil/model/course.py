"""A course and its modules, as the trainer wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from kandil.model.blocks import Block
from kandil.model.brief import Brief, read_brief
from kandil.model.facts import Figure
from kandil.model.forms import Pair
from kandil.model.help import Fact, Line
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.problems import Place
from kandil.values import dataclass

Sensitivity = Literal["none", "mention", "depicts"]
Profile = Literal["none", "minimal", "full"]
Bloom = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
TERM = "g-"
"""Anchors of the glossary begin with it, in the page of each lesson that links to a term."""
BLOOM: tuple[Bloom, ...] = ("remember", "understand", "apply", "analyze", "evaluate", "create")


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do afterwards."""

    id: str
    text: Text
    bloom: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """Percent of words that an edition must have (`rulings.md` 28)."""

    translated: int
    reviewed: int = 0
    """Of titles, questions, feedback and safety blocks."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that `glossary.md` explains and a sentence of the lesson links to."""

    anchor: str
    title: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FormatSetting:
    """How a course wants a format to be made: a line below `formats:` in course.yml."""

    form: str
    name: str
    value: str
    place: Place


@dataclass(frozen=True)
class Module:
    """One lesson: one page, with its quiz on it."""

    id: str
    title: Text
    blocks: tuple[Block, ...]
    trainer: tuple[Block, ...]
    """Kept out of every learner's package."""
    file: str
    """Path of the source, relative to the course folder."""
    discreet_title: Text | None = None
    summary: Text | None = None
    level: int = 1
    minutes: int = 0
    """0: not said."""
    objectives: tuple[Objective, ...] = ()
    competences: tuple[str, ...] = ()
    sensitivity: Sensitivity = "none"
    audience: tuple[str, ...] = ()
    advice_reviewed: date | None = None
    best_by: date | None = None
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    licence: str = ""
    sources: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    """Variants that its blocks may be marked for."""
    covers: tuple[tuple[str, str], ...] = ()
    """Rows of what must be taught (`requirements.yml`), each with the anchor of its section."""
    terms: tuple[Term, ...] = ()
    """Of the glossary, those that this lesson links to."""
    figures: tuple[Fact, ...] = ()
    """That its sentences name; empty before `localize` has finished the edition."""
    status: Line = ()
    """What must stand below it, since a territory is named in it (`status_note`)."""
    known: Brief | None = None
    """Where nothing else of the lesson is there (`kandil.model.hollow`)."""

    @cached_property
    def nodes(self) -> list[object]:
        """Every block, also in others, with what holds blocks, in order of the source."""
        return every(object, self.blocks)

    @cached_property
    def brief(self) -> Brief:
        """All that the pages of other lessons may ask for, beside what stands above its blocks."""
        return self.known or read_brief(self)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A lesson that this edition is built without: it must be mended, or translated further."""

    id: str
    name: str
    """As it may be seen by anybody: its discreet title where there is one."""
    lang: str
    """The language of `name`."""
    sensitivity: Sensitivity
    """The course stays as careful as it was with this lesson."""
    quizzes: tuple[tuple[str, int], ...] = ()
    """Ids and points, where the lesson can be read: an LMS keeps what was answered in them."""
    untranslated: bool = False
    """Nothing is wrong with it; too few of its words are in the language of the edition yet."""


@dataclass(frozen=True)
class Course:
    """A folder with a course.yml."""

    id: str
    title: Text
    modules: tuple[Module, ...]
    folder: str
    """Where the source lies, for images."""
    language: str = "en"
    language_place: Place | None = None
    """Where course.yml says it."""
    discreet_title: Text | None = None
    summary: Text | None = None
    audience: tuple[str, ...] = ()
    licence: str = "CC-BY-SA-4.0"
    objectives: tuple[Objective, ...] = ()
    pass_mark: int = 80
    grade: int = 8
    """Years of school that its lessons may ask for, by Flesch and Kincaid (English)."""
    sensitive_setting: bool = False
    shape: Literal["free", "lesson"] = "free"
    profile: Profile = "minimal"
    release_gate: Gate = Gate(95, 100)
    preview_gate: Gate = Gate(60)
    fallback: tuple[str, ...] = ()
    """Locales tried before the source language; set by the publisher, never Russian by default."""
    certificate: Literal["none", "plain", "named"] = "none"
    """`plain`: without a name and a topic, the only kind that a sensitive course may have."""
    history: Literal["usual", "minimal"] = "usual"
    """`minimal`: links inside the course leave one entry in the tab; Back leaves the course."""
    outside_links: tuple[str, ...] = ()
    """Hosts that a sensitive course may link to, since a person has checked them."""

    forms: tuple[Pair, ...] = ()
    """What is asked before and after, in the order of the objectives."""
    forms_on: Literal["paper", "pages"] = "paper"
    """`pages`: the learner has them too, before the first lesson and after the last."""
    facts: tuple[Figure, ...] = ()
    """Figures that its sentences may name (`facts.yml`)."""
    settings: tuple[FormatSetting, ...] = ()
    """What it asks of formats (`rulings.md` 48)."""
    status: Line = ()
    """What must stand below its own words and the titles of its lessons, as in a lesson."""

    left_out: tuple[LeftOut, ...] = ()
    """In a preview (`rulings.md` 39)."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Of the lessons, by their ids."""
        return {module.id: place for place, module in enumerate(self.modules)}

    @cached_property
    def away(self) -> tuple[LeftOut, ...]:
        """Its lessons as those who are without them count them."""
        return tuple(
            LeftOut(one.id, one.id, self.language, one.sensitivity) for one in self.modules
        )

    @cached_property
    def sensitive(self) -> bool:
        """`rulings.md` 19: any module `depicts`, or the course says so."""
        lessons: tuple[Module | LeftOut, ...] = (*self.modules, *self.left_out)
        return self.sensitive_setting or any(one.sensitivity == "depicts" for one in lessons)

    @cached_property
    def exits(self) -> bool:
        """Whether every page carries the exit control."""
        lessons: tuple[Module | LeftOut, ...] = (*self.modules, *self.left_out)
        return self.sensitive or any(one.sensitivity != "none" for one in lessons)
