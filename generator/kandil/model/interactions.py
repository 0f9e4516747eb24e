"""The few interactions that every question type is lowered to (SCORM 1.2 `cmi.interactions`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from kandil.model.text import Text
from kandil.problems import Place

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
    hints: tuple[Text, ...] = ()
    why: tuple[Text, ...] = ()
    correct: tuple[Text, ...] = ()
    incorrect: tuple[Text, ...] = ()
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
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn(Interaction):
    """Blanks in the sentences of `body`; each a text or a number."""

    name: ClassVar[str] = "fill_in"

    body: tuple[Block, ...]
    case: bool = False
    """True: capital letters matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(FillIn):
    """One lone numeric blank."""

    name: ClassVar[str] = "numeric"
