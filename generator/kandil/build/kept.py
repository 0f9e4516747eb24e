"""A crew that need not be asked again what it answered in an earlier run.

What a share answers follows from the share, from the orders that it was given and from everything
around both: a table bears a sum over the orders and a row one over the rest, so neither is ever out
of date. A share whose answers are all known is not even read; one of whose answers is not, is given
the orders before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import ClassVar, Generic, TypeVar, cast, get_type_hints

from kandil.build.crew import Alone, Crew, Order
from kandil.build.digest import Known, digest_of
from kandil.build.notes import Notes, row_of, sum_of
from kandil.build.plain import from_plain, to_plain
from kandil.build.table import Table
from kandil.values import dataclass

S = TypeVar("S")
T = TypeVar("T")
A = TypeVar("A")
_BROKEN = (TypeError, ValueError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Named(Generic[S]):
    """A share, with a sum over all that it is made of."""

    share: S
    digest: str


@dataclass(frozen=True, slots=True)
class _Noting(Generic[S, A]):
    """An order whose answers are made into rows where they are given."""

    order: Order[S, A]
    kept: bool
    """Whether anything of an answer may be."""
    lasting: ClassVar[bool] = False
    secret: ClassVar[bool] = False

    def __call__(self, named: Named[S]) -> Noted[A]:
        answer = self.order(named.share)
        if not self.kept:
            return Noted(answer, None)
        plain = to_plain(_answer_of(type(self.order)), answer)
        return Noted(answer, row_of(named.digest, plain))


@dataclass(frozen=True, slots=True)
class Noted(Generic[A]):
    """An answer, and the row that keeps it; None where it may not be kept."""

    answer: A
    row: bytes | None


Begin = Callable[[Sequence[Named[S]]], Crew[Named[S]]]
Orders = Sequence[Order[S, object]]


class Kept(Generic[S]):
    """Answers from notes where there are any, and wakes shares where there are none."""

    def __init__(
        self,
        whole: Named[str],
        shares: Sequence[Named[S]],
        notes: Notes,
        begin: Begin[S],
        few: int,
    ) -> None:
        """`whole`: what the shares are of, with a sum over what stands around them. `begin` makes a
        crew of those that have to be woken. More than `few` are woken together with all others, for
        it pays to start processes only once."""
        self._whole = whole
        self._shares = shares
        self._notes = notes
        self._begin = begin
        self._few = few
        self._crews: list[Crew[Named[S]]] = []
        self._homes: dict[int, int] = {}
        """In which crew a share is that is awake, both by their numbers."""
        self._lasting: dict[str, tuple[Order[S, object], str]] = {}
        """The last order of each kind on which later ones hang, with its sum."""
        self._known: Known = {}

    def ask(self, order: Order[S, A]) -> Iterator[A]:
        """As any crew; what is new is noted."""
        kind, own = type(order).__name__, digest_of(order, self._known)
        earlier = [pair for name, pair in self._lasting.items() if name != kind]
        if order.lasting:
            self._lasting[kind] = order, own
        orders = [one for one, _ in earlier]
        name = sum_of([self._whole.share, *(one for _, one in earlier), own])
        table = Table() if order.secret else self._notes.table(name)
        missing = [n for n, share in enumerate(self._shares) if share.digest not in table]
        self._wake([number for number in missing if number not in self._homes], orders)
        noted = self._noted(_Noting(order, not order.secret), table, orders)
        if order.secret or not missing:
            return (one.answer for one in noted)
        return self._written(name, noted)

    def _noted(self, noting: _Noting[S, A], table: Table, orders: Orders[S]) -> Iterator[Noted[A]]:
        answers = [crew.ask(noting) for crew in self._crews]
        for number in range(len(self._shares)):
            if number in self._homes:
                yield next(answers[self._homes[number]])
            else:
                yield self._recalled(number, noting, table, orders)

    def _written(self, name: str, noted: Iterator[Noted[A]]) -> Iterator[A]:
        with self._notes.writing(name) as rows:
            for share, one in zip(self._shares, noted, strict=True):
                if one.row:
                    rows.add(share.digest, one.row)
                yield one.answer

    def beside(self, share: T) -> Kept[T]:
        """One more, which hangs on what stands around the others alone, and needs no crew."""
        whole = self._whole
        kept = Kept(whole, [Named(share, whole.digest)], self._notes, Alone, 1)
        kept._known = self._known
        return kept

    def close(self) -> None:
        """Let the shares go."""
        for crew in self._crews:
            crew.close()

    def _wake(self, missing: Sequence[int], orders: Orders[S]) -> None:
        if len(missing) > self._few:
            missing = [number for number in range(len(self._shares)) if number not in self._homes]
        if not missing:
            return
        crew = self._begin([self._shares[number] for number in missing])
        for order in orders:
            deque(crew.ask(_Noting(order, False)), maxlen=0)
        self._homes |= dict.fromkeys(missing, len(self._crews))
        self._crews.append(crew)

    def _recalled(
        self, number: int, noting: _Noting[S, A], table: Table, orders: Orders[S]
    ) -> Noted[A]:
        """From its row, or worked out where that is damaged."""
        named = self._shares[number]
        try:
            answer = from_plain(_answer_of(type(noting.order)), table.answer(named.digest))
        except _BROKEN:
            for order in orders:
                order(named.share)
            return noting(named)
        return Noted(cast(A, answer), table.row(named.digest))


@cache
def _answer_of(order: type) -> object:
    return get_type_hints(order.__call__)["return"]
