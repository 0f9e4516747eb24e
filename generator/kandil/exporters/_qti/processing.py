"""Response processing: from her answer to points and to what is said of it (QTI 2.1 ASI 5.2 and 8;
the same in 3.0). Written out, since no template of the standard gives feedback."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lxml import etree

from kandil.exporters._native.typed import accepted
from kandil.exporters._qti.dialect import Dialect
from kandil.model.inlines import Blank
from kandil.model.interactions import FillIn
from kandil.values import dataclass

RESPONSE, SCORE, VERDICT, CHOSEN, FITTING = "RESPONSE", "SCORE", "VERDICT", "CHOSEN", "FITTING"
RIGHT, WRONG, GIVEN = "right", "wrong", "given"


@dataclass(frozen=True, slots=True)
class Processing:
    """Writes the rules of one item into `rules`."""

    dialect: Dialect
    rules: etree._Element

    def whole(self, points: int, *, mapped: bool) -> None:
        """All points for exactly the key; else what the mapping gives, or none."""
        condition = self.dialect.add(self.rules, "responseCondition")
        right = self.dialect.add(condition, "responseIf")
        match = self.dialect.add(right, "match")
        self.dialect.add(match, "variable", identifier=RESPONSE)
        self.dialect.add(match, "correct", identifier=RESPONSE)
        self.set(right, SCORE, "float", str(points))
        self.set(right, VERDICT, "identifier", RIGHT)
        wrong = self.dialect.add(condition, "responseElse")
        if mapped:
            score = self.dialect.add(wrong, "setOutcomeValue", identifier=SCORE)
            self.dialect.add(score, "mapResponse", identifier=RESPONSE)
        else:
            self.set(wrong, SCORE, "float", "0")
        self.set(wrong, VERDICT, "identifier", WRONG)

    def gaps(self, question: FillIn, blanks: Sequence[Blank]) -> None:
        """Each gap that fits gives its part of the points; all of them, exactly all."""
        self.set(self.rules, FITTING, "integer", "0")
        for number, blank in enumerate(blanks, 1):
            condition = self.dialect.add(self._filled(response(number)), "responseCondition")
            fits = self.dialect.add(condition, "responseIf")
            self._fits(fits, response(number), blank, question)
            count = self.dialect.add(fits, "setOutcomeValue", identifier=FITTING)
            more = self.dialect.add(count, "sum")
            self.dialect.add(more, "variable", identifier=FITTING)
            self._value(more, "integer", "1")
        score = self.dialect.add(self.rules, "setOutcomeValue", identifier=SCORE)
        share = self.dialect.add(score, "divide")
        product = self.dialect.add(share, "product")
        self.dialect.add(product, "variable", identifier=FITTING)
        self._value(product, "float", str(question.points))
        self._value(share, "float", str(len(blanks)))
        self._counted(len(blanks))

    def given(self) -> None:
        """Nothing is right or wrong; what there is to say is said."""
        self.set(self.rules, VERDICT, "identifier", GIVEN)

    def chosen(self, *, single: bool) -> None:
        """What she chose opens what is said of it."""
        outcome = self.dialect.add(self.rules, "setOutcomeValue", identifier=CHOSEN)
        held = self.dialect.add(outcome, "multiple") if single else outcome
        self.dialect.add(held, "variable", identifier=RESPONSE)

    def set(self, parent: etree._Element, outcome: str, kind: str, value: str) -> None:
        """A value that is known."""
        rule = self.dialect.add(parent, "setOutcomeValue", identifier=outcome)
        self._value(rule, kind, value)

    def _filled(self, name: str) -> etree._Element:
        """Rules for a gap that is not empty: not every engine can compare nothing with a word."""
        condition = self.dialect.add(self.rules, "responseCondition")
        given = self.dialect.add(condition, "responseIf")
        empty = self.dialect.add(self.dialect.add(given, "not"), "isNull")
        self.dialect.add(empty, "variable", identifier=name)
        return given

    def _counted(self, number: int) -> None:
        condition = self.dialect.add(self.rules, "responseCondition")
        right = self.dialect.add(condition, "responseIf")
        equal = self.dialect.add(right, "equal", tolerance_mode="exact")
        self.dialect.add(equal, "variable", identifier=FITTING)
        self._value(equal, "integer", str(number))
        self.set(right, VERDICT, "identifier", RIGHT)
        wrong = self.dialect.add(condition, "responseElse")
        self.set(wrong, VERDICT, "identifier", WRONG)

    def _fits(self, parent: etree._Element, name: str, blank: Blank, question: FillIn) -> None:
        """Both ends of a range belong to it; of words one of them is enough."""
        if blank.number is not None:
            both = self.dialect.add(parent, "and")
            for word, end in (("gte", blank.number.low), ("lte", blank.number.high)):
                compared = self.dialect.add(both, word)
                self.dialect.add(compared, "variable", identifier=name)
                self._value(compared, "float", plain(end))
            return
        words = accepted(question, blank)
        one = self.dialect.add(parent, "or") if len(words) > 1 else parent
        for word in words:
            case = "true" if strict(question) else "false"
            same = self.dialect.add(one, "stringMatch", case_sensitive=case)
            self.dialect.add(same, "variable", identifier=name)
            self._value(same, "string", word)

    def _value(self, parent: etree._Element, kind: str, value: str) -> None:
        self.dialect.add(parent, "baseValue", value, base_type=kind)


def response(number: int) -> str:
    """The variable of a gap, or of a statement to rate, counted from 1."""
    return f"{RESPONSE}_{number}"


def strict(question: FillIn) -> bool:
    """Whether capital letters matter."""
    return question.case or question.exact


def plain(number: Decimal) -> str:
    """Digits with a point, as the standard writes a float."""
    return f"{Decimal(number):f}"
