"""One question as an item of its own (QTI 2.1 ASI 3 and 5; 3.0 ASI 5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from markupsafe import Markup

from kandil.exporters._native.question_words import QuestionWords
from kandil.exporters._qti.dialect import Dialect
from kandil.exporters._qti.interactions import Asked, ask, directed
from kandil.exporters._qti.markup import insert
from kandil.exporters._qti.processing import CHOSEN, FITTING, GIVEN, RIGHT, SCORE, VERDICT, WRONG
from kandil.model.edition import Edition
from kandil.model.interactions import Choice, Interaction, LongFillIn, Matching, Sequencing
from kandil.model.text import Text
from kandil.values import dataclass

_ALONE = frozenset(("responseDeclaration", "outcomeDeclaration", "responseProcessing"))
"""Elements that hold no words, which may be indented."""


@dataclass(frozen=True, slots=True)
class Item:
    """How an item is named; `title` stands in the lists of a platform."""

    identifier: str
    title: str


def question_item(
    dialect: Dialect, item: Item, question: Interaction, words: QuestionWords
) -> bytes:
    """The item's file."""
    root = _root(dialect, item, words.edition)
    asked = ask(dialect, question, words)
    told = [*_told(question, words)]
    root.extend(asked.responses)
    _outcomes(dialect, root, question, asked, told)
    root.append(asked.body)
    if not question.scored and _after(question):
        asked.rules.given()
    if len(asked.rules.rules):
        root.append(asked.rules.rules)
    _feedback(dialect, root, told)
    return serialised(dialect, root)


def words_item(dialect: Dialect, item: Item, edition: Edition, words: Markup) -> bytes:
    """An item that asks nothing: a lesson, or what is said of the course."""
    root = _root(dialect, item, edition)
    body = dialect.add(root, "itemBody")
    insert(dialect, directed(dialect, body, edition), words)
    return serialised(dialect, root)


def serialised(dialect: Dialect, root: etree._Element) -> bytes:
    """UTF-8; a line for each part, and no space that would stand between words."""
    alone = {dialect.name(word) for word in _ALONE}
    root.text = "\n"
    for part in root:
        if part.tag in alone:
            etree.indent(part)
        part.tail = "\n"
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content + b"\n"


def _root(dialect: Dialect, item: Item, edition: Edition) -> etree._Element:
    return dialect.root(
        "assessmentItem",
        identifier=item.identifier,
        title=item.title,
        adaptive="false",
        time_dependent="false",
        lang=edition.locale,
    )


def _outcomes(
    dialect: Dialect, root: etree._Element, question: Interaction, asked: Asked, told: list[Told]
) -> None:
    points = question.points if question.scored else 0
    _number(dialect, root, SCORE, "float", 0).set(dialect.attribute("normal_maximum"), str(points))
    _number(dialect, root, "MAXSCORE", "float", points)
    if asked.counts:
        _number(dialect, root, FITTING, "integer", 0)
    if question.scored or told:
        _name(dialect, root, VERDICT, "single")
    if asked.choice:
        _name(dialect, root, CHOSEN, "multiple")


def _number(
    dialect: Dialect, root: etree._Element, name: str, kind: str, value: int
) -> etree._Element:
    declared = dialect.add(
        root, "outcomeDeclaration", identifier=name, cardinality="single", base_type=kind
    )
    dialect.add(dialect.add(declared, "defaultValue"), "value", str(value))
    return declared


def _name(dialect: Dialect, root: etree._Element, name: str, cardinality: str) -> None:
    dialect.add(
        root,
        "outcomeDeclaration",
        identifier=name,
        cardinality=cardinality,
        base_type="identifier",
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What is said once she has answered, where an outcome has this value."""

    outcome: str
    value: str
    markup: Markup


def _told(question: Interaction, words: QuestionWords) -> Iterator[Told]:
    """The verdict first, then what belongs to each answer that she chose."""
    if question.scored:
        yes, part = words.interface("Yes."), words.interface("Not quite.")
        right = (*question.correct, *question.why)
        wrong = (*question.incorrect, *question.hints, *question.why)
        yield Told(VERDICT, RIGHT, yes + words.paragraphs(right) + _of_items(question, words))
        yield Told(VERDICT, WRONG, part + words.paragraphs(wrong))
    elif after := _after(question):
        yield Told(VERDICT, GIVEN, words.paragraphs(after))
    if isinstance(question, Choice):
        for option in question.options:
            if option.feedback:
                name = words.paragraphs((words.option(option),))
                yield Told(CHOSEN, option.letter, name + words.paragraphs(option.feedback))


def _after(question: Interaction) -> tuple[Text, ...]:
    """Of a question without right and wrong."""
    model = question.model_answer if isinstance(question, LongFillIn) else ()
    return (*question.hints, *question.why, *model)


def _of_items(question: Interaction, words: QuestionWords) -> Markup:
    """What is said of each item in its place."""
    if not isinstance(question, Sequencing | Matching):
        return Markup()
    said = [one for one in question.items if one.feedback]
    return Markup("").join(words.paragraphs((one.text, *one.feedback)) for one in said)


def _feedback(dialect: Dialect, root: etree._Element, told: list[Told]) -> None:
    for one in told:
        feedback = dialect.add(
            root,
            "modalFeedback",
            outcome_identifier=one.outcome,
            identifier=one.value,
            show_hide="show",
        )
        insert(dialect, dialect.body(feedback), one.markup)
