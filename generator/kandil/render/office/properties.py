"""What a document says of itself (ECMA-376, part 2, 11: core properties)."""

from __future__ import annotations

from datetime import datetime, time

from docx.opc.coreprops import CoreProperties
from pptx.parts.coreprops import CorePropertiesPart

from kandil.model.edition import Edition


def describe(facts: CoreProperties | CorePropertiesPart, edition: Edition, title: str) -> None:
    """Nobody's name, no machine, and the day of the edition."""
    facts.title, facts.language = title, edition.locale
    facts.author = facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.created = facts.modified = datetime.combine(edition.as_of, time())
    facts.revision = 1
