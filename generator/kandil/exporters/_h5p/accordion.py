"""`H5P.Accordion`: prose that is folded until somebody opens it."""

from __future__ import annotations

from kandil.exporters._h5p.advanced_text import LIBRARY as TEXT
from kandil.exporters._h5p.fields import Group, Library, Many, Plain, Select, Sub, Value

_PANEL = Group(fields={"title": Plain(), "content": Sub(options=(str(TEXT),))})
LIBRARY = Library(
    "H5P.Accordion",
    1,
    0,
    {
        "panels": Many(item=_PANEL, low=1, high=100),
        "hTag": Select(options=("h2", "h3", "h4")),
    },
)


def folded(title: str, content: dict[str, Value]) -> dict[str, Value]:
    """One panel with escaped `title`; `content` is a text with its library."""
    return {"panels": [{"title": title, "content": content}], "hTag": "h3"}
