"""Orders reach every share, and answers come back in their order."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from kandil.build.crew import Alone, Crew, LostError, Processes

Share = list[int]


@contextmanager
def crew(kind: str, shares: list[Share]) -> Iterator[Crew[Share]]:
    made: Crew[Share] = Alone(shares) if kind == "alone" else Processes(shares, 2)
    try:
        yield made
    finally:
        made.close()


def keep(number: int, share: Share) -> tuple[int, int]:
    """Adds to what the share holds."""
    share.append(number)
    return len(share), sum(share)


def fail(share: Share) -> None:
    raise ValueError(f"no {share[0]}")


def end(share: Share) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def much(share: Share) -> bytes:
    return bytes(share[0] % 256 for _ in range(3_000_000))


@pytest.mark.parametrize("kind", ["alone", "processes"])
def test_a_share_keeps_what_it_was_told(kind: str) -> None:
    with crew(kind, [[number] for number in range(5)]) as made:
        assert [*made.ask(partial(keep, 10))] == [(2, number + 10) for number in range(5)]
        assert [*made.ask(partial(keep, 1))] == [(3, number + 11) for number in range(5)]


@pytest.mark.parametrize("kind", ["alone", "processes"])
def test_what_an_order_raises_is_raised_here(kind: str) -> None:
    with crew(kind, [[7], [8]]) as made, pytest.raises(ValueError, match="no 7"):
        [*made.ask(fail)]


def test_answers_larger_than_a_pipe_come_whole() -> None:
    with crew("processes", [[number] for number in range(7)]) as made:
        for number, answer in enumerate(made.ask(much)):
            assert answer == bytes([number]) * 3_000_000


def test_answers_that_nobody_took_are_no_answers_to_the_next_order() -> None:
    with crew("processes", [[number] for number in range(9)]) as made:
        assert next(made.ask(much)) == bytes(3_000_000)
        assert [*made.ask(partial(keep, 10))] == [(2, number + 10) for number in range(9)]


def circles(share: Share) -> int:
    """Leaves some, and counts those that are there."""
    for _ in range(100):
        Circle()
    return sum(isinstance(one, Circle) for one in gc.get_objects())


class Circle:
    def __init__(self) -> None:
        self.own = self


def test_what_an_answer_leaves_in_a_process_is_taken_away() -> None:
    with crew("processes", [[number] for number in range(4)]) as made:
        assert [*made.ask(circles)] == [*made.ask(circles)] == [100] * 4


def test_a_process_that_is_killed_is_told() -> None:
    with crew("processes", [[1], [2]]) as made, pytest.raises(LostError):
        [*made.ask(end)]


def test_a_process_that_was_killed_before_is_told_too() -> None:
    with crew("processes", [[1], [2]]) as made:
        assert isinstance(made, Processes)
        made.workers[1].process.kill()
        made.workers[1].process.join()
        with pytest.raises(LostError):
            [*made.ask(partial(keep, 1))]


class Ended:
    """Notes which process ends it."""

    def __init__(self, noted: Path) -> None:
        self.noted, self.circle = noted, self

    def __del__(self) -> None:
        with self.noted.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")


def test_what_was_copied_with_a_process_is_not_ended_there(tmp_path: Path) -> None:
    noted = tmp_path / "ended"
    gc.disable()
    try:
        Ended(noted)
        with crew("processes", [[1], [2]]) as made:
            for _ in range(2):
                assert len([*made.ask(partial(keep, 1))]) == 2
        gc.collect()
    finally:
        gc.enable()
    assert noted.read_text("utf-8").split() == [str(os.getpid())]
