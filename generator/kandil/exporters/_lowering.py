"""Questions that a format cannot ask, as others that it can: Sequencing → Matching → Choice, and in
the end an exercise on paper with its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from kandil.exporters.exporter import EVERY, AsksAll, AsksOnly, Audience
from kandil.localize.words.formats import decimal
from kandil.model.blocks import Block, Heading, Paragraph, Printed, Quiz, Section
from kandil.model.brief import gaps
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.forms import Pair
from kandil.model.interactions import (
    Branching,
    Choice,
    Decision,
    Entry,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Numeric,
    Option,
    Sequencing,
    Shared,
    Target,
)
from kandil.model.structure import holders
from kandil.model.text import Text, field_names, map_texts
from kandil.problems import Place, Problem
from kandil.render.html.printed import lined, printed
from kandil.values import dataclass

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Node = TypeVar("Node")
_HINT = "Look at it in what was built: this format cannot ask it as it is written."
_PRIVATE = ": its answer stays with the learner"
_WORDS: dict[type[Interaction], str] = {
    Matching: "as one to match",
    FillIn: "as gaps to fill, one each",
}


class Asker(Protocol):
    """An exporter, as far as it says what it can ask."""

    name: ClassVar[str]
    supports: ClassVar[frozenset[type[Interaction]]]
    audience: ClassVar[Audience]
    stores: ClassVar[bool]

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        """As `Exporter.takes`."""
        ...


def lowered(edition: Edition, asker: Asker) -> tuple[Edition, list[Problem]]:
    """The edition with questions that this exporter may and can ask, and a V030 for each that was
    another."""
    if asker.supports >= EVERY and not asker.stores:
        return edition, []
    changed: list[Problem] = []
    modules = tuple(_lesson(edition, module, asker, changed) for module in edition.course.modules)
    course = replace(edition.course, modules=modules)
    if measures(asker):
        course = replace(course, forms=tuple(_told(course, asker, changed)))
    return replace(edition, course=course), changed


def measures(asker: Asker) -> bool:
    """Whether it makes forms: what facilitators put where answers are kept. There is no lesson in
    them in which a question could stand printed."""
    return asker.stores and asker.audience == "facilitator"


def _told(course: Course, asker: Asker, changed: list[Problem]) -> Iterator[Pair]:
    """Forms A and B without a pair of which one question is sensitive: one alone compares with
    nothing. None where nobody may know that she learns this."""
    private = course.sensitive or course.profile == "none"
    for pair in course.forms:
        if not (private or pair.before.sensitive or pair.after.sensitive):
            yield pair
            continue
        for one in (pair.before, pair.after):
            message = f"The format '{asker.name}' is not given this question{_PRIVATE}"
            changed.append(Problem("V030", one.place, message, _HINT))


def _lesson(edition: Edition, module: Module, asker: Asker, changed: list[Problem]) -> Module:
    """With what it holds for the trainer."""
    lowering = _Lowering(edition, module, asker, changed)
    if isinstance(asker, AsksOnly) and asker.asks_only(edition.course):
        place = Place(f"{edition.course.folder}/{module.file}", 1)
        message = f"The format '{asker.name}' holds only the questions of this lesson"
        changed.append(Problem("V030", place, message, _HINT))
    blocks, trainer = lowering.blocks(module.blocks), lowering.blocks(module.trainer)
    return replace(module, blocks=blocks, trainer=trainer)


def stays(course: Course, module: Module, question: Interaction) -> bool:
    """Whether a question has no place where answers are kept by somebody else: whatever the course
    reports (`lms_profile`), such a platform keeps each answer to what it asks.

    Sensitive questions, a survivor's decisions (`rulings.md` 3) and polls never have; own
    words, statements about herself and scenarios only with the profile `full`."""
    if course.sensitive or course.profile == "none" or question.sensitive:
        return True
    match question:
        case Decision() | Choice(scored=False):
            return True
        case Branching():
            return course.profile != "full" or module.sensitivity != "none"
        case Likert() | LongFillIn():
            return course.profile != "full"
    return False


@dataclass(slots=True)
class _Lowering:
    """Goes through a lesson."""

    edition: Edition
    lesson: Module
    asker: Asker
    changed: list[Problem]
    quizzed: bool = False
    """Whether it is in a quiz."""

    def fits(self, question: Interaction) -> bool:
        """Whether it can stay as it is."""
        if type(question) not in self.asker.supports or self.private(question):
            return False
        return not self.compared and self.asker.takes(question, self.quizzed)

    @property
    def compared(self) -> bool:
        """Whether forms A and B are asked in the place of quizzes."""
        return measures(self.asker) and bool(self.edition.course.forms)

    def private(self, question: Interaction) -> bool:
        """Whether nobody but the learner may have the answer."""
        return self.asker.stores and stays(self.edition.course, self.lesson, question)

    def blocks(self, blocks: tuple[Node, ...], level: int = 2) -> tuple[Node, ...]:
        """A run of blocks, or of what holds blocks; a quiz among them has a heading of `level`."""
        run = tuple(new for block in blocks for new in self.block(block, level))
        return cast("tuple[Node, ...]", run)

    def block(self, block: object, level: int) -> tuple[object, ...]:
        """One of them: itself, or what stands in its place."""
        if isinstance(block, tuple):
            return (self.blocks(block, level),)
        deeper = level + isinstance(block, Section)
        kind: type = block.__class__
        self.quizzed |= isinstance(block, Quiz)
        inner = {name: self.blocks(getattr(block, name), deeper) for name in holders(kind)}
        if isinstance(block, Quiz):
            return self.quiz(block, inner["blocks"], inner["bank"], level)
        whole = replace(cast("DataclassInstance", block), **inner) if inner else block
        if isinstance(whole, Interaction) and not self.fits(whole):
            return self.question(whole)
        return (whole,)

    def quiz(
        self, quiz: Quiz, blocks: tuple[Block, ...], bank: tuple[Block, ...], level: int
    ) -> tuple[Block, ...]:
        """With what can still be asked; without a question it is a part like any other."""
        self.quizzed = False
        asked = tuple(one for one in bank if isinstance(one, Interaction))
        paper = tuple(one for one in bank if not isinstance(one, Interaction))
        left = replace(quiz, blocks=(*blocks, *paper), bank=asked)
        if left.questions or not quiz.questions:
            return (replace(left, draw=self.drawn(left)),)
        return (Heading(level, quiz.title, quiz.anchor), *left.blocks)

    def drawn(self, quiz: Quiz) -> int:
        """How many of its questions a learner is asked; 0: all."""
        number = len(quiz.scored)
        if not (isinstance(self.asker, AsksAll) and 0 < quiz.draw < number):
            return min(quiz.draw, number)
        name = self.asker.name
        message = (
            f"The format '{name}' asks all {number} questions of a quiz that draws {quiz.draw}"
        )
        self.changed.append(Problem("V030", quiz.place, message, _HINT))
        return 0

    def question(self, question: Interaction) -> tuple[Block, ...]:
        """In the first form down the chain that the format can ask; else on paper."""
        if self.private(question):
            self.note(question, f"printed with the key{_PRIVATE}")
            return (Printed(printed(question, self.edition), question.place),)
        for kind, made in self.forms(question):
            if kind in self.asker.supports and all(map(self.fits, made)):
                how = _WORDS.get(kind) or f"as {len(made)} with one right answer"
                self.note(question, how + self.weight(question, made))
                return made
        self.note(question, "printed, with the key")
        return (Printed(printed(question, self.edition), question.place),)

    def forms(
        self, question: Interaction
    ) -> Iterator[tuple[type[Interaction], tuple[Interaction, ...]]]:
        """What it can become, the closest first."""
        match question:
            case Sequencing():
                matching = self.matching(question)
                yield Matching, (matching,)
                yield Choice, _choices(matching, shuffle=False)
            case Matching():
                yield Choice, _choices(question)
            case Numeric():
                yield FillIn, (_gap(question),)
            case FillIn():
                yield FillIn, tuple(_single_gaps(question))

    def weight(self, question: Interaction, made: tuple[Interaction, ...]) -> str:
        """What the questions of a quiz count together, where that is something else: points are
        whole, and one question may become more than it had."""
        points = sum(one.points for one in made)
        return f", {points} points in all" if self.quizzed and points != question.points else ""

    @property
    def pageless(self) -> bool:
        """Whether there is no page on which a question could stand printed."""
        asker, course = self.asker, self.edition.course
        return measures(asker) or (isinstance(asker, AsksOnly) and asker.asks_only(course))

    def note(self, question: Interaction, how: str) -> None:
        """For the report."""
        message = f"The format '{self.asker.name}' is given this question {how}"
        if self.pageless and how.startswith("printed"):
            why = _PRIVATE if how.endswith(_PRIVATE) else ""
            message = f"The format '{self.asker.name}' is not given this question{why}"
        self.changed.append(Problem("V030", question.place, message, _HINT))

    def matching(self, question: Sequencing) -> Matching:
        """Each step with its place in the order."""
        targets = tuple(
            Target(item.letter, self.number(question, number))
            for number, item in enumerate(question.items, 1)
        )
        items = tuple(replace(item, home=item.letter) for item in question.items)
        return Matching(**_shared(question), form="pairs", items=items, targets=targets)

    def number(self, question: Interaction, number: int) -> Text:
        """In the digits of the locale."""
        words = decimal(Decimal(number), self.edition.locale)
        return Text(words, (words,), question.place)


def _choices(question: Matching, shuffle: bool | None = None) -> tuple[Interaction, ...]:
    """One for each item. They share its points as far as whole points go."""
    shared = _shared(question)
    points = question.points // len(question.items) or min(question.points, 1)

    def one(item: Entry) -> Choice:
        own: Shared = {
            **shared,
            "id": f"{question.id}-{item.letter}",
            "points": points,
            "stem": (*question.stem, Paragraph(item.text)),
            "why": (*item.feedback, *question.why),
        }
        options = (Option(to.letter, to.text, to.letter == item.home) for to in question.targets)
        return Choice(**own, form="single", options=tuple(options), shuffle=shuffle)

    return tuple(map(one, question.items))


def _gap(question: Numeric) -> FillIn:
    """A number is a gap like any other."""
    shared = _shared(question)
    return FillIn(**shared, body=question.body, case=question.case, exact=question.exact)


def _single_gaps(question: FillIn) -> Iterator[FillIn]:
    """One question a gap, in which the others are lines. They share its points as far as whole
    points go."""
    blanks = [*gaps(question)]
    points = question.points // len(blanks) or min(question.points, 1)
    for number, blank in enumerate(blanks, 1):
        body = map_texts(question.body, partial(lined, kept=blank))
        own: Shared = {**_shared(question), "id": f"{question.id}-{number}", "points": points}
        kind = FillIn if blank.number is None else Numeric
        yield kind(**own, body=body, case=question.case, exact=question.exact)


def _shared(question: Interaction) -> Shared:
    """What every interaction has."""
    return cast(Shared, {name: getattr(question, name) for name in field_names(Interaction)})
