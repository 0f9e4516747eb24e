"""What an answer is in words: the one place for pages, exporters without pages, and key sheets."""

from __future__ import annotations

from kandil.localize.words.formats import decimal
from kandil.localize.words.territory import own_text
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import (
    Choice,
    Decision,
    FillIn,
    Interaction,
    Matching,
    Option,
    Sequencing,
)
from kandil.model.text import Text
from kandil.values import dataclass

_OUTCOMES = {"good": "safer", "bad": "riskier", "neutral": "depends"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of the key of a question."""

    words: Text
    verdict: str = ""
    """`This one.`, `Safer.`; empty where standing in the key says it."""
    home: Text | None = None
    """Where an item belongs."""
    reason: tuple[Text, ...] = ()

    def plain(self, arrow: str = " → ") -> str:
        """All of it, for a format without markup; `arrow` leads to where an item belongs."""
        place = f"{arrow}{self.home.plain}" if self.home else ""
        parts = (self.words.plain + place, self.verdict, *(text.plain for text in self.reason))
        return " ".join(filter(None, parts))


def option_words(edition: Edition, option: Option) -> Text:
    """The author's, or those of the interface for true and false."""
    if option.text:
        return option.text
    translate = edition.translate
    words = {
        "True": translate("True"),
        "False": translate("False"),
        "Yes": translate("Yes"),
        "No": translate("No"),
    }
    return own_text(words[option.word], edition.course.title.place)


def verdict(edition: Edition, option: Option) -> str:
    """Whether it is right."""
    right, wrong = edition.translate("This one."), edition.translate("Not this one.")
    return right if option.right else wrong


def stance(edition: Edition, kind: str) -> str:
    """What may come of a way to act, or of a step by its outcome."""
    # safety: what may come of a way to act; all are drawn alike, none is called right or wrong
    safer = edition.translate("Safer.")
    # safety: what may come of a way to act; all are drawn alike, none is called right or wrong
    riskier = edition.translate("Riskier.")
    # safety: what may come of a way to act; all are drawn alike, none is called right or wrong
    depends = edition.translate("It depends.")
    known = {"safer": safer, "riskier": riskier, "depends": depends}
    return known[_OUTCOMES.get(kind, kind)]


def accepted(edition: Edition, blank: Blank) -> tuple[str, ...]:
    """What may be written into a gap; a number in the signs of the locale."""
    return blank.answers if blank.number is None else (_number(edition, blank.number),)


def _number(edition: Edition, number: Range) -> str:
    low, high = (decimal(end, edition.locale) for end in (number.low, number.high))
    return low if low == high else f"{low}–{high}"


def key(edition: Edition, question: Interaction) -> tuple[Answer, ...]:
    """What is right, and why, of any question that has a key; else nothing."""
    match question:
        case Choice(scored=True):
            return tuple(
                Answer(option_words(edition, one), verdict(edition, one), None, one.feedback)
                for one in question.options
            )
        case FillIn():
            return tuple(Answer(_gap(edition, question, one)) for one in gaps(question))
        case Sequencing():
            return tuple(Answer(one.text, reason=one.feedback) for one in question.items)
        case Matching():
            homes = {target.letter: target.text for target in question.targets}
            return tuple(
                Answer(one.text, home=homes[one.home], reason=one.feedback)
                for one in question.items
            )
        case Decision():
            return tuple(
                Answer(one.text, stance(edition, one.stance), None, one.reason)
                for one in question.ways
            )
    return ()


def _gap(edition: Edition, question: FillIn, blank: Blank) -> Text:
    return own_text(" · ".join(accepted(edition, blank)), question.place)


def reasons(question: Interaction) -> tuple[Text, ...]:
    """What is said once she has answered, whatever the answer was."""
    return (*question.correct, *question.incorrect, *question.why)
