"""The questions of a backup, read back as Moodle's bank would have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import get_args

from lxml import etree

from kandil.exporters._mbz.parts import ActivityPart, Parts, text
from kandil.exporters._mbz.question_files import QUIZ_LEVEL, TYPES
from kandil.exporters._moodle.bank import Answer, BankQuestion, Kind, Pair
from kandil.exporters._moodle.graded import faults
from kandil.exporters._moodle.shares import WHOLE
from kandil.values import dataclass

FILE = "questions.xml"
_KINDS: dict[str, Kind] = {TYPES.get(name, name): name for name in get_args(Kind)}
"""By what Moodle calls them inside."""


@dataclass(frozen=True, slots=True)
class EntryPart:
    """A question with where it stands."""

    entry: str
    category: str
    context: str
    element: etree._Element
    question: BankQuestion
    mark: Decimal


def bank(parts: Parts) -> list[EntryPart]:
    """Those that can be read; what cannot is noted."""
    found: list[EntryPart] = []
    for category in parts.tree(FILE).iterfind("question_category"):
        for entry in category.iterfind("question_bank_entries/question_bank_entry"):
            found += _entry(parts, category, entry)
    return found


def _entry(parts: Parts, category: etree._Element, entry: etree._Element) -> Iterator[EntryPart]:
    number = entry.get("id", "")
    versions = entry.findall("question_version/question_versions")
    if [(text(one, "version"), text(one, "status")) for one in versions] != [("1", "ready")]:
        parts.fault(FILE, f"the entry {number} has not one version that is ready")
    if text(entry, "questioncategoryid") != category.get("id"):
        parts.fault(FILE, f"the entry {number} says that it is in another category")
    for element in entry.iterfind("question_version/question_versions/questions/question"):
        try:
            question = _question(element, text(entry, "idnumber"))
            mark = Decimal(text(element, "defaultmark"))
        except (ValueError, InvalidOperation) as error:
            parts.fault(FILE, f"Moodle would not read the question {number}: {error}", "V050")
            continue
        home, context = category.get("id", ""), text(category, "contextid")
        yield EntryPart(number, home, context, element, question, mark)


def _question(element: etree._Element, name: str) -> BankQuestion:
    inside = text(element, "qtype")
    kind = _KINDS.get(inside)
    if kind is None:
        raise ValueError(f"no type of question is called '{inside}'")
    plugin = element.find(f"plugin_qtype_{inside}_question")
    if plugin is None and kind != "description":
        raise ValueError("it has not the settings of its type")
    own = etree.Element("none") if plugin is None else plugin
    return BankQuestion(
        kind=kind,
        id=name,
        name=text(element, "name"),
        text=text(element, "questiontext"),
        general=text(element, "generalfeedback"),
        answers=tuple(_answers(kind, own)),
        pairs=tuple(_pairs(own)),
        single=kind != "multichoice" or text(own, "multichoice/single") == "1",
        right=text(own, ".//correctfeedback"),
        wrong=text(own, ".//incorrectfeedback"),
        hints=tuple(text(one, "hint") for one in element.iterfind("question_hints/question_hint")),
    )


def _answers(kind: Kind, plugin: etree._Element) -> Iterator[Answer]:
    """Parts are of 1 here; Moodle rounds them to seven decimals."""
    records = plugin.iterfind("numerical_records/numerical_record")
    near = {text(one, "answer"): Decimal(text(one, "tolerance")) for one in records}
    answers = plugin.findall("answers/answer")
    if kind == "truefalse":
        said = [text(plugin, f"truefalse/{one}answer") for one in ("true", "false")]
        if said != [one.get("id") for one in answers]:
            raise ValueError("true and false are not its answers")
    if kind == "numerical" and {*near} != {one.get("id") for one in answers}:
        raise ValueError("an answer has no tolerance")
    for one in answers:
        share = Decimal(text(one, "fraction"))
        percent = share if kind == "ordering" else share * WHOLE
        words = text(one, "answertext")
        yield Answer(words, percent, text(one, "feedback"), near.get(one.get("id", ""), Decimal(0)))


def _pairs(plugin: etree._Element) -> Iterator[Pair]:
    for one in plugin.iterfind("matches/match"):
        yield Pair(text(one, "questiontext"), text(one, "answertext"))


def check_bank(parts: Parts, activities: list[ActivityPart]) -> None:
    """Every category belongs to a quiz, every number stands once, every question can be graded."""
    quizzes = {one.context: one for one in activities if one.kind == "quiz"}
    categories = {one.get("id"): one for one in parts.tree(FILE).iterfind("question_category")}
    for number, one in categories.items():
        quiz = quizzes.get(text(one, "contextid"))
        if quiz is None or text(one, "contextlevel") != f"{QUIZ_LEVEL}":
            parts.fault(FILE, f"the category {number} is in the context of no quiz")
        elif text(one, "contextinstanceid") != quiz.module:
            parts.fault(FILE, f"the category {number} names another quiz than its context")
        above = text(one, "parent")
        if above != "0" and text(categories.get(above, one), "contextid") != text(one, "contextid"):
            parts.fault(FILE, f"the category {number} is below one of another quiz")
        if above != "0" and above not in categories:
            parts.fault(FILE, f"the category {number} is below one that is not there")
    _once(parts, "question_bank_entry")
    _once(parts, "question")
    _once(parts, "answer")
    _once(parts, "match")
    _once(parts, "question_hint")
    for entry in bank(parts):
        for fault in faults(entry.question):
            parts.fault(FILE, f"Of the question '{entry.question.id}': {fault}", "V050")


def _once(parts: Parts, name: str) -> None:
    numbers = Counter(one.get("id") for one in parts.tree(FILE).iter(name) if one.get("id"))
    for number, times in numbers.items():
        if times > 1:
            parts.fault(FILE, f"the number {number} of a '{name}' stands {times} times")
