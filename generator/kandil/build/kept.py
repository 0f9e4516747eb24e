"""A crew that need not be asked again what it answered in an earlier run.

What a share answers follows from the share, from the orders that it was given and from everything
around both: its key is a sum over all of these, and so a note is never out of date. A share whose
answers are all known is not even read; one of whose answers is not, is given the orders before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Generic, TypeVar, cast, get_type_hints

from kandil.build.crew import Crew, Order
from kandil.build.digest import Known, digest_of
from kandil.build.notes import Notes, sum_of
from kandil.build.plain import from_plain, to_plain

S = TypeVar("S")
A = TypeVar("A")
_BROKEN = (TypeError, ValueError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Named(Generic[S]):
    """A share, with a sum over all that it is made of."""

    share: S
    digest: str


@dataclass(frozen=True, slots=True)
class _Noting(Generic[S, A]):
    """An order whose answers are noted where they are given."""

    order: Order[S, A]
    notes: Notes | None
    """None where nothing of an answer may be kept."""
    before: str
    """A sum over this order and those before."""

    lasting: ClassVar[bool] = False
    secret: ClassVar[bool] = False

    def __call__(self, named: Named[S]) -> A:
        answer = self.order(named.share)
        if self.notes:
            plain = to_plain(_answer_of(type(self.order)), answer)
            self.notes.write(sum_of((self.before, named.digest)), plain)
        return answer


Begin = Callable[[Sequence[Named[S]]], Crew[Named[S]]]
Orders = Sequence[Order[S, object]]


class Kept(Generic[S]):
    """Answers from notes where there are any, and wakes shares where there are none."""

    def __init__(self, shares: Sequence[Named[S]], notes: Notes, begin: Begin[S], few: int) -> None:
        """`begin` makes a crew of those that have to be woken. More than `few` are woken together
        with all others, for it pays to start processes only once."""
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
        noting = _Noting(
            order,
            None if order.secret else self._notes,
            sum_of([*(one for _, one in earlier), own]),
        )
        names = [sum_of((noting.before, share.digest)) for share in self._shares]
        self._wake(
            [n for n, name in enumerate(names) if not self._answered(n, name, order)], orders
        )
        answers = [crew.ask(noting) for crew in self._crews]
        for number, name in enumerate(names):
            if number in self._homes:
                yield next(answers[self._homes[number]])
            else:
                yield self._recalled(number, name, noting, orders)

    def close(self) -> None:
        """Let the shares go."""
        for crew in self._crews:
            crew.close()

    def _answered(self, number: int, name: str, order: Order[S, object]) -> bool:
        """Whether a share need not be woken."""
        return number in self._homes or (not order.secret and self._notes.has(name))

    def _wake(self, missing: Sequence[int], orders: Orders[S]) -> None:
        if len(missing) > self._few:
            missing = [number for number in range(len(self._shares)) if number not in self._homes]
        if not missing:
            return
        crew = self._begin([self._shares[number] for number in missing])
        for order in orders:
            deque(crew.ask(_Noting(order, None, "")), maxlen=0)
        self._homes |= dict.fromkeys(missing, len(self._crews))
        self._crews.append(crew)

    def _recalled(self, number: int, name: str, noting: _Noting[S, A], orders: Orders[S]) -> A:
        """From its note, or worked out where that is damaged."""
        try:
            answer = from_plain(_answer_of(type(noting.order)), self._notes.read(name))
        except _BROKEN:
            for order in orders:
                order(self._shares[number].share)
            return noting(self._shares[number])
        return cast(A, answer)


@cache
def _answer_of(order: type) -> object:
    return get_type_hints(order.__call__)["return"]
