"""A quiz of a backup: its slots, what they lead to, its grade and its completion."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

from lxml import etree

from kandil.exporters._mbz.activity_files import WHOLE
from kandil.exporters._mbz.bank_parts import EntryPart, bank
from kandil.exporters._mbz.parts import ActivityPart, Parts, text
from kandil.values import dataclass


def check_quiz(parts: Parts, quiz: ActivityPart) -> None:
    """Notes what a restore would take without a word."""
    own = [entry for entry in bank(parts) if entry.context == quiz.context]
    rows = quiz.root.findall("quiz/question_instances/question_instance")
    if [text(row, "slot") for row in rows] != [f"{n}" for n in range(1, len(rows) + 1)]:
        parts.fault(quiz.file, "its slots are not numbered from 1 on")
    if text(quiz.root, "quiz/sections/section/firstslot") != "1":
        parts.fault(quiz.file, "no part of it begins with the first slot")
    slots = _Slots(parts, quiz, {entry.entry: entry for entry in own})
    used = {name for row in rows for name in slots.check(row)}
    lost = [entry.question.id for entry in own if entry.entry not in used]
    if lost:
        parts.fault(quiz.file, f"no slot leads to {', '.join(lost)}")
    _grade(parts, quiz, rows)


@dataclass(frozen=True, slots=True)
class _Slots:
    """Those of one quiz, beside the entries of its bank."""

    parts: Parts
    quiz: ActivityPart
    entries: dict[str, EntryPart]

    def check(self, row: etree._Element) -> list[str]:
        """The entries that the slot may ask."""
        whole, drawn = row.findall("question_reference"), row.findall("question_set_reference")
        number = text(row, "slot")
        if len(whole) + len(drawn) != 1:
            self.fault(f"the slot {number} has not one reference")
            return []
        [reference] = (*whole, *drawn)
        if text(reference, "usingcontextid") != self.quiz.context:
            self.fault(f"the slot {number} refers from another context than its quiz's")
        where = text(reference, "component"), text(reference, "questionarea")
        if where != ("mod_quiz", "slot"):
            self.fault(f"the slot {number} does not refer as a slot of a quiz does")
        return self.drawn(row, reference) if drawn else self.whole(row, reference)

    def whole(self, row: etree._Element, reference: etree._Element) -> list[str]:
        """One question, with its own points."""
        name, number = text(reference, "questionbankentryid"), text(row, "slot")
        entry = self.entries.get(name)
        if entry is None:
            self.fault(f"the slot {number} leads to no question of its quiz")
            return []
        if entry.mark != _number(text(row, "maxmark")):
            self.fault(f"the slot {number} gives other points than its question")
        if entry.question.kind in ("essay", "description") and entry.mark:
            self.fault(f"the slot {number} would leave the grade open until a teacher marks it")
        return [name]

    def drawn(self, row: etree._Element, reference: etree._Element) -> list[str]:
        """Any of a category, which must have enough of them."""
        number = text(row, "slot")
        try:
            category = json.loads(text(reference, "filtercondition"))["questioncategoryid"]
        except (ValueError, KeyError, TypeError):
            category = ""
        names = [name for name, one in self.entries.items() if one.category == category]
        rows = self.quiz.root.iterfind(".//filtercondition")
        times = sum(one.text == text(reference, "filtercondition") for one in rows)
        if len(names) < times:
            self.fault(f"the slot {number} draws from a category that has too few questions")
        return names

    def fault(self, words: str) -> None:
        """Notes it."""
        self.parts.fault(self.quiz.file, words)


def _grade(parts: Parts, quiz: ActivityPart, rows: list[etree._Element]) -> None:
    """What it gives together, in the gradebook and in its completion."""
    marks = sum((_number(text(row, "maxmark")) for row in rows), Decimal(0))
    if abs(_number(text(quiz.root, "quiz/sumgrades")) - marks) > Decimal("0.00001"):
        parts.fault(quiz.file, "its points are not those of its slots together")
    if not marks:
        return None
    file, items = f"{quiz.folder}/grades.xml", quiz.tree("grades").findall(".//grade_item")
    if _number(text(quiz.root, "quiz/grade")) != WHOLE:
        parts.fault(quiz.file, f"it does not give {WHOLE} in the gradebook")
    own = ("mod", "quiz", quiz.root.get("id"))
    names = ("itemtype", "itemmodule", "iteminstance")
    if [tuple(text(one, name) for name in names) for one in items] != [own]:
        return parts.fault(file, "it has not one grade item, of this quiz")
    low, high = (_number(text(items[0], name)) for name in ("gradepass", "grademax"))
    if not 0 <= low <= high or high != WHOLE:
        parts.fault(file, "what is enough to pass is not a part of what it gives")
    module = quiz.tree("module")
    said = [text(module, f"completion{one}") for one in ("", "passgrade", "gradeitemnumber")]
    if said != ["2", "1", "0"]:
        parts.fault(f"{quiz.folder}/module.xml", "its completion does not hang on passing")
    return None


def _number(words: str) -> Decimal:
    try:
        return Decimal(words)
    except InvalidOperation:
        return Decimal(-1)
