"""The weight of a page on its first load (`rulings.md` 18)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

FIRST_LOAD = 14_600
"""What the first ten segments of a connection hold."""
WHOLE_LOAD = 20_000
"""With every script that an interaction brings."""
LAUNCHED = "start.html"
"""The page that an LMS opens where a course is one SCO or one AU: it knows every question of it."""
_SPLIT = "Let each lesson be launched by itself: '--scos module', or '--aus module' for cmi5."
_LIGHTER = "Split the lesson, or take out an inline picture."


def first_load(contents: Contents, name: str, weighed: dict[str, int]) -> int:
    """gzip -9 of a page and of each file that it loads by itself, images aside."""
    return _weight(contents, name, contents.page(name).own, weighed)


def whole_load(contents: Contents, name: str, weighed: dict[str, int]) -> int:
    """The same with the scripts that follow when an interaction comes near."""
    page = contents.page(name)
    return _weight(contents, name, [*page.own, *page.later], weighed)


def _weight(contents: Contents, name: str, loaded: list[str], weighed: dict[str, int]) -> int:
    total = 0
    for path in {name, *_paths(posixpath.dirname(name), tuple(loaded))}:
        if path in contents and path not in weighed:
            weighed[path] = contents.weight(path)
        total += weighed.get(path, 0)
    return total


@lru_cache(1_000)
def _paths(folder: str, loaded: tuple[str, ...]) -> frozenset[str]:
    """Pages of a course load mostly the same."""
    return frozenset(posixpath.normpath(posixpath.join(folder, path)) for path in loaded)


def check_budget(contents: Contents) -> Iterator[Problem]:
    """V001 and V009 for each page above a limit; every page of the package, not lessons alone."""
    weighed: dict[str, int] = {}
    for name in contents.names:
        if name.endswith(".html"):
            first = first_load(contents, name, weighed)
            if first > FIRST_LOAD:
                hint = _SPLIT if name == LAUNCHED else _LIGHTER
                yield excess("V001", Place(name), first, FIRST_LOAD, "on first load", hint)
            whole = whole_load(contents, name, weighed)
            if whole > WHOLE_LOAD:
                hint = "Split the lesson, or use fewer kinds of questions in it."
                yield excess("V009", Place(name), whole, WHOLE_LOAD, "with all its scripts", hint)


def excess(code: str, place: Place, weight: int, limit: int, when: str, hint: str) -> Problem:
    """How much too heavy, and what to do."""
    message = f"{weight:,} bytes {when}, {weight - limit:,} more than {limit:,}"
    return Problem(code, place, message, hint)
