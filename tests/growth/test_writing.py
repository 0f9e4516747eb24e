"""Twice a construct takes twice the work to lay out and to write, for each of `constructs.py`."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile
from functools import partial
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, Files
from folder import put
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.write.course import write_course
from kandil.write.layout import lay_out
from test_constructs import MOST, SIZES, SLACK


def calls(work: Callable[[], object]) -> int:
    """Calls of functions, ours and the interpreter's."""
    profile = Profile()
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def written(folder: Path, files: Files) -> int:
    """Calls to write what these files read as; none where they are no course."""
    put(folder, files)
    course, _ = read_course(folder, find_questions(), partial=True)
    return calls(lambda: write_course(course)) if course else 0


def lay_all(files: Files) -> list[object]:
    return [lay_out(text) for text in files.values()]


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_twice_a_construct_takes_no_more_than_twice_the_calls(name: str, tmp_path: Path) -> None:
    laid, whole = [], []
    for size in SIZES[1:]:
        files = CONSTRUCTS[name](size)
        laid.append(calls(partial(lay_all, files)))
        whole.append(written(tmp_path / str(size), files))
    for counts in (laid, whole):
        assert counts[1] <= MOST * max(counts[0], SLACK), counts
