"""Pictures that stand in markup for Moodle: each text has its files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

BASE = "@@PLUGINFILE@@/"
"""What Moodle puts the address of a text's own files for."""
_NAMED = re.compile(re.escape(BASE) + r"([\w.-]+)")


def files_in(markup: str) -> Iterator[str]:
    """Names of the files that a text needs, each once."""
    yield from dict.fromkeys(_NAMED.findall(markup))
