"""Moodle's question XML: all that its bank holds of a question, pictures in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping

from lxml import etree

from kandil.exporters._moodle.asking import written
from kandil.exporters._moodle.bank import BankQuestion, Kind
from kandil.exporters._moodle.categories import Category
from kandil.exporters._moodle.files import files_in
from kandil.package.xml import serialise
from kandil.values import dataclass

PARTED: tuple[Kind, ...] = ("matching", "multichoice", "ordering")
"""Types that have words for all answers together, and say how much of one is right."""
_MARKUP: tuple[Kind, ...] = ("multichoice", "ordering")
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "gradingtype": "LONGEST_ORDERED_SUBSET",
    "showgrading": "SHOW",
    "numberingstyle": "none",
}
"""Graded much as on our page: by the longest run in the right order."""


def question_xml(categories: Iterable[Category], files: Mapping[str, bytes]) -> bytes:
    """The whole file; `files`: what its texts may name."""
    root = etree.Element("quiz")
    for category in categories:
        head = etree.SubElement(root, "question", type="category")
        _text(etree.SubElement(head, "category"), category.path)
        for question in category.questions:
            _Question(root, question, files).write()
    return serialise(root)


@dataclass(slots=True)
class _Question:
    """Writes one."""

    quiz: etree._Element
    question: BankQuestion
    files: Mapping[str, bytes]

    def write(self) -> None:
        """In the order in which Moodle writes it."""
        one = self.question
        root = etree.SubElement(self.quiz, "question", type=one.kind)
        _text(etree.SubElement(root, "name"), one.name)
        self.markup(root, "questiontext", one.text)
        self.markup(root, "generalfeedback", one.general)
        # Whoever needs another try loses nothing, as on our page.
        facts = {"defaultgrade": one.points, "penalty": 0, "hidden": 0, "idnumber": one.id}
        for name, value in facts.items():
            etree.SubElement(root, name).text = f"{value}"
        self.settings(root)
        if one.kind in PARTED:
            self.markup(root, "correctfeedback", one.right)
            self.markup(root, "partiallycorrectfeedback", one.wrong)
            self.markup(root, "incorrectfeedback", one.wrong)
            etree.SubElement(root, "shownumcorrect")
        self.answers(root)
        self.hints(root)
        tags = etree.SubElement(root, "tags") if one.tags else root
        for tag in one.tags:
            _text(etree.SubElement(tags, "tag"), tag)

    def settings(self, root: etree._Element) -> None:
        """Those of its type."""
        one = self.question
        found: dict[str, str] = {}
        match one.kind:
            case "multichoice":
                found = {"single": _said(one.single), "shuffleanswers": _said(one.shuffle)}
                found |= {"answernumbering": "none", "showstandardinstruction": "1"}
            case "matching":
                found = {"shuffleanswers": "true"}
            case "shortanswer":
                found = {"usecase": f"{one.case:d}"}
            case "ordering":
                found = {**_ORDERING, "selectcount": f"{len(one.answers)}"}
            case "essay":
                found = {"responseformat": "plain", "responserequired": "0"}
                found |= {"responsefieldlines": "5", "attachments": "0"}
        for name, value in found.items():
            etree.SubElement(root, name).text = value

    def answers(self, root: etree._Element) -> None:
        """What can be answered, each with its part of the points."""
        one = self.question
        for answer in one.answers:
            markup = one.kind in _MARKUP
            found = etree.SubElement(root, "answer", fraction=written(answer.percent))
            found.set("format", "html" if markup else "plain_text")
            _text(found, answer.words)
            if markup:
                self.beside(found, answer.words)
            self.markup(found, "feedback", answer.feedback)
            if one.kind == "numerical":
                etree.SubElement(found, "tolerance").text = written(answer.tolerance)
        for pair in one.pairs:
            found = self.markup(root, "subquestion", pair.stem)
            _text(etree.SubElement(found, "answer"), pair.target)

    def hints(self, root: etree._Element) -> None:
        """One for each further try, of which some may have no words."""
        one = self.question
        for number in range(max(len(one.hints), one.tries - 1 if one.kind in PARTED else 0)):
            words = one.hints[number] if number < len(one.hints) else ""
            hint = self.markup(root, "hint", words)
            if one.kind in PARTED:
                # Without words Moodle keeps only a hint that shows something.
                etree.SubElement(hint, "shownumcorrect")

    def markup(self, parent: etree._Element, name: str, words: str) -> etree._Element:
        """A text with its pictures."""
        found = etree.SubElement(parent, name, format="html")
        _text(found, words)
        self.beside(found, words)
        return found

    def beside(self, parent: etree._Element, words: str) -> None:
        """The pictures of a text."""
        for name in files_in(words):
            file = etree.SubElement(parent, "file", name=name, path="/", encoding="base64")
            file.text = b64encode(self.files[name]).decode()


def _text(parent: etree._Element, words: str) -> None:
    text = etree.SubElement(parent, "text")
    markup = set(words) & set("<&>") and "]]>" not in words
    text.text = etree.CDATA(words) if markup else words or None


def _said(value: bool) -> str:
    return f"{value}".lower()
