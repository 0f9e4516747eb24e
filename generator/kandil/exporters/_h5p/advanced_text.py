"""`H5P.AdvancedText`: prose."""

from __future__ import annotations

from kandil.exporters._h5p.fields import TITLE, Library, Rich, Value

TAGS = TITLE | {"ul", "ol", "li", "h2", "h3", "hr", "pre", "s"}
LIBRARY = Library("H5P.AdvancedText", 1, 1, {"text": Rich(tags=TAGS)})


def prose(markup: str) -> dict[str, Value]:
    """Its content; `markup` has only `TAGS`."""
    return {"text": markup}
