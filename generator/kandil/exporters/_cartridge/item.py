"""A question in QTI 1.2.1 as Common Cartridge profiles it: one right answer or several, true or
false, one gap, own words. There is no part of the points: it is right, or it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree
from markupsafe import Markup

from kandil.exporters._cartridge.version import QTI
from kandil.exporters._native import typed
from kandil.exporters._native.apart import gapless, unlinked
from kandil.exporters._native.asked import Asked
from kandil.exporters._native.question_words import GAP, QuestionWords
from kandil.model.brief import gaps
from kandil.model.inlines import Blank
from kandil.model.interactions import Choice, FillIn, Interaction, LongFillIn, Option
from kandil.model.text import map_texts
from kandil.package.xml import Vocabulary
from kandil.values import dataclass

WORDS = Vocabulary({"": QTI})
RESPONSE = "response"
LONGEST = 250
"""Signs of a name: Moodle keeps 255."""
FEWEST = 3
"""Answers of a question with one right answer (rule 4d of the profile)."""
_GAP = re.compile(f"<{GAP}[^>]*/>")
_TRUE = {"True": "true", "Yes": "true", "False": "false", "No": "false"}
"""Names of the two answers: Moodle takes no others."""
_PROFILES = {"single": "multiple_choice", "multiple": "multiple_response"}


def takes(question: Interaction) -> bool:
    """Whether the profile has it."""
    match question:
        case Choice(form="single"):
            return question.scored and len(question.options) >= FEWEST
        case Choice():
            return question.scored
        case FillIn():
            blanks = [*gaps(question)]
            number = blanks[0].number if len(blanks) == 1 else None
            # Moodle, which cannot be told here that it is none, takes it for any run of signs.
            star = any("*" in answer for one in blanks for answer in one.answers)
            return len(blanks) == 1 and not star and (number is None or number.low == number.high)
    return isinstance(question, LongFillIn)


def profile(question: Interaction) -> str:
    """`cc_profile` of an item."""
    if isinstance(question, Choice):
        kind = _PROFILES.get(question.form, "true_false")
    else:
        kind = "fib" if isinstance(question, FillIn) else "essay"
    return f"cc.{kind}.v0p1"


def add_item(parent: etree._Element, asked: Asked, words: QuestionWords) -> None:
    """An item with its feedback."""
    root = WORDS.add(parent, "item", ident=asked.name, title=asked.question.prompt.plain[:LONGEST])
    # A platform asks it apart from the pages, so a link to one of them would lead nowhere.
    question = unlinked(asked.question)
    fields = {"cc_profile": profile(question)}
    if question.scored:
        fields["cc_weighting"] = str(question.points)
    if isinstance(question, LongFillIn):
        fields["qmd_computerscored"] = "No"
    metadata(WORDS.add(root, "itemmetadata"), fields)
    writer = _Item(question, words, WORDS.add(root, "presentation"))
    writer.present()
    told = {name: markup for name, markup in writer.told() if markup}
    if told or question.scored:
        writer.process(WORDS.add(root, "resprocessing"), told)
    for name, markup in told.items():
        _feedback(root, name, markup)


def metadata(parent: etree._Element, fields: dict[str, str]) -> None:
    """Labels and entries."""
    held = WORDS.add(parent, "qtimetadata")
    for label, entry in fields.items():
        field = WORDS.add(held, "qtimetadatafield")
        WORDS.add(field, "fieldlabel", label)
        WORDS.add(field, "fieldentry", entry)


def material(parent: etree._Element, markup: Markup) -> None:
    """Words with their markup, which is text to an XML reader."""
    held = WORDS.add(parent, "material")
    WORDS.add(held, "mattext", str(markup).strip(), texttype="text/html")


def _feedback(root: etree._Element, name: str, markup: Markup) -> None:
    held = WORDS.add(root, "itemfeedback", ident=name)
    if name == "solution":
        held = WORDS.add(WORDS.add(held, "solution"), "solutionmaterial")
    material(WORDS.add(held, "flow_mat"), markup)


@dataclass(frozen=True, slots=True)
class _Item:
    """Writes one."""

    question: Interaction
    words: QuestionWords
    presentation: etree._Element

    def present(self) -> None:
        """What is asked, and what may be answered."""
        text = self.words.prompt(self.question)
        if isinstance(self.question, FillIn):
            # The lines that stand there already are the other gaps of the sentence.
            body = map_texts(self.question.body, gapless)
            text += Markup(_GAP.sub("________", self.words.gapped(body)[0]))
        material(self.presentation, text)
        if not isinstance(self.question, Choice):
            held = WORDS.add(
                self.presentation, "response_str", ident=RESPONSE, rcardinality="Single"
            )
            WORDS.add(held, "render_fib", prompt="Dashline")
            return
        several = self.question.form == "multiple"
        held = WORDS.add(
            self.presentation,
            "response_lid",
            ident=RESPONSE,
            rcardinality="Multiple" if several else "Single",
        )
        mixed = self.question.shuffle is not False and self.question.form != "true_false"
        shown = WORDS.add(held, "render_choice", shuffle="Yes" if mixed else "No")
        for option in self.question.options:
            label = WORDS.add(shown, "response_label", ident=ident(option))
            material(label, self.words.sentence(self.words.option(option)))

    def told(self) -> Iterator[tuple[str, Markup]]:
        """What is said, by its name."""
        one = self.question
        if isinstance(one, LongFillIn):
            yield "solution", self.words.paragraphs((*one.hints, *one.why, *one.model_answer))
            return
        yield "general", self.words.paragraphs((*one.why, *one.hints))
        yield "right", self.words.paragraphs(one.correct)
        yield "wrong", self.words.paragraphs(one.incorrect)
        if isinstance(one, Choice):
            for option in one.options:
                yield f"about-{ident(option)}", self.words.paragraphs(option.feedback)

    def process(self, parent: etree._Element, told: dict[str, Markup]) -> None:
        """General words for every answer, then what is right, then what is said of the rest."""
        outcomes = WORDS.add(parent, "outcomes")
        WORDS.add(
            outcomes, "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100"
        )
        rules = _Rules(parent, told)
        if isinstance(self.question, LongFillIn):
            rules.add("No", {"solution": "Solution"})
            return
        rules.add("Yes", {"general": "Response"})
        match self.question:
            case Choice(form="multiple"):
                self._several(rules)
            case Choice(options=options):
                self._single(rules, options)
            case FillIn():
                condition = rules.add("No", {"right": "Response"}, score=True)
                case = "Yes" if self.question.case or self.question.exact else "No"
                for word in accepted(self.question, next(gaps(self.question))):
                    WORDS.add(condition, "varequal", word, respident=RESPONSE, case=case)
                rules.add("No", {"wrong": "Response"})

    def _single(self, rules: _Rules, options: tuple[Option, ...]) -> None:
        for one in options:
            name = ident(one)
            said = {f"about-{name}": "Response", "right" if one.right else "wrong": "Response"}
            condition = rules.add("No", said, score=one.right, other=False)
            if condition is not None:
                WORDS.add(condition, "varequal", name, respident=RESPONSE)

    def _several(self, rules: _Rules) -> None:
        assert isinstance(self.question, Choice)
        for one in self.question.options:
            said = {f"about-{ident(one)}": "Response"}
            if (condition := rules.add("Yes", said, other=False)) is not None:
                WORDS.add(condition, "varequal", ident(one), respident=RESPONSE)
        condition = rules.add("No", {"right": "Response"}, score=True, other=False)
        every = WORDS.add(condition, "and")
        for one in self.question.options:
            parent = every if one.right else WORDS.add(every, "not")
            WORDS.add(parent, "varequal", ident(one), respident=RESPONSE, case="Yes")
        rules.add("No", {"wrong": "Response"})


@dataclass(frozen=True, slots=True)
class _Rules:
    """Conditions of one item."""

    parent: etree._Element
    told: dict[str, Markup]

    def add(
        self, goes_on: str, said: dict[str, str], *, score: bool = False, other: bool | None = None
    ) -> etree._Element:
        """One; gives where its test stands. Without anything to do there is none, and what is
        added to it is lost."""
        said = {name: kind for name, kind in said.items() if name in self.told}
        whole = WORDS.root("respcondition")
        whole.set("continue", goes_on)
        test = WORDS.add(whole, "conditionvar")
        if other is None and not score:
            WORDS.add(test, "other")
        if score:
            WORDS.add(whole, "setvar", "100", varname="SCORE", action="Set")
        for name, kind in said.items():
            WORDS.add(whole, "displayfeedback", feedbacktype=kind, linkrefid=name)
        if score or said:
            self.parent.append(whole)
        return test


def ident(option: Option) -> str:
    """Of an answer."""
    return _TRUE[option.word] if option.text is None else option.letter


def accepted(question: FillIn, blank: Blank) -> tuple[str, ...]:
    """Of a gap: the author's words, and the other forms of them."""
    if blank.number is not None:
        plain = f"{Decimal(blank.number.low):f}"
        return tuple(dict.fromkeys((plain, plain.replace(".", ","))))
    return typed.accepted(question, blank)
