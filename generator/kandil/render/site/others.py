"""Pages that another process renders, or that an earlier run has rendered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kandil.render.site.page import Page

if TYPE_CHECKING:
    from kandil.render.site.pages import Pages

Made: TypeAlias = tuple[tuple[str, ...], ...]
"""The anchors of the parts of each lesson."""


class Others(Protocol):
    """Whoever else has the lessons with their words, or knows what was made before."""

    def lessons(self, pages: Pages) -> Iterable[Page]:
        """As `Pages.lesson_page` would make them."""
        ...

    def beside(self, pages: Pages, made: Made) -> Iterable[Page]:
        """As `Pages.beside`."""
        ...

    def scripts(self, pages: Pages) -> Iterable[tuple[str, bytes]]:
        """As `Pages.scripts`."""
        ...
