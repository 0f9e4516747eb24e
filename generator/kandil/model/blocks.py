"""The blocks of a lesson, smaller than any output format needs."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kandil.model.drawing import Drawing
from kandil.model.help import Fact, Help, Line
from kandil.model.inlines import Image
from kandil.model.interactions import Interaction
from kandil.model.text import Text
from kandil.problems import Place
from kandil.values import dataclass

Kind = Literal["note", "tip", "warning", "safety", "detail", "message", "address"]
SHOWN = ("message", "address")
"""Kinds that show what somebody else writes: nothing in them is advice."""
Fixed = Literal["before", "why", "ideas", "do", "remember", "help"]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 to 6; level 1 is the title in the front matter."""

    level: int
    text: Text
    anchor: str
    """Unique in the page; from the source language in every translation."""
    objectives: tuple[str, ...] = ()
    """Ids that `<!-- objective: LO1 -->` names: a result sends her here to read again."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    safety: bool = False
    """True behind `<!-- safety -->`: its translation must be reviewed for a release."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that stands alone."""

    image: Image
    alt: Text | None
    """None where it is decorative."""
    place: Place
    drawing: Drawing | None = None
    """Of an image that the author wants inline; a format that cannot do that shows the file."""


@dataclass(frozen=True, slots=True)
class Item:
    blocks: tuple[Block, ...]
    checked: bool | None = None
    """None: not a task. True: the author ticked it."""


@dataclass(frozen=True, slots=True)
class List:
    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    align: tuple[str, ...]
    """`start`, `center`, `end` or empty, one a column."""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """`> [!TIP] Title`; where the author wrote no title, an edition's names the kind."""

    kind: Kind
    title: Text | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """An address bar, cut where its owner stands."""

    before: str
    owner: str
    after: str

    @property
    def whole(self) -> str:
        """As a browser shows it."""
        return f"{self.before}{self.owner}{self.after}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The lines of an `[!ADDRESS]`, the same in every language; its title is the verdict."""

    rows: tuple[Address, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Definition:
    term: Text
    meanings: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    content: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between thoughts."""


@dataclass(frozen=True, slots=True)
class Footnote:
    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A fixed block (`rulings.md` 5)."""

    kind: Fixed
    anchor: str
    blocks: tuple[Block, ...]
    place: Place
    title: Text | None = None
    """Of the UI catalogue; None before `localize` has finished the edition."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """`## Quiz: …`, the only place where questions score."""

    id: str
    anchor: str
    title: Text
    blocks: tuple[Block, ...]
    """The questions, and any words between them."""
    pass_mark: int | None
    """Percent; said to the learner, never sent (`rulings.md` 1)."""
    attempts: int
    """0: as many as she likes."""
    place: Place
    explicit_id: bool = True
    """False where it was derived from the words."""
    draw: int = 0
    """How many of its scored questions a learner is asked; 0: all."""
    bank: tuple[Interaction, ...] = ()
    """Questions of the bank that `from` names; with a draw, as likely as those in `blocks`."""

    @property
    def questions(self) -> tuple[Interaction, ...]:
        """All that may be asked: those in `blocks`, then those of the bank."""
        own = tuple(block for block in self.blocks if isinstance(block, Interaction))
        return own + self.bank

    @property
    def scored(self) -> tuple[Interaction, ...]:
        """Those with right and wrong answers: a draw chooses among them, the others always stand
        there."""
        return tuple(question for question in self.questions if question.scored)

    @property
    def uneven(self) -> bool:
        """Whether the points possible differ from draw to draw."""
        worths = {question.points for question in self.scored}
        return 0 < self.draw < len(self.scored) and len(worths) > 1

    @property
    def possible(self) -> int:
        """Points of a learner's quiz; where they differ from draw to draw, what they come to on
        the average, in whole points: the player reports hers on that scale."""
        number, points = len(self.scored), sum(question.points for question in self.scored)
        if not 0 < self.draw < number:
            return points
        return (2 * self.draw * points + number) // (2 * number)


@dataclass(frozen=True, slots=True)
class Only:
    """Blocks between `<!-- for: … -->` or `<!-- only: … -->` and `<!-- end -->`; an edition keeps
    them or leaves them out, so no later room meets one."""

    variants: tuple[str, ...]
    territories: tuple[str, ...]
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Records:
    """`<!-- facts -->`, `<!-- law notes -->` or `<!-- profile -->`: dated records of the edition's
    territory; an edition whose territory has none has no such block."""

    kind: Literal["facts", "law notes", "profile"]
    place: Place
    above: tuple[Line, ...] = ()
    """What a profile says of the territory itself: its names, its languages."""
    facts: tuple[Fact, ...] = ()
    """Empty before `localize` has finished the edition."""
    below: Line = ()
    """What must stand under them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands in the place of a question that a format cannot ask: it, with its key."""

    blocks: tuple[Block, ...]
    place: Place


Block: TypeAlias = (
    Heading
    | Paragraph
    | Picture
    | List
    | Table
    | Quote
    | Callout
    | Addresses
    | Definitions
    | CodeBlock
    | Rule
    | Footnote
    | Section
    | Quiz
    | Only
    | Printed
    | Records
    | Help
    | Interaction
)
