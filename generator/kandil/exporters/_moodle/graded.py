"""Whether Moodle grades a question as it says: what its forms and its import ask of each type."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kandil.exporters._moodle.bank import LONGEST, BankQuestion
from kandil.exporters._moodle.shares import GRADES, WHOLE

_NEAR = Decimal("0.00001")
"""Moodle compares parts of the points to five decimals, as parts of 1."""
_ROUNDED = Decimal("0.01")
"""It adds them up and rounds to two."""


def faults(question: BankQuestion) -> Iterator[str]:
    """What a teacher would be refused, or a learner graded wrongly."""
    if not question.name.strip():
        yield "it has no name"
    if len(question.name) > LONGEST:
        yield f"its name has more than {LONGEST} signs"
    if not question.text.strip():
        yield "it asks nothing"
    for one in question.answers:
        if question.kind != "ordering" and not _listed(one.percent):
            yield f"{one.percent} % is not in Moodle's list of grades"
    match question.kind:
        case "multichoice":
            yield from _choice(question)
        case "truefalse":
            if sorted(one.percent for one in question.answers) != [0, WHOLE]:
                yield "not one of true and false is right"
        case "shortanswer" | "numerical":
            yield from _typed(question)
        case "matching":
            yield from _matching(question)
        case "ordering":
            if len(question.answers) < 2:
                yield "fewer than two things to put in order"


def _listed(percent: Decimal) -> bool:
    return any(abs(percent - grade) <= 100 * _NEAR for grade in GRADES)


def _choice(question: BankQuestion) -> Iterator[str]:
    percents = [one.percent for one in question.answers]
    words = [one.words.strip() for one in question.answers]
    if len(percents) < 2:
        yield "fewer than two answers to choose from"
    if not all(words):
        yield "an answer without words"
    if len({*words}) < len(words):
        yield "two answers say the same"
    rights = [one for one in percents if one > 0]
    if question.single and rights != [WHOLE]:
        yield "not one answer alone gives points, and all of them"
    if not question.single and abs(sum(rights) - WHOLE) > _ROUNDED:
        yield f"its right answers give {sum(rights)} % together"
    if not question.single and len(rights) < len(percents) and sum(percents) > _ROUNDED:
        yield "whoever ticks everything gets points"


def _typed(question: BankQuestion) -> Iterator[str]:
    if not any(one.percent == WHOLE for one in question.answers):
        yield "no answer gives all the points"
    if not all(one.words.strip() for one in question.answers):
        yield "an answer without words"
    if any(one.tolerance < 0 for one in question.answers):
        yield "the end of a range lies before its beginning"


def _matching(question: BankQuestion) -> Iterator[str]:
    stems = [pair for pair in question.pairs if pair.stem.strip()]
    if len(stems) < 2:
        yield "fewer than two things to match"
    if len(question.pairs) < 3:
        yield "fewer than three rows: Moodle's form refuses to save it"
    if not all(pair.target.strip() for pair in question.pairs):
        yield "an item without a place where it belongs: it would end the import"
    if len({pair.target for pair in question.pairs}) < 2:
        yield "everything belongs to the same place"
