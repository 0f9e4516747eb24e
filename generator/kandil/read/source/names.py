"""Names of files that not every computer can make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.problems import Place, Problem

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def device_names(path: str, place: Place, what: str) -> Iterator[Problem]:
    """The part of a path that Windows keeps for a device, such as `aux` or `con.png`."""
    for part in path.split("/"):
        if _DEVICES.fullmatch(part):
            stem, dot, end = part.partition(".")
            hint = f"Give {what} another name: '{stem}-1{dot}{end}'."
            message = f"Windows cannot make a file '{part}'"
            yield Problem("M044", place, message, hint)
