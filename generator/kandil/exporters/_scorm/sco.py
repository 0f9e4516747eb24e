"""What an LMS launches, and lists as an item."""

from __future__ import annotations

from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Sco:
    """A page that speaks to the LMS."""

    item: str
    resource: str
    """Identifiers, as `item` is: they begin with a letter and stand once."""
    title: str
    files: tuple[str, ...]
    """The page to launch, and what belongs to it alone."""
