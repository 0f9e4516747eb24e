"""How each interaction of the model is asked (QTI 2.1 ASI 7.2; 3.0 ASI 3.2): the responses, the
body and the rules of its item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any

from lxml import etree
from markupsafe import Markup

from kandil.exporters._native.question_words import GAP, QuestionWords
from kandil.exporters._native.typed import accepted
from kandil.exporters._qti.dialect import Dialect
from kandil.exporters._qti.markup import insert
from kandil.exporters._qti.processing import (
    RESPONSE,
    Processing,
    plain,
    response,
    strict,
)
from kandil.model.edition import Edition
from kandil.model.inlines import Blank
from kandil.model.interactions import (
    Choice,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.model.text import Text
from kandil.render.html.questions import mixed
from kandil.values import dataclass

ITEM, TARGET = "i_", "t_"
"""What names in a matching begin with: a letter may stand for an item and for a target."""
_LINE, _LINES = "20", "4"
"""Signs of a gap and lines of a field, the same for every answer: a length would tell."""


@dataclass(slots=True)
class Asked:
    """Parts of one item, while they are written."""

    dialect: Dialect
    words: QuestionWords
    responses: list[etree._Element] = field(default_factory=list)
    counts: bool = False
    """Whether its points hang on how many gaps fit."""
    choice: bool = False
    """Whether an answer that she chose opens something."""
    body: etree._Element = field(init=False)
    block: etree._Element = field(init=False)
    """Where the words stand, in the direction of the edition."""
    rules: Processing = field(init=False)

    def __post_init__(self) -> None:
        root = self.dialect.root("assessmentItem")
        self.body = self.dialect.add(root, "itemBody")
        self.block = directed(self.dialect, self.body, self.words.edition)
        processing = self.dialect.add(root, "responseProcessing")
        self.rules = Processing(self.dialect, processing)

    def response(
        self, cardinality: str, kind: str, right: Iterable[str] = (), name: str = RESPONSE
    ) -> etree._Element:
        """Declares one; without `right` nothing is right or wrong."""
        declared = self.dialect.root(
            "responseDeclaration", identifier=name, cardinality=cardinality, base_type=kind
        )
        self.responses.append(declared)
        if key := [*right]:
            correct = self.dialect.add(declared, "correctResponse")
            for value in key:
                self.dialect.add(correct, "value", value)
        return declared

    def mapping(self, declared: etree._Element, entries: dict[str, str], **bounds: str) -> None:
        """What each value is worth."""
        found = self.dialect.add(declared, "mapping", **bounds, default_value="0")
        for key, value in entries.items():
            self.dialect.add(found, "mapEntry", map_key=key, mapped_value=value)

    def interaction(self, name: str, question: Interaction, **settings: str) -> etree._Element:
        """One with its prompt, which is a sentence: what else belongs to it stands above."""
        if not question.stem:
            return self.bare(name, question.prompt, RESPONSE, **settings)
        insert(self.dialect, self.block, self.words.prompt(question))
        return self.bare(name, None, RESPONSE, **settings)

    def bare(
        self, name: str, prompt: Text | None, variable: str, **settings: str
    ) -> etree._Element:
        """One for this response."""
        made = self.dialect.add(self.block, name, response_identifier=variable, **settings)
        if prompt:
            insert(self.dialect, self.dialect.add(made, "prompt"), self.words.sentence(prompt))
        return made

    def choice_of(self, parent: etree._Element, kind: str, words: Markup, **settings: str) -> None:
        """An answer, an item or a target."""
        insert(self.dialect, self.dialect.add(parent, kind, **settings), words)


def directed(dialect: Dialect, parent: etree._Element, edition: Edition) -> etree._Element:
    """A block in the direction of the edition, where the version can say it."""
    block = etree.SubElement(parent, f"{{{dialect.items}}}div")
    if dialect.html5:
        block.set("dir", edition.direction)
    return block


def ask(dialect: Dialect, question: Interaction, words: QuestionWords) -> Asked:
    """Any of those in `SUPPORTED`."""
    asked = Asked(dialect, words)
    _WAYS[type(question)](asked, question)
    return asked


def _choice(asked: Asked, question: Choice) -> None:
    several = question.form == "multiple"
    rights = [one.letter for one in question.options if one.right] if question.scored else []
    declared = asked.response("multiple" if several else "single", "identifier", rights)
    if several and rights:
        _shares(asked, declared, question, len(rights))
    made = asked.interaction(
        "choiceInteraction",
        question,
        shuffle=_flag(question.shuffle is not False and question.form != "true_false"),
        max_choices="0" if several else "1",
    )
    for one in question.options:
        words = asked.words.sentence(asked.words.option(one))
        asked.choice_of(made, "simpleChoice", words, identifier=one.letter)
    if rights:
        asked.rules.whole(question.points, mapped=several)
    asked.choice = any(one.feedback for one in question.options)
    if asked.choice:
        asked.rules.chosen(single=not several)


def _shares(asked: Asked, declared: etree._Element, question: Choice, rights: int) -> None:
    """Of several right answers each counts; a wrong one takes one of them away."""
    part = share(question.points, rights)
    entries = {one.letter: part if one.right else f"-{part}" for one in question.options}
    asked.mapping(declared, entries, lower_bound="0", upper_bound=str(question.points))


def _fill_in(asked: Asked, question: FillIn) -> None:
    """A response a gap, in the sentences where the gaps are."""
    insert(asked.dialect, asked.block, asked.words.prompt(question))
    body, blanks = asked.words.gapped(question.body)
    insert(asked.dialect, asked.block, body)
    for gap in asked.block.iter(f"{{{asked.dialect.items}}}{GAP}"):
        number = int(gap.attrib.pop("n"))
        gap.tag = asked.dialect.name("textEntryInteraction")
        gap.set(asked.dialect.attribute("response_identifier"), response(number))
        gap.set(asked.dialect.attribute("expected_length"), _LINE)
        _gap(asked, question, response(number), blanks[number - 1])
    asked.counts = True
    asked.rules.gaps(question, blanks)


def _gap(asked: Asked, question: FillIn, name: str, blank: Blank) -> None:
    if blank.number is not None:
        asked.response(
            "single", "float", (plain((blank.number.low + blank.number.high) / 2),), name
        )
        return
    words = accepted(question, blank)
    declared = asked.response("single", "string", words[:1], name)
    asked.mapping(declared, dict.fromkeys(words, "1"))
    for entry in declared.iter(asked.dialect.name("mapEntry")):
        entry.set(asked.dialect.attribute("case_sensitive"), _flag(strict(question)))


def _sequencing(asked: Asked, question: Sequencing) -> None:
    """It is right as a whole: what the page gives for a run in the right order has no rule that
    every platform knows."""
    asked.response("ordered", "identifier", (one.letter for one in question.items))
    made = asked.interaction("orderInteraction", question, shuffle="true")
    for one in mixed(question.items, question.id):
        words = asked.words.sentence(one.text)
        asked.choice_of(made, "simpleChoice", words, identifier=one.letter)
    asked.rules.whole(question.points, mapped=False)


def _matching(asked: Asked, question: Matching) -> None:
    """Each item goes to one place; of a pair one stays there, of a group all do."""
    pairs = [f"{ITEM}{one.letter} {TARGET}{one.home}" for one in question.items]
    declared = asked.response("multiple", "directedPair", pairs)
    part, most = share(question.points, len(pairs)), str(question.points)
    asked.mapping(declared, dict.fromkeys(pairs, part), lower_bound="0", upper_bound=most)
    alone = question.form == "pairs"
    made = asked.interaction(
        "matchInteraction",
        question,
        shuffle=_flag(alone),
        max_associations=str(len(pairs)),
    )
    targets = mixed(question.targets, f"{question.id} targets") if alone else question.targets
    for start, most, found in (
        (ITEM, "1", mixed(question.items, question.id)),
        (TARGET, "1" if alone else str(len(pairs)), targets),
    ):
        held = asked.dialect.add(made, "simpleMatchSet")
        for one in found:
            words = asked.words.sentence(one.text)
            name = f"{start}{one.letter}"
            kind = "simpleAssociableChoice"
            asked.choice_of(held, kind, words, identifier=name, match_max=most)
    asked.rules.whole(question.points, mapped=True)


def _likert(asked: Asked, question: Likert) -> None:
    """A choice for each statement."""
    lead = (question.lead,) if question.lead else ()
    words = asked.words.prompt(question) + asked.words.paragraphs(lead)
    insert(asked.dialect, asked.block, words)
    for number, row in enumerate(question.rows, 1):
        asked.response("single", "identifier", name=response(number))
        settings = {"shuffle": "false", "max_choices": "1"}
        made = asked.bare("choiceInteraction", row, response(number), **settings)
        for place, text in enumerate(question.scale, 1):
            said = asked.words.sentence(text)
            asked.choice_of(made, "simpleChoice", said, identifier=f"s{place}")


def _long_fill_in(asked: Asked, question: LongFillIn) -> None:
    asked.response("single", "string")
    asked.interaction("extendedTextInteraction", question, expected_lines=_LINES)


def share(points: int, parts: int) -> str:
    """Of the points, to six places: all the parts are set to the whole by a rule of their own."""
    return f"{points / parts:.6f}".rstrip("0").rstrip(".")


def _flag(value: bool) -> str:
    return "true" if value else "false"


_WAYS: dict[type[Interaction], Callable[[Asked, Any], None]] = {
    Choice: _choice,
    FillIn: _fill_in,
    Numeric: _fill_in,
    Sequencing: _sequencing,
    Matching: _matching,
    Likert: _likert,
    LongFillIn: _long_fill_in,
}
"""Each takes the one interaction of its kind, so that their types meet in no other word than
`Any`."""
SUPPORTED = frozenset(_WAYS)
"""What an item can ask."""
