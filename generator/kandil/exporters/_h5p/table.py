"""`H5P.Table`: prose with a table, which `H5P.AdvancedText` may not have."""

from __future__ import annotations

from kandil.exporters._h5p.fields import TITLE, Library, Rich, Value

TAGS = TITLE | {"s", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption"}
LIBRARY = Library("H5P.Table", 1, 2, {"text": Rich(tags=TAGS)})


def table(markup: str) -> dict[str, Value]:
    """Its content; `markup` has only `TAGS`."""
    return {"text": markup}
