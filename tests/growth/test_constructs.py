"""Twice a construct takes twice the work to check, for each of `constructs.py`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from cProfile import Profile
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from constructs import CONSTRUCTS, Files
from folder import put
from kandil.lint.look import find_lints, look
from kandil.localize.units import units
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from standin import as_written

LINTS = (
    *("questions.answer_set", "questions.giveaway", "questions.length", "questions.position"),
    *("questions.stances", "questions.stems", "lesson.help", "privacy.conflicts"),
)
"""Rooms and files of those that read no rules first."""
SIZES = (400, 800, 1600)
LARGER = (3200, 6400, 12800)
SLOWLY = (
    *("scenario: a chain that ends", "blocks: parts that end", "blocks: closing tags"),
    *("blocks: parts with headings", "sentence: words '*a* '", "sentence: words '`a` '"),
    *("head: anchors of YAML", "head: the same key"),
)
"""Where much that is only twice as much hides what is four times as much, parts may lie in parts up
to a limit that is reached later, what is short is read in a quicker way, or a head that is refused
spares what `empty` counts."""
MOST = 2.3
"""Times the calls, for twice the letters."""
SLACK = 1500
"""Calls that the first use of a pattern, or one more problem, may take."""
SECONDS = 10
HEAVY = (
    *("sentence: words '[[a | '", "sentence: words '[a]('", "sentence: words '<!-- '"),
    *("sentence: runs of code marks", "sentence: runs of stars", "sentence: blanks at the end"),
    *("blocks: lists", "blocks: wide and short", "blocks: rules", "blocks: open comments"),
    *("blocks: lines of a quote", "blocks: parts in parts", "blocks: comments of word processors"),
    "questions: the same questions",
    *("scenario: each step leads to all", "scenario: choices that lead nowhere"),
    *("head: brackets of YAML", "head: stars of a summary", "file: names of lessons"),
)
"""What patterns and the readers of Markdown and YAML had most to do with."""
WHOLE = """
import resource, sys
from pathlib import Path
from constructs import CONSTRUCTS, FULL
from test_constructs import checked
for name in sys.argv[1:]:
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + {seconds}, -1))
    print(name, flush=True)
    checked({{**CONSTRUCTS, **FULL}}[name]({size}))
print("done")
"""


def checked(files: Files, whole: bool = True) -> list[Problem]:
    """What `kandil check` says of a course with these files, and the units of its lessons.

    Not `whole`: without the lints that read rules first, which `test_growth.py` counts.
    """
    with TemporaryDirectory() as home:
        put(Path(home), files)
        course, problems = read_course(Path(home), find_questions())
        if course:
            problems += (
                look(course, date(2026, 11, 24), lambda picture: 0) if whole else few(course)
            )
            assert all(units(module) is not None for module in course.modules)
    return problems


def few(course: Course) -> list[Problem]:
    """What some lints find."""
    names = {f"kandil.lint.{name}" for name in LINTS}
    lints = [one for one in find_lints() if one.find.__module__ in names]
    assert len(lints) == len(LINTS)
    return [problem for one in lints for problem in one.find(as_written(course))]


def calls(files: Files) -> int:
    """Calls of functions, ours and the interpreter's, that a check takes."""
    profile = Profile()
    profile.enable()
    try:
        checked(files, whole=False)
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@cache
def empty() -> int:
    """What any check takes, whatever the course."""
    checked(CONSTRUCTS["blocks: paragraphs"](1), whole=False)
    return calls(CONSTRUCTS["blocks: paragraphs"](1))


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_twice_a_construct_takes_no_more_than_twice_the_calls(name: str) -> None:
    checked(CONSTRUCTS[name](40), whole=False)
    sizes = LARGER if name in SLOWLY else SIZES
    once, twice, four = (calls(CONSTRUCTS[name](size)) - empty() for size in sizes)
    assert twice <= MOST * max(once, SLACK), (once, twice, four)
    assert four <= MOST * max(twice, SLACK), (once, twice, four)


def bounded(names: Iterable[str], size: int) -> None:
    """Runs them in one process that may use `SECONDS` of CPU for each."""
    paths = f"import sys; sys.path[:0] = {[str(Path(__file__).parent), *sys.path]!r}\n"
    program = paths + WHOLE.format(seconds=SECONDS, size=size)
    run = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=False
    )
    assert run.stdout.split("\n")[-2:-1] == ["done"], (run.stdout[-200:], run.stderr[-2000:])


@pytest.mark.timeout(1800)  # the limit that counts is of CPU, whatever else this machine does
def test_64_kilobytes_of_the_heaviest_are_checked_in_bounded_time() -> None:
    """What is counted above is blind to what happens inside a pattern."""
    bounded(HEAVY, 64 * 1024)
    bounded(("questions: a bank of as many quizzes as are read",), 40_000)


@pytest.mark.timeout(1800)  # the limit that counts is of CPU, whatever else this machine does
def test_a_megabyte_of_anything_is_refused_or_checked_in_bounded_time() -> None:
    bounded(("blocks: lists", "blocks: long code", "head: unknown keys", "file: terms"), 1_000_000)
