"""Which tests are quick: those that start no browser and no process, and build or grow little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

APART = ("browser", "build", "growth", "h5p")
"""Folders of which no test is."""
STARTING = {"browser", "subprocess", "multiprocessing", "process", "several"}
"""Names that a test or one of its fixtures has where it starts a browser or a process."""


def is_quick(item: pytest.Item) -> bool:
    """By its folder, and by the names in its code, its fixtures' and all that they call."""
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return folder not in APART and not STARTING & {*used(item)}


def used(item: pytest.Item) -> Iterator[str]:
    """Names of fixtures, modules and functions, whether called directly or not."""
    fixtures = item._fixtureinfo.name2fixturedefs
    yield from fixtures
    yield from _called(item.function)
    for found in fixtures.values():
        yield from _called(found[-1].func)


def _called(function: Callable[..., Any]) -> Iterator[str]:
    """Of its code, and of the functions of its file that it names."""
    todo, seen = [function], set()
    while todo:
        one = todo.pop()
        if not isinstance(one, FunctionType) or one in seen:
            continue
        seen.add(one)
        found = {*_names(one.__code__)}
        yield from found
        near = (one.__globals__.get(name) for name in found)
        todo += [other for other in near if getattr(other, "__module__", "") == one.__module__]


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
