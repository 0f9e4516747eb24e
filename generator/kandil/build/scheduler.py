"""The work of a build, handed to other machines by Dask distributed.

Each share lies on one worker, with a note of the orders that it has had. Where a worker is lost,
Dask begins its shares anew on another, and the orders that count are given to them again. So a loss
costs time, and the pages are the same.
"""

from __future__ import annotations

import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar, cast

from kandil.build.alike import Prints, RefusedError, differences, prints
from kandil.build.crew import LostError, Order
from kandil.build.part import Part
from kandil.build.reading import parts
from kandil.problems import Place, Problem
from kandil.questions import find_questions
from kandil.read.course.cover import Cover, open_course

if TYPE_CHECKING:
    from distributed import Client, Future

S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")
_AHEAD = 2
"""Answers of each worker that may wait to be taken; more would only fill its memory."""
_PATIENCE = 10
"""Seconds in which a scheduler must answer."""
_Answer: TypeAlias = tuple[object, Exception | None]
"""Of a share, or what its order has raised."""
_ONE_AT_A_TIME = Lock()
"""A worker may have several threads, and the work is of a kind that gains nothing by them."""


class Scheduled(Generic[S]):
    """The workers of a scheduler, with some of the shares each."""

    def __init__(self, client: Client, begin: Sequence[Callable[[], S]]) -> None:
        """`begin`: how each share is made, on whichever worker it will lie."""
        self._client = client
        self._workers = [*client.scheduler_info(n_workers=-1)["workers"]]
        self._lasting: dict[type, tuple[str, Future[object]]] = {}
        """The last order of each kind on which later ones hang."""
        self._shares = [
            self._sent(self._workers[number % len(self._workers)], _Held, one)
            for number, one in enumerate(begin)
        ]

    def ask(self, order: Order[S, A]) -> Iterator[A]:
        """Some at once; an answer that is not taken holds the others up."""
        future = self._client.submit(pickle.loads, pickle.dumps(order), pure=False)
        own = str(future.key), future
        if order.lasting:
            self._lasting.pop(type(order), None)
        keys, orders = zip(*self._lasting.values(), own, strict=True)
        if order.lasting:
            self._lasting[type(order)] = own
        waiting: deque[Future[_Answer]] = deque()
        for number, share in enumerate(self._shares):
            if len(waiting) == _AHEAD * len(self._workers):
                yield cast(A, _taken(waiting.popleft()))
            worker = self._workers[number % len(self._workers)]
            waiting.append(self._sent(worker, _obey, share, keys, [*orders]))
        while waiting:
            yield cast(A, _taken(waiting.popleft()))

    def close(self) -> None:
        """The workers stay, and forget the shares."""
        self._shares.clear()
        self._lasting.clear()
        self._client.close()

    def _sent(self, worker: str, work: Callable[..., T], *given: object) -> Future[T]:
        """To this worker; to another where it is gone."""
        future: Future[T] = self._client.submit(
            work, *given, workers=[worker], allow_other_workers=True, pure=False
        )
        return future


class _Held(Generic[S]):
    """A share on a worker. Carried to another it begins anew: its words are more than its name."""

    def __init__(self, begin: Callable[[], S]) -> None:
        self._begin = begin
        self._share: S | None = None
        self._had: set[str] = set()

    def __reduce__(self) -> tuple[object, ...]:
        return _Held, (self._begin,)

    def obey(self, keys: Sequence[str], orders: Sequence[Callable[[S], object]]) -> object:
        """Answer the last order, after those before it that this share has not had."""
        if self._share is None:
            self._share = self._begin()
        for key, order in zip(keys[:-1], orders[:-1], strict=True):
            if key not in self._had:
                order(self._share)
                self._had.add(key)
        self._had.add(keys[-1])
        return orders[-1](self._share)


def _obey(share: _Held[S], keys: Sequence[str], orders: Sequence[Callable[[S], object]]) -> _Answer:
    with _ONE_AT_A_TIME:
        try:
            return share.obey(keys, orders), None
        except Exception as error:
            return None, error


def _taken(future: Future[_Answer]) -> object:
    from distributed import CancelledError, KilledWorker

    try:
        answer, error = future.result()
    except (CancelledError, KilledWorker, OSError) as lost:
        raise LostError from lost
    if error:
        raise error
    return answer


@dataclass(frozen=True, slots=True)
class _Begin:
    """Makes a part of a course on a worker."""

    folder: Path
    names: tuple[str, ...]
    apart: str
    wanted: Prints

    def __call__(self) -> Part:
        """Raises `RefusedError` on a worker that came later and is not like the others."""
        return Part(_cover(self.folder, self.apart, self.wanted), self.names)


@lru_cache(1)
def _cover(folder: Path, apart: str, wanted: Prints) -> Cover | None:
    """Read once for all the parts on a worker."""
    if found := differences({_name(): prints(folder, apart)}, wanted, folder):
        raise RefusedError(found)
    return open_course(folder, find_questions())[0]


def _name() -> str:
    from distributed import get_worker

    return get_worker().address


def scheduled(address: str, dist: Path, cover: Cover) -> Scheduled[Part]:
    """The workers at `address`, each with some lessons of a course; raises `RefusedError`.

    `dist` is no part of the course, wherever it lies.
    """
    folder, apart = cover.folder, str(dist.absolute())
    client = _connected(address, Place((folder / "course.yml").as_posix()))
    try:
        wanted = prints(folder, apart)
        answers = client.run(prints, folder, apart, on_error="return")
        if found := differences(answers, wanted, folder):
            raise RefusedError(found)
        begin = [_Begin(folder, one.names, apart, wanted) for one in parts(cover, len(answers))]
        return Scheduled(client, begin)
    except BaseException:
        client.close()
        raise


def _connected(address: str, place: Place) -> Client:
    try:
        from distributed import Client
    except ImportError:
        message = "'--scheduler' needs a package that is not installed"
        hint = "Install it beside Kandil, and with each worker: pip install distributed"
        raise RefusedError([Problem("S001", place, message, hint)]) from None
    # A loss is mended, or told as a problem: nobody needs Dask's own report of it.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        message = f"No scheduler answers at '{address}'"
        hint = "Start one with 'dask scheduler', and copy its address: tcp://127.0.0.1:8786"
        raise RefusedError([Problem("S002", place, message, hint)]) from None
    if not client.scheduler_info()["workers"]:
        client.close()
        message = f"The scheduler '{address}' has no workers"
        hint = f"Start some: cd {Path.cwd()} && dask worker {address} --nthreads 1"
        raise RefusedError([Problem("S003", place, message, hint)])
    return client
