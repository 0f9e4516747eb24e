"""Other machines make what this one makes, byte for byte, and say the same."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from operator import itemgetter, methodcaller
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import dask
import pytest
from distributed import Client, LocalCluster
from kandil.build import pipeline, rendering, scheduler
from kandil.build.alike import RefusedError, differences, prints
from kandil.build.crew import LostError, Order
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.scheduler import Scheduled
from kandil.render.site.pages import Page, Pages

S = TypeVar("S")
A = TypeVar("A")
FOLDER = Path("courses/safe-internet-use")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process, on loopback; they knock at the door of a lost one for 2 s."""
    patience = dask.config.set({"distributed.comm.timeouts.connect": "2s"})
    with patience, LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as made:
        yield made


def asked(dist: Path, address: str = "") -> Request:
    wanted = Request((FOLDER,), "preview", date(2026, 11, 24), ("en", "uk"), dist=dist)
    return replace(wanted, scheduler=address)


def tree(dist: Path) -> dict[str, bytes]:
    files = (path for path in dist.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in files}


def told(outcome: Outcome, dist: Path) -> list[str]:
    problems = sorted(str(one).replace(str(dist), "dist") for one in outcome.problems)
    return [*problems, *map(str, outcome.rows)]


def said(request: Request) -> list[str]:
    outcome = build(request)
    assert not outcome.built
    return [f"{one.code} {one.message}" for one in outcome.problems]


def test_who_cannot_have_the_work_is_told_why(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = cluster.scheduler_address
    copytree(FOLDER, tmp_path / "course")
    here, there = Path.cwd(), replace(asked(tmp_path, address), folders=(Path("course"),))
    monkeypatch.chdir(tmp_path)
    for words in said(there):
        assert words.startswith("S004 The worker 'tcp://1")
        assert words.endswith(f" works in '{here}', and this build in '{tmp_path}'")
    monkeypatch.chdir(here)
    with LocalCluster(n_workers=0, dashboard_address=":0") as none:
        address = none.scheduler_address
        assert said(asked(tmp_path, address)) == [f"S003 The scheduler '{address}' has no workers"]
    monkeypatch.setattr(scheduler, "_PATIENCE", 0.2)
    for wrong in (address, "nowhere://1"):
        assert said(asked(tmp_path, wrong)) == [f"S002 No scheduler answers at '{wrong}'"]
    monkeypatch.setitem(sys.modules, "distributed", None)
    missing = "S001 '--scheduler' needs a package that is not installed"
    assert said(asked(tmp_path, address)) == [missing]


def kill_one(cluster: LocalCluster) -> int:
    """A worker of several; another takes its place later, as it is with `dask worker`."""
    pid: int = next(nanny.pid for nanny in cluster.workers.values() if nanny.pid)
    os.kill(pid, signal.SIGKILL)
    return pid


def test_the_same_bytes_also_where_a_worker_is_killed(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = build(asked(tmp_path / "alone"))
    killed = []

    class Deadly(rendering.Elsewhere):
        def lessons(self, pages: Pages) -> Iterator[Page]:
            for number, page in enumerate(super().lessons(pages)):
                if number == 1 and not killed:
                    killed.append(kill_one(cluster))
                yield page

    def read(folder: Path) -> None:
        raise AssertionError("read by this process")

    monkeypatch.setattr(pipeline, "read", read)
    for name in ("shared", "lost"):
        dist = tmp_path / name
        shared = build(asked(dist, cluster.scheduler_address))
        assert told(shared, dist) == told(alone, tmp_path / "alone")
        assert tree(dist) == tree(tmp_path / "alone")
        monkeypatch.setattr(pipeline, "Elsewhere", Deadly)
    assert killed


def test_a_lost_share_is_told_again_what_it_was_told(cluster: LocalCluster) -> None:
    with closing(crew_of(cluster, [partial(list, [number]) for number in range(9)])) as made:
        assert [*made.ask(order(methodcaller("append", 7), lasting=True))] == [None] * 9
        next(made.ask(order(itemgetter(0))))
        assert [*made.ask(order(itemgetter(0, 1)))] == [(number, 7) for number in range(9)]
        kill_one(cluster)
        assert [*made.ask(order(len))] == [2] * 9
        with pytest.raises(IndexError):
            [*made.ask(order(itemgetter(3)))]


def test_what_nobody_can_mend_is_a_loss(cluster: LocalCluster) -> None:
    with Client(cluster, set_as_default=False) as client:
        future = client.submit(list)
        future.cancel()
        with pytest.raises(LostError):
            scheduler._taken(future)


def order(work: Callable[[S], A], lasting: bool = False) -> Order[S, A]:
    """Of what every worker has: it knows nothing of this file."""
    made = partial(work)
    made.lasting, made.secret = lasting, False
    return made


def crew_of(cluster: LocalCluster, begin: Sequence[Callable[[], S]]) -> Scheduled[S]:
    return Scheduled(Client(cluster, set_as_default=False), begin)


DIFFERENT = {
    "S005 has Kandil 0.0.1, and this is ": {"version": "0.0.1"},
    "S005 has a Kandil ": {"program": "0"},
    "S004 works in '/', and this build in ": {"here": "/"},
    f"S004 finds no course in '{FOLDER}'": {"course": ""},
    "S006 has other files of this course": {"course": "0"},
}


def test_each_difference_of_a_worker_is_told(tmp_path: Path) -> None:
    own = prints(FOLDER, "")
    for words, change in DIFFERENT.items():
        [found] = differences({"tcp://w": replace(own, **change)}, own, FOLDER)
        assert f"{found.code} {found.message}".replace("The worker 'tcp://w' ", "").startswith(
            words
        )
        assert found.hint
    assert differences({"tcp://w": own}, own, FOLDER) == []
    [found] = differences({"tcp://w": ImportError("No module")}, own, FOLDER)
    assert (found.code, found.message) == (
        "S005",
        "The worker 'tcp://w' cannot do this work: No module",
    )


def test_a_changed_file_is_seen_and_a_package_is_none_of_them(tmp_path: Path) -> None:
    copytree(FOLDER, tmp_path / "course")
    course = tmp_path / "course"
    before = prints(course, str(course / "dist"))
    (course / "dist").mkdir()
    (course / "dist/page.html").write_text("A page")
    assert prints(course, str(course / "dist")) == before
    (course / "modules/siu-1.md").write_text("Other words")
    assert prints(course, str(course / "dist")).course != before.course


def test_a_worker_that_comes_late_is_looked_at_too(cluster: LocalCluster) -> None:
    other = replace(prints(FOLDER, ""), course="0")
    begin = [scheduler._Begin(FOLDER, ("siu-1",), "", other)]
    with closing(crew_of(cluster, begin)) as made, pytest.raises(RefusedError) as refused:
        [*made.ask(order(len))]
    assert [one.code for one in refused.value.problems] == ["S006"]
