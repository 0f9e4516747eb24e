"""Kandil's dataclasses are those of the standard library, but for `frozen`."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest
from kandil.problems import Place
from kandil.values import dataclass

Maker = Callable[..., Any]
"""What makes a class a dataclass. `Any`: a class that is made here has no name for its type."""


def made(maker: Maker, **asked: bool) -> Any:
    """The same class by either."""

    class Pair:
        first: int
        second: str = "b"
        aside: float = field(default=0.5, compare=False)
        quiet: int = field(default=1, repr=False)

    Pair.__qualname__ = "Pair"
    return maker(**asked)(Pair)


@pytest.fixture(
    params=[{"frozen": True, "slots": True}, {"frozen": True}, {"slots": True}], ids=str
)
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    return made(dataclass, **request.param), made(dataclasses.dataclass, **request.param)


def test_it_is_shown_in_the_same_way(pair: tuple[Any, Any]) -> None:
    own, theirs = pair
    assert repr(own(1)) == repr(theirs(1)) == "Pair(first=1, second='b', aside=0.5)"


def test_values_are_compared_by_the_same_fields(pair: tuple[Any, Any]) -> None:
    for kind in pair:
        assert kind(1, "c", 0.5) == kind(1, "c", 0.75)
        assert kind(1) != kind(2) and kind(1) != kind(1, quiet=2)
        assert kind(1).__eq__((1, "b", 1)) is NotImplemented
    own, theirs = pair
    assert own(1) != theirs(1)


def test_one_that_may_change_has_no_hash(pair: tuple[Any, Any]) -> None:
    own, theirs = pair
    if theirs.__hash__ is None:
        assert own.__hash__ is None
    else:
        assert len({own(1), own(1, aside=0.75), own(2)}) == 2


def test_one_that_is_told_so_is_compared_by_itself() -> None:
    kind = made(dataclass, eq=False)
    assert kind(1) != kind(1) and len({kind(1), kind(1)}) == 2


def test_one_without_fields_is_like_another() -> None:
    class Bare:
        pass

    kind = dataclass(frozen=True)(Bare)
    assert kind() == kind() and len({kind(), kind()}) == 1


def test_one_that_holds_itself_can_be_shown() -> None:
    value = made(dataclass)([])
    value.first.append(value)
    assert repr(value) == "Pair(first=[...], second='b', aside=0.5)"


def test_places_stand_in_an_order_and_can_be_pickled() -> None:
    places = [Place("b"), Place("a", 2), Place("a", 1, 9)]
    assert sorted(pickle.loads(pickle.dumps(places))) == places[::-1]
