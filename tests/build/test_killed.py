"""A build that is killed takes its processes with it, and leaves no lock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
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
