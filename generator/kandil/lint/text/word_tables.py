"""Tables of words and patterns by language: `locales/advice/figures.yml` and its like.

`Any`: each table is ours and has a shape of its own, which the lint that asks knows.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from kandil.localize.locale import chain
from kandil.paths import locales


@cache
def table(name: str) -> dict[str, Any]:
    """A whole table: what it says by language."""
    path = locales() / "advice" / f"{name}.yml"
    return dict(yaml.safe_load(path.read_text("utf-8")))


def row(name: str, tag: str) -> Any:
    """What a table says for a language (`ro-MD`, else `ro`); None where it has nothing."""
    rows = table(name)
    return next((rows[one] for one in chain(tag) if one in rows), None)
