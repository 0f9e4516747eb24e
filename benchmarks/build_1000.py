"""Measure a whole `kandil build --format site` of 1,000 lessons as a process."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_course

LESSONS = int(os.environ.get("KANDIL_BENCH_LESSONS", "1000"))
RUNS = int(os.environ.get("KANDIL_BENCH_RUNS", "3"))
KANDIL = Path(sys.executable).with_name("kandil")


def _run(command: list[str], folder: Path) -> tuple[float, float]:
    """(seconds of CPU, seconds by the wall clock) of one finished process."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall


def main() -> None:
    """Print the median of several runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_course(folder / "bench", LESSONS)
        build = [str(KANDIL), "build", "bench", "--format", "site", "--as-of", "2026-11-24"]
        runs = [_run(build, folder) for _ in range(RUNS)]
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        start = [_run([str(KANDIL), "--version"], folder)[1] for _ in range(5)]
    cpu, wall = (statistics.median(column) for column in zip(*runs, strict=True))
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    print(f"{LESSONS} lessons of {words} words and 6 questions, median of {RUNS} runs")
    print(f"CPU {cpu:.1f} s, {cpu / LESSONS * 1000:.1f} ms a lesson; wall {wall:.1f} s")
    print(f"peak memory {peak:.0f} MB; `kandil --version` {statistics.median(start):.2f} s")


if __name__ == "__main__":
    main()
