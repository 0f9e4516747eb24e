"""Who does the work of a build: this process alone, or several that keep a share of it each.

A share is what belongs together, such as some lessons with all that was read of them. It stays
where it was made; orders go to it and answers come back. So little is carried from one process to
another, and the same orders can go to other machines (`scheduler.py`).
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread
from typing import Generic, Protocol, TypeVar, cast

S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)
S_contra = TypeVar("S_contra", contravariant=True)
A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)
_AHEAD = 2
"""Answers of a process that may wait to be taken; more would only fill the memory."""


class LostError(Exception):
    """A process has ended, and its share with it."""


class Order(Protocol[S_contra, A_co]):
    """What a share is asked; it can be pickled."""

    @property
    def lasting(self) -> bool:
        """Whether the share notes something on which later orders hang."""
        ...

    @property
    def secret(self) -> bool:
        """Whether nothing of an answer may lie on a disk (`rulings.md` 47)."""
        ...

    def __call__(self, share: S_contra, /) -> A_co:
        """The answer."""
        ...


class Crew(Protocol[S_co]):
    """Keeps shares and carries orders to them."""

    def ask(self, order: Order[S_co, A]) -> Iterator[A]:
        """What each share answers, in the order of the shares; raises what the order raises."""
        ...

    def close(self) -> None:
        """Let the shares go."""
        ...


class Alone(Generic[S]):
    """This process; a share is worked on when its answer is taken."""

    def __init__(self, shares: Sequence[S]) -> None:
        self.shares = shares

    def ask(self, order: Order[S, A]) -> Iterator[A]:
        """One after the other."""
        return map(order, self.shares)

    def close(self) -> None:
        """Nothing was started."""


class Processes(Generic[S]):
    """Copies of this process (`fork`), each with every n-th share."""

    def __init__(self, shares: Sequence[S], number: int) -> None:
        self.count = len(shares)
        # All are started before the first thread is: a fork copies no thread.
        self.workers: list[_Worker] = []
        for first in range(number):
            others = [one.pipe for one in self.workers]
            self.workers.append(_Worker(shares[first::number], others))
        for worker in self.workers:
            worker.listen()

    def ask(self, order: Order[S, A]) -> Iterator[A]:
        """All at once; an answer that is not taken holds its process up."""
        message = pickle.dumps(order, pickle.HIGHEST_PROTOCOL)
        for worker in self.workers:
            worker.order(message)
        for number in range(self.count):
            yield cast(A, self.workers[number % len(self.workers)].answer())

    def close(self) -> None:
        """End them, whatever they do."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


class _Worker:
    def __init__(self, shares: Sequence[object], others: Sequence[Connection]) -> None:
        """`others`: this process's ends of the pipes to the workers before."""
        self._shares = len(shares)
        self._owed = 0
        self.pipe, far = get_context("fork").Pipe()
        ends = (far, [*others, self.pipe])
        self.process = get_context("fork").Process(target=_work, args=(*ends, shares), daemon=True)
        self.process.start()
        far.close()
        self.answers: Queue[tuple[object, Exception | None]] = Queue(_AHEAD)

    def listen(self) -> None:
        """Take answers as they come: a process that cannot hand one over stands still."""
        Thread(target=self._take, daemon=True).start()

    def order(self, message: bytes) -> None:
        """Give an order for each share. What nobody has taken of the answers before is not wanted
        any more, and would stand in the way."""
        while self._owed:
            self.answer()
        self._owed = self._shares
        with suppress(BrokenPipeError):  # Its answer will be that it is lost.
            self.pipe.send_bytes(message)

    def answer(self) -> object:
        """The next one; raises what the order has raised."""
        self._owed -= 1
        answer, error = self.answers.get()
        if error:
            raise error
        return answer

    def _take(self) -> None:
        while True:
            try:
                self.answers.put(pickle.loads(self.pipe.recv_bytes()))
            except (EOFError, OSError):
                self.answers.put((None, LostError()))
                return


def _work(pipe: Connection, copied: Sequence[Connection], shares: Sequence[object]) -> None:
    """What is read is kept, so the collector would look through it in vain; it looks through what
    one answer has left, since each page leaves circles of objects. What was copied with the process
    is not looked through either: it is not this one's to end."""
    gc.disable()
    gc.freeze()
    for one in copied:
        one.close()  # Held open here, it would hide that the process which gives orders is gone.
    while True:
        try:
            order = pickle.loads(pipe.recv_bytes())
        except EOFError:
            return
        for share in shares:
            try:
                answer: tuple[object, Exception | None] = order(share), None
            except Exception as error:
                answer = None, error
            pipe.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
            del answer
            gc.collect()
            gc.freeze()


def cores() -> int:
    """How many processes make sense here; one where a process cannot be copied."""
    if "fork" not in get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
