"""Sheets that serve any course; each is a template."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.localize.words.help import help_of
from kandil.model.edition import Edition
from kandil.render.handouts.page import of_no_lesson, paper_page
from kandil.render.handouts.writer import PaperWriter
from kandil.render.site.page import Page

GENERAL = ("go", "disclosure", "care", "adaptation")


def general_pages(edition: Edition) -> Iterator[Page]:
    """Each of them; that on disclosure has the contacts of the territory, where there are any."""
    page, territory = of_no_lesson(edition), edition.territory
    for name in GENERAL:
        known = name == "disclosure" and territory and territory.contacts
        called = PaperWriter(page).write((help_of(edition),)) if known else ""
        yield paper_page(f"{name}.html", f"{name}.html", page, called=called)
