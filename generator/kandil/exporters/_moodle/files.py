"""Pictures that stand in markup for Moodle: each text has its files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

BASE = "@@PLUGINFILE@@/"
"""What Moodle puts the address of a text's own files for."""
_NAMED = re.compile(rf'src(?:set)?="{BASE}([\w.-]+)')
"""In the markup of a picture, where a quotation mark of the author's would be escaped."""
_TYPED = re.compile(r'(?<!src=")(?<!srcset=")@(?=@PLUGINFILE@@)')


def typed(markup: str) -> str:
    """The same, where the sign in an author's own words is no sign to Moodle."""
    return _TYPED.sub("&#64;", markup)


def files_in(markup: str) -> Iterator[str]:
    """Names of the files that a text needs, each once."""
    yield from dict.fromkeys(_NAMED.findall(markup))
