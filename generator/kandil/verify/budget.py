"""The weight of a page on its first load (`rulings.md` 18)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

FIRST_LOAD = 14_600
"""What the first ten segments of a connection hold."""


def first_load(contents: Contents, name: str, weighed: dict[str, int]) -> int:
    """gzip -9 of a page and of each file that it loads by itself, images aside."""
    total = 0
    folder = posixpath.dirname(name)
    own = (posixpath.normpath(posixpath.join(folder, path)) for path in contents.page(name).own)
    for path in {name, *own}:
        if path in contents and path not in weighed:
            weighed[path] = contents.weight(path)
        total += weighed.get(path, 0)
    return total


def check_budget(contents: Contents) -> Iterator[Problem]:
    """V001 for each page above the limit; every page of the package, not lessons alone."""
    weighed: dict[str, int] = {}
    for name in contents.names:
        if name.endswith(".html"):
            weight = first_load(contents, name, weighed)
            if weight > FIRST_LOAD:
                excess = weight - FIRST_LOAD
                message = f"{weight:,} bytes on first load, {excess:,} more than {FIRST_LOAD:,}"
                hint = "Split the lesson, or take out an inline picture."
                yield Problem("V001", Place(name), message, hint)
