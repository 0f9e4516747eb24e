"""Where a question holds its answers, and what may stand around them."""

from __future__ import annotations

from typing import Literal

from kandil.values import dataclass

Kind = Literal["boxes", "numbers", "bullets", "groups", "table", "words"]
_REPLIES = ("Hint", "Why", "Correct", "Incorrect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the file of a question type says of its body; all types of one keyword say the same."""

    kind: Kind
    """Tick boxes (or blanks); a numbered list; a plain list; a list of lists; a table; none."""
    hint: str
    """What to write where a body has no answers of this kind."""
    labels: tuple[str, ...] = _REPLIES
    """What a quote of the question may begin with."""
    role: str = "item"
    """What each answer of a list is, for translators."""
    under: tuple[str, ...] = ()
    """What a quote under each answer must begin with."""
    scored: bool = True
    """False: nothing is right or wrong, and points would do nothing."""
    private: bool = False
    """True: always sensitive, whatever the settings say."""
    shuffle: bool = False
    """True where the author may ask for another order each time."""

    @property
    def list(self) -> str:
        """Name of the token that opens the list with the answers; empty where there is none."""
        if self.kind == "numbers":
            return "ordered_list_open"
        return "bullet_list_open" if self.kind in ("bullets", "groups") else ""


BOXES = Form(
    kind="boxes",
    hint="Write answers as '- [x] …' and '- [ ] …', or a sentence with [[a blank]].",
    shuffle=True,
)
"""Of the five types behind `Question:`."""
