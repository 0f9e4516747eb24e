"""Twice the text takes twice the work, for each text of `grown.py`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from grown import TEXTS, lesson
from kandil.lint.look import look

AS_OF = date(2026, 11, 24)
SMALL = 3_000
MOST = 2.3
"""Times the calls, for twice the text."""
WHOLE = """
import math, resource, sys, time
from datetime import date
from pathlib import Path
from grown import TEXTS, lesson
from kandil.lint.look import look
def seconds(name, kilobytes):
    before = time.process_time()
    look(lesson(Path(sys.argv[1]), name, kilobytes * 1024), date(2026, 11, 24), lambda picture: 0)
    return time.process_time() - before
for name in TEXTS:
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 60, -1))
    print(name, flush=True)
    seconds(name, 1)
    most = math.ceil(1 + 2 * 8 * seconds(name, 8))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + most, -1))
    seconds(name, 64)
print("done")
"""
"""Eight times the text takes no more than sixteen times the time: a machine that is slow, or that
does something else beside it, is so for both."""


def calls(folder: Path, name: str, size: int) -> int:
    """Calls of functions, ours and the interpreter's, that a look takes."""
    course, number = lesson(folder, name, size), 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        look(course, AS_OF, lambda picture: 0)
    finally:
        sys.setprofile(None)
    return number


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> int:
    """What any look takes, whatever the text."""
    folder = tmp_path_factory.mktemp("empty")
    calls(folder, "one long word", 1)
    return calls(folder, "one long word", 1)


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_no_more_than_twice_the_calls(
    name: str, tmp_path: Path, empty: int
) -> None:
    calls(tmp_path, name, 1)
    once = max(calls(tmp_path, name, SMALL) - empty, 200)
    twice = calls(tmp_path, name, 2 * SMALL) - empty
    if twice > MOST * once:
        # What earlier tests left in a cache may be missing once; what grows too fast does it again.
        once, twice = twice, calls(tmp_path, name, 4 * SMALL) - empty
    assert twice <= MOST * once


@pytest.mark.timeout(1800)  # the limits that count are of CPU, whatever else this machine does
def test_64_kilobytes_of_each_text_take_no_more_than_their_share_of_time(tmp_path: Path) -> None:
    """What is counted above is blind to what happens inside a pattern."""
    paths = f"import sys; sys.path[:0] = {[str(Path(__file__).parent), *sys.path]!r}\n"
    run = subprocess.run(
        [sys.executable, "-c", paths + WHOLE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.split("\n")[-2:-1] == ["done"], (run.stdout[-200:], run.stderr[-2000:])
