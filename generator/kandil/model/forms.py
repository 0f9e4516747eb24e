"""Forms A and B: the same asked before and after, in other words (`rulings.md` 44)."""

from __future__ import annotations

from typing import Literal

from kandil.model.interactions import Choice
from kandil.values import dataclass

FORMS = "forms"
"""`banks/forms.md`: no quiz draws from it."""
SHEETS: tuple[Literal["A", "B"], Literal["A", "B"]] = ("A", "B")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions of one objective of the course. Neither is in a quiz, so that no format scores
    them, keeps them or tells an LMS."""

    before: Choice
    """Of form A."""
    after: Choice
    """Of form B."""
