"""A sum over a value of the model: two values that say the same have the same, on any day.

Lines and columns do not count: nothing that is asked of *other* lessons hangs on them, and a line
more in one lesson would else be news for all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType
from typing import TypeAlias

from kandil.model.course import Module
from kandil.model.text import field_names
from kandil.problems import Place

_SIZE = 16
_SCALARS = (str, int, float)
_ROWS = (tuple, list)
Plain: TypeAlias = "str | int | float | list[Plain] | None"
"""What the sum is made over."""
Known = dict[int, tuple[Module, str]]
"""Lessons that have been summed up, by their identity."""


def digest_of(value: object, known: Known) -> str:
    """32 hexadecimal digits; raises `TypeError` for a value of no known kind."""
    words = json.dumps(_plain(value, known), ensure_ascii=False, separators=(",", ":"))
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def _plain(value: object, known: Known) -> Plain:
    """As JSON can hold it, nothing left out but lines and columns. What there is most of is asked
    for first, since a course has hundred thousands of values."""
    if value is None or isinstance(value, _SCALARS):
        return value
    if isinstance(value, _ROWS):
        return [_plain(one, known) for one in value]
    if isinstance(value, Place):
        return ["Place", value.file]
    if isinstance(value, Module):
        return _lesson(value, known)
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *_fields(value, known)]
    if isinstance(value, Set):
        return ["Set", *sorted(json.dumps(_plain(one, known)) for one in value)]
    if isinstance(value, Mapping):
        return [
            "Mapping",
            *([_plain(key, known), _plain(one, known)] for key, one in value.items()),
        ]
    if isinstance(value, date | Decimal | PurePath):
        return [type(value).__name__, str(value)]
    if isinstance(value, FunctionType):
        return ["Function", value.__module__, value.__qualname__]
    raise TypeError(type(value))


def _lesson(module: Module, known: Known) -> str:
    if id(module) not in known:
        inner = json.dumps([*_fields(module, {})], ensure_ascii=False)
        found = blake2b(inner.encode("utf-8", "surrogatepass"), digest_size=_SIZE)
        known[id(module)] = module, found.hexdigest()
    return known[id(module)][1]


def _fields(value: object, known: Known) -> list[Plain]:
    kind: type = value.__class__
    return [_plain(getattr(value, name), known) for name in field_names(kind)]
