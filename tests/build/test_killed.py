"""A build that is killed takes its processes with it, and leaves whole packages and no lock."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic, sleep

import pytest
from kandil.build.again import build_again
from kandil.build.pipeline import build, verify_packages
from kandil.build.request import Request
from kandil.package.lock import locked

_BUILD = """
import sys, time
from pathlib import Path
from kandil.build.crew import Processes
from kandil.package.lock import locked
with locked(Path(sys.argv[1])):
    crew = Processes([1, 2, 3], 3)
    assert [*crew.ask(str)] == ["1", "2", "3"]
    print(*(one.process.pid for one in crew.workers), flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="one process alone")
def test_a_killed_build_leaves_no_lock_and_no_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _BUILD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        workers = [int(one) for one in build.stdout.readline().split()]
        build.send_signal(signal.SIGKILL)
    assert len(workers) == 3
    with locked(tmp_path):
        pass
    assert gone(workers)


def gone(workers: list[int], patience: int = 100) -> bool:
    """Whether all end, within some seconds; those that do not are ended."""
    for _ in range(patience):
        if not any(map(lives, workers)):
            return True
        sleep(0.1)
    for one in filter(lives, workers):
        os.kill(one, signal.SIGKILL)
    return False


def lives(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


ASKED = Request((Path("tiny"),), "preview", date(2026, 11, 24), ("en", "uk"), ("site", "scorm12"))
MOMENTS = int(os.environ.get("KANDIL_KILLS", "12"))
"""How often a build is killed; `KANDIL_KILLS=100` for a closer look."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copy of this process")
def test_a_build_killed_at_any_moment_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree("tests/courses/tiny", tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    start = monotonic()
    run(ASKED)
    whole = monotonic() - start
    for moment in range(MOMENTS):
        lesson = Path("tiny/modules/tiny-1.md")
        lesson.write_text(lesson.read_text("utf-8").replace("bird", f"bird{moment}", 1), "utf-8")
        killed(ASKED, whole * (moment + 1) / MOMENTS)
        assert verify_packages([Path("dist")]) == []
    run(ASKED)
    run(replace(ASKED, dist=Path("cold")), kept=False)
    assert tree(Path("dist")) == tree(Path("cold"))


def run(asked: Request, *, kept: bool = True) -> None:
    outcome = build_again(asked, lambda basis: build(asked, basis=basis if kept else None))
    assert outcome.built


def killed(asked: Request, after: float) -> None:
    """A copy of this process builds until it is ended, or has ended before."""
    child = os.fork()
    if not child:
        with suppress(BaseException):
            run(asked)
        os._exit(0)
    sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
