"""A course's questions in the terms of Moodle's bank."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import Protocol

from kandil.exporters._moodle.bank import ANY, Answer, BankQuestion, Kind, Pair, named
from kandil.exporters._moodle.shares import MOST, WHOLE, deduction, shares
from kandil.exporters._native.apart import gapless
from kandil.exporters._native.typed import accepted
from kandil.localize.words.answers import option_words
from kandil.model.blocks import Block, Paragraph
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.inlines import Blank
from kandil.model.interactions import (
    Choice,
    Entry,
    FillIn,
    Interaction,
    LongFillIn,
    Matching,
    Numeric,
    Option,
    Sequencing,
)
from kandil.model.text import Text, map_texts
from kandil.render.html.printed import lined
from kandil.values import dataclass

_NONE = Decimal(0)
_ROWS = 3
"""Moodle's form for a matching question asks for two stems and three targets at least."""


class Wording(Protocol):
    """Markup of a course's words."""

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Of a run of blocks."""
        ...

    def words(self, text: Text) -> str:
        """Of a sentence, without an element around it."""
        ...


def takes(question: Interaction) -> bool:
    """Whether Moodle's bank has a type for it as it stands: others go down the chain."""
    match question:
        case Choice():
            # A question without a right answer ends an import.
            return question.scored and sum(one.right for one in question.options) <= MOST
        case FillIn():
            return len([*gaps(question)]) == 1
        case Matching():
            spare = {target.letter for target in question.targets} - _homes(question)
            return len(question.items) > 1 and len(question.items) + len(spare) >= _ROWS
        case Sequencing():
            return len(question.items) > 1
        case LongFillIn():
            return True
    return False


def _homes(question: Matching) -> set[str]:
    return {item.home for item in question.items}


