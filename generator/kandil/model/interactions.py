"""The few interactions that every question type is lowered to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict

from kandil.model.text import Text
from kandil.problems import Place
from kandil.values import dataclass

if TYPE_CHECKING:
    from kandil.model.blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """What all of them share."""

    name: ClassVar[str] = ""
    """Names the template `interactions/<name>.html` and the player's part."""

    id: str
    explicit_id: bool
    """False where it was derived from the words: fine in a preview, refused in a release."""
    prompt: Text
    """The words behind the keyword: the `legend`."""
    stem: tuple[Block, ...] = ()
    """Blocks between the prompt and the answers."""
    points: int = 1
    objective: str = ""
    bloom: str = ""
    attempts: int | None = None
    """None: as the quiz says; 0: as many as she likes."""
    sensitive: bool = False
    """Never stored or sent."""
    scored: bool = True
    """False where nothing is right or wrong: a poll, a reflection, a decision."""
    sheet: Literal["", "A", "B"] = ""
    """Of `banks/forms.md`: whether it is asked before or after."""
    hints: tuple[Text, ...] = ()
    why: tuple[Text, ...] = ()
    correct: tuple[Text, ...] = ()
    incorrect: tuple[Text, ...] = ()
    place: Place


class Shared(TypedDict):
    """The fields of `Interaction`, as they are read before it is known which of them it will be."""

    id: str
    explicit_id: bool
    prompt: Text
    stem: tuple[Block, ...]
    points: int
    objective: str
    bloom: str
    attempts: int | None
    sensitive: bool
    scored: bool
    sheet: Literal["", "A", "B"]
    hints: tuple[Text, ...]
    why: tuple[Text, ...]
    correct: tuple[Text, ...]
    incorrect: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Option:
    """One answer."""

    letter: str
    """`a`, `b` … in the order of the source, before any shuffle (`rulings.md` 25)."""
    text: Text | None
    """None for true/false, whose words come from the UI catalogue."""
    right: bool
    feedback: tuple[Text, ...] = ()
    word: str = ""
    """`True`, `False`, `Yes` or `No`, where `text` is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Interaction):
    """Pick one, or all that apply."""

    name: ClassVar[str] = "choice"

    form: Literal["single", "multiple", "true_false"]
    options: tuple[Option, ...]
    shuffle: bool | None = None
    """None: yes, if its quiz does not say otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn(Interaction):
    """Blanks in the sentences of `body`; each a text or a number."""

    name: ClassVar[str] = "fill_in"

    body: tuple[Block, ...]
    case: bool = False
    """True: capital letters matter."""
    exact: bool = False
    """True: every sign matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(FillIn):
    """One lone numeric blank."""

    name: ClassVar[str] = "numeric"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to put in order, or to place."""

    letter: str
    """`a`, `b` … in the order of the source, before any shuffle."""
    text: Text
    feedback: tuple[Text, ...] = ()
    home: str = ""
    """Letter of the `Target` where it belongs; empty in a `Sequencing`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequencing(Interaction):
    """Put `items` in order; they stand in the right one."""

    name: ClassVar[str] = "sequencing"

    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A meaning that an entry is matched with, or a group that entries are sorted into."""

    letter: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Interaction):
    """Pairs: each entry has a target of its own, and some targets may have none. Groups: several
    entries share a target."""

    name: ClassVar[str] = "matching"

    form: Literal["pairs", "groups"]
    items: tuple[Entry, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likert(Interaction):
    """How far each of `rows` is true, on one `scale`; never scored."""

    name: ClassVar[str] = "likert"

    lead: Text | None = None
    """How every statement begins: "I can…"."""
    rows: tuple[Text, ...]
    scale: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LongFillIn(Interaction):
    """Words of her own, which never leave the page; never scored."""

    name: ClassVar[str] = "long_fill_in"

    model_answer: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """The two sides of a card."""

    front: Text
    back: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Interaction):
    """Flashcards: content, never scored."""

    name: ClassVar[str] = "cards"

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to act in a `Decision`, and what may come of it."""

    letter: str
    text: Text
    stance: Literal["safer", "riskier", "depends"]
    reason: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Interaction):
    """A survivor's choice (`rulings.md` 3): never right or wrong, stored or sent."""

    name: ClassVar[str] = "decision"

    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A choice in a step of a scenario."""

    text: Text
    to: str
    """`Step.anchor` of what follows."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happens, and what can be done then."""

    anchor: str
    """From the source language in every translation."""
    title: Text
    blocks: tuple[Block, ...]
    moves: tuple[Move, ...] = ()
    outcome: Literal["", "good", "bad", "neutral"] = ""
    points: int | None = None
    """Shown, never reported (`rulings.md` 1, 2); None where the author gives none."""
    ending: bool = False
    """No move leads on, except back to the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branching(Interaction):
    """A scenario. The first of `steps` is its beginning, with the scenario's own anchor."""

    name: ClassVar[str] = "branching"

    steps: tuple[Step, ...]
