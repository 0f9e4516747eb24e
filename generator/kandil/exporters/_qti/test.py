"""A quiz as a test, and the lesson with what may be practised in it (QTI 2.1 ASI 9 to 11; the same
in 3.0)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from markupsafe import Markup

from kandil.exporters._qti.dialect import Dialect
from kandil.exporters._qti.markup import insert
from kandil.exporters._qti.processing import SCORE
from kandil.localize.words import cautions
from kandil.localize.words.formats import licence, percent
from kandil.model.blocks import Quiz
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.package.xml import serialise
from kandil.render.html.templates import Words
from kandil.values import dataclass

SCORED = "scored"
"""Category of the items whose points count."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An item of a test."""

    identifier: str
    file: str
    scored: bool = False
    attempts: int = 0
    """0: no limit."""


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in a test, beside its items."""

    identifier: str
    title: str
    words: Markup = Markup()
    """Above its items."""


def lesson_test(dialect: Dialect, told: Told, refs: Iterable[Ref]) -> bytes:
    """The lesson and what may be practised in it: nothing counts."""
    root = _root(dialect, told)
    section = _section(dialect, _part(dialect, root), told)
    _refs(dialect, section, refs)
    return serialise(root)


def quiz_test(dialect: Dialect, told: Told, quiz: Quiz, refs: Iterable[Ref]) -> bytes:
    """A draw chooses among the scored ones; the others always stand there."""
    every = [*refs]
    root = _root(dialect, told)
    _total(dialect, root)
    part = _part(dialect, root)
    if quiz.draw:
        rest = [one for one in every if not one.scored]
        every = [one for one in every if one.scored]
    section = _section(dialect, part, told, draw=quiz.draw)
    _refs(dialect, section, every)
    if quiz.draw and rest:
        more = dialect.add(
            part, "assessmentSection", identifier="always", title=told.title, visible="true"
        )
        _refs(dialect, more, rest)
    _sum(dialect, root)
    return serialise(root)


def quiz_words(edition: Edition, module: Module, quiz: Quiz) -> Markup:
    """What a learner must know who is given the quiz without its lesson."""
    mark = edition.course.pass_mark if quiz.pass_mark is None else quiz.pass_mark
    enough = Words(edition).one(
        "{percent} of the points are enough to pass.", percent=percent(mark, edition.locale)
    )
    told = (*cautions.content_note(edition), *cautions.notices(edition, module))
    lines = (enough, *told, licence(module.licence or edition.course.licence))
    return Markup("").join(Markup("<p>{}</p>").format(one) for one in lines)


def _root(dialect: Dialect, told: Told) -> etree._Element:
    return dialect.root("assessmentTest", identifier=told.identifier, title=told.title)


def _total(dialect: Dialect, root: etree._Element) -> None:
    declared = dialect.add(
        root,
        "outcomeDeclaration",
        identifier=SCORE,
        cardinality="single",
        base_type="float",
    )
    dialect.add(dialect.add(declared, "defaultValue"), "value", "0")


def _part(dialect: Dialect, root: etree._Element) -> etree._Element:
    """She may go back, and hears what is said of an answer once she has given it."""
    return dialect.add(
        root,
        "testPart",
        identifier="part",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )


def _section(dialect: Dialect, part: etree._Element, told: Told, draw: int = 0) -> etree._Element:
    section = dialect.add(
        part, "assessmentSection", identifier="section", title=told.title, visible="true"
    )
    if draw:
        dialect.add(section, "selection", select=str(draw))
        dialect.add(section, "ordering", shuffle="true")
    if told.words:
        rubric = dialect.add(section, "rubricBlock", view="candidate")
        if dialect.html5:
            rubric.set("use", "instructions")
        insert(dialect, dialect.body(rubric), told.words)
    return section


def _refs(dialect: Dialect, section: etree._Element, refs: Iterable[Ref]) -> None:
    for one in refs:
        made = dialect.add(section, "assessmentItemRef", identifier=one.identifier, href=one.file)
        if one.scored:
            made.set("category", SCORED)
        dialect.add(
            made, "itemSessionControl", max_attempts=str(one.attempts), show_feedback="true"
        )


def _sum(dialect: Dialect, root: etree._Element) -> None:
    processing = dialect.add(root, "outcomeProcessing")
    total = dialect.add(processing, "setOutcomeValue", identifier=SCORE)
    held = dialect.add(total, "sum")
    dialect.add(held, "testVariables", variable_identifier=SCORE, include_category=SCORED)
