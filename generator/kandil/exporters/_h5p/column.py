"""`H5P.Column`: one thing below the other, a chapter of a book or a lesson by itself."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.exporters._h5p.accordion import LIBRARY as ACCORDION
from kandil.exporters._h5p.advanced_text import LIBRARY as TEXT
from kandil.exporters._h5p.fields import Group, Library, Many, Select, Sub, Value
from kandil.exporters._h5p.image import LIBRARY as IMAGE
from kandil.exporters._h5p.question_set import LIBRARY as SET
from kandil.exporters._h5p.table import LIBRARY as TABLE

_HELD = tuple(map(str, (ACCORDION, TEXT, IMAGE, SET, TABLE)))
"""Of the libraries that may stand in it, those that are written here."""
_SEPARATOR = Select(options=("auto", "disabled", "enabled"))
LIBRARY = Library(
    "H5P.Column",
    1,
    18,
    {
        "content": Many(
            item=Group(fields={"content": Sub(options=_HELD), "useSeparator": _SEPARATOR}), low=1
        )
    },
)


def column(contents: Iterable[dict[str, Value]]) -> dict[str, Value]:
    """Its content, from contents with their libraries."""
    return {"content": [{"content": one, "useSeparator": "disabled"} for one in contents]}