@dataclass(frozen=True, slots=True)
class Asking:
    """Puts the questions of one edition into Moodle's terms."""

    edition: Edition
    wording: Wording

    def question(
        self, question: Interaction, name: str, tags: tuple[str, ...], points: int | None = None
    ) -> BankQuestion:
        """`name`: its id in the category. `points`: other than its own, such as none for what is
        asked for practice. Raises `ValueError` for what `takes` refuses."""
        kind, answers = self._answers(question)
        right, wrong = self._paragraphs(question.correct), self._paragraphs(question.incorrect)
        hints = tuple(map(self._paragraph, question.hints))
        if kind == "truefalse":
            # It is answered once: nobody would see a hint that stands by itself.
            wrong, hints = wrong + "".join(hints), ()
        if kind in ("numerical", "shortanswer", "truefalse"):
            answers, right, wrong = _said(kind, answers, right, wrong), "", ""
        worth = question.points if points is None else points
        return BankQuestion(
            kind=kind,
            id=name,
            name=named(question.prompt.plain),
            text=self._text(question),
            points=0 if kind == "essay" else worth,
            general=self._general(question),
            answers=answers,
            pairs=tuple(self._pairs(question)) if isinstance(question, Matching) else (),
            single=not isinstance(question, Choice) or question.form != "multiple",
            shuffle=not isinstance(question, Choice) or question.shuffle is not False,
            case=isinstance(question, FillIn) and (question.case or question.exact),
            right=right,
            wrong=wrong,
            hints=hints,
            tries=question.attempts or 0,
            tags=(*tags, *filter(None, (question.bloom,))),
        )

    def _text(self, question: Interaction) -> str:
        """The prompt, and what stands between it and the answers; Moodle puts the field for an
        answer where it finds a line."""
        above = map_texts((Paragraph(question.prompt), *question.stem), gapless)
        body = question.body if isinstance(question, FillIn) else ()
        return self.wording.blocks((*above, *map_texts(map_texts(body, gapless), lined)))

    def _general(self, question: Interaction) -> str:
        """Reasons, and where Moodle has no place for it what is said of single items."""
        items: tuple[Entry, ...] = ()
        model: tuple[Text, ...] = ()
        match question:
            case Matching() | Sequencing():
                items = question.items
            case LongFillIn():
                model = question.model_answer
        said = "".join(
            f"<p>{self.wording.words(one.text)}</p>{self._of(one)}" for one in items if one.feedback
        )
        return said + self._paragraphs((*model, *question.why))

    def _of(self, item: Entry) -> str:
        return f"<blockquote>{self._paragraphs(item.feedback)}</blockquote>"

    def _answers(self, question: Interaction) -> tuple[Kind, tuple[Answer, ...]]:
        match question:
            case Choice(form="true_false") if question.options[0].word in ("True", "False"):
                return "truefalse", tuple(self._true_false(question))
            case Choice():
                return "multichoice", tuple(self._options(question))
            case Numeric():
                return "numerical", tuple(map(_number, gaps(question)))
            case FillIn():
                return "shortanswer", tuple(_accepted(question))
            case Sequencing():
                places = enumerate(question.items, 1)
                words = self.wording.words
                return "ordering", tuple(Answer(words(one.text), Decimal(n)) for n, one in places)
            case Matching():
                return "matching", ()
            case LongFillIn():
                return "essay", ()
        raise ValueError(f"no type of Moodle's for {question.name}")

    def _options(self, question: Choice) -> Iterable[Answer]:
        rights = sum(one.right for one in question.options)
        wrongs = len(question.options) - rights
        if question.form == "multiple":
            parts, less = iter(shares(rights)), deduction(rights, wrongs) if wrongs else _NONE
        else:
            parts, less = iter((WHOLE,) * rights), _NONE
        for option in question.options:
            yield self._option(option, next(parts) if option.right else less)

    def _option(self, option: Option, percent: Decimal) -> Answer:
        words = self.wording.words(option_words(self.edition, option))
        return Answer(words, percent, self._paragraphs(option.feedback))

    def _true_false(self, question: Choice) -> Iterable[Answer]:
        """True first, as Moodle asks for it."""
        for option in sorted(question.options, key=lambda one: one.word != "True"):
            feedback = self._paragraphs(option.feedback)
            yield Answer(option.word.lower(), WHOLE if option.right else _NONE, feedback)

    def _pairs(self, question: Matching) -> Iterable[Pair]:
        """Those of a group have the same target; what nothing belongs to stands without a stem."""
        targets = {target.letter: escape(target.text.plain) for target in question.targets}
        for item in question.items:
            yield Pair(self.wording.words(item.text), targets[item.home])
        for letter in sorted(targets.keys() - _homes(question)):
            yield Pair("", targets[letter])

    def _paragraphs(self, texts: Iterable[Text]) -> str:
        return self.wording.blocks(tuple(map(Paragraph, texts)))

    def _paragraph(self, text: Text) -> str:
        return self._paragraphs((text,))


def _said(kind: Kind, answers: tuple[Answer, ...], right: str, wrong: str) -> tuple[Answer, ...]:
    """What is said of right and of wrong answers, with the answers: these types have no other place
    for it."""

    def said(one: Answer) -> Answer:
        return Answer(
            one.words, one.percent, one.feedback + (right if one.percent else wrong), one.tolerance
        )

    told = tuple(map(said, answers))
    return (*told, Answer(ANY, _NONE, wrong)) if wrong and kind != "truefalse" else told


def _accepted(question: FillIn) -> Iterable[Answer]:
    """A star stands for any run of signs, unless a backslash is before it."""
    for words in accepted(question, next(gaps(question))):
        yield Answer(words.replace(ANY, f"\\{ANY}"), WHOLE)


def _number(gap: Blank) -> Answer:
    """The middle of the range, and how far its ends are away: exact, as decimals are."""
    assert gap.number
    low, high = Decimal(gap.number.low), Decimal(gap.number.high)
    middle = (low + high) / 2
    return Answer(written(middle), WHOLE, tolerance=high - middle)


def written(number: Decimal) -> str:
    """Without an exponent and without zeros at its end."""
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
