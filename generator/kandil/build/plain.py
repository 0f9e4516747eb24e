"""Values of the model as plain data, and back: what lies on a disk may hold nothing that runs.

A form follows from the type that is expected, so a file cannot ask for another. Written by hand:
`msgspec` reads no union of dataclasses, `cattrs` takes longer to load than a small build.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kandil.values import dataclass

Turn = Callable[[Any], object]
"""Takes what has the type of its form, or came from a file: `Any`, since a type that is a value has
no name for what is of it, and to ask each value would cost more than to turn it."""


@dataclass(frozen=True, slots=True)
class Form:
    """How values of one type are written and read; None: they are plain as they are."""

    write: Turn | None = None
    read: Turn | None = None


def to_plain(kind: object, value: object) -> object:
    """A value of the type `kind`, as JSON can hold it, but for bytes, which stay what they are."""
    turn = form_of(kind).write
    return turn(value) if turn else value


def from_plain(kind: object, data: object) -> object:
    """Raises `TypeError`, `ValueError` or `LookupError` for what `to_plain` does not make."""
    turn = form_of(kind).read
    return turn(data) if turn else data


@cache
def form_of(kind: object) -> Form:
    """Of a dataclass, a named tuple, a collection or a union of such, and of scalars."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return Form()
    if origin in (Union, types.UnionType):
        return _union(inner)
    if origin is tuple and inner[-1] is not Ellipsis:
        return _row(tuple, [partial(form_of, part) for part in inner])
    if origin in (tuple, list, set, frozenset):
        return _many(origin, inner[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*inner)
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, tuple)):
        return _record(kind)
    raise TypeError(kind)


_SCALARS: dict[object, Form] = {
    **dict.fromkeys((str, int, float, bool, type(None), bytes), Form()),
    date: Form(date.isoformat, date.fromisoformat),
    Decimal: Form(str, Decimal),
}


def _many(make: Turn, inner: object) -> Form:
    form = form_of(inner)
    write, read = form.write, form.read
    return Form(
        (lambda values: [write(one) for one in values]) if write else list,
        (lambda data: make([read(one) for one in data])) if read else make,
    )


def _mapping(key: object, value: object) -> Form:
    """As pairs: JSON has no other keys than words."""
    make: Turn = dict
    pair = _row(tuple, [partial(form_of, key), partial(form_of, value)])
    write, read = pair.write, pair.read
    assert write and read
    return Form(
        lambda values: [write(one) for one in values.items()],
        lambda data: make(map(read, data)),
    )


def _record(kind: type) -> Form:
    """A dataclass or a named tuple, as the list of its fields; those of its parts are asked for
    when they are needed, since types may hold themselves."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else [*hints]
    parts = [partial(form_of, hints[name]) for name in names]
    row = _row(lambda values: kind(*values), parts)
    write = row.write
    assert write
    return Form(lambda value: write([getattr(value, name) for name in names]), row.read)


def _row(make: Turn, parts: Sequence[Callable[[], Form]]) -> Form:
    """Values of different types."""

    @cache
    def turns(which: str) -> list[tuple[int, Turn]]:
        pairs = ((index, getattr(part(), which)) for index, part in enumerate(parts))
        return [(index, turn) for index, turn in pairs if turn]

    def turned(values: Iterable[object], which: str) -> list[object]:
        row = list(values)
        if len(row) != len(parts):
            raise ValueError(f"{len(row)} values, not {len(parts)}")
        for index, turn in turns(which):
            row[index] = turn(row[index])
        return row

    return Form(lambda values: turned(values, "write"), lambda data: make(turned(data, "read")))


def _union(kinds: tuple[type, ...]) -> Form:
    """Each part that is not plain bears the name of its type, if there are several such."""
    plain = tuple(kind for kind in kinds if form_of_plain(kind))
    others = {kind.__name__: kind for kind in kinds if kind not in plain}
    if not others:
        return Form()
    if len(others) == 1:
        [only] = others.values()
        return _optional(only, plain)

    def write(value: object) -> object:
        if isinstance(value, plain):
            return value
        name = type(value).__name__
        return [name, to_plain(others[name], value)]

    def read(data: Any) -> object:
        if isinstance(data, plain):
            return data
        name, inner = data
        return from_plain(others[name], inner)

    return Form(write, read)


def form_of_plain(kind: object) -> bool:
    """Whether values of this type are plain as they are."""
    return kind in _SCALARS and _SCALARS[kind].write is None


def _optional(kind: object, plain: tuple[type, ...]) -> Form:
    return Form(
        lambda value: value if isinstance(value, plain) else to_plain(kind, value),
        lambda data: data if isinstance(data, plain) else from_plain(kind, data),
    )
