"""Every attribute with which a page tells its scripts something is explained."""

from __future__ import annotations

import re
from pathlib import Path

NOTE = Path("docs/design/0014-attributes.md").read_text("utf-8")
SOURCES = [
    *Path("themes/base").rglob("*.html"),
    *Path("generator/kandil/render/html").glob("*.py"),
]


def test_each_attribute_is_in_the_table() -> None:
    texts = (path.read_text("utf-8") for path in SOURCES)
    used = {name for text in texts for name in re.findall(r"\bdata-[a-z0-9]+(?==)", text)}
    explained = {*re.findall(r"`(data-[a-z0-9]+)`", NOTE)}
    assert used == explained
