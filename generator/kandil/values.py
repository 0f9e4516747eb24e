"""Values: dataclasses that nobody changes once they are made.

A course has hundred thousands of them, and Python makes a frozen one three times as slowly as
another, since each field passes through `object.__setattr__`. So `frozen` is kept by the type
checker alone; equality and hashes are those of a frozen dataclass.

There are hundreds of kinds too, and of each the standard library writes and compiles four methods
when it is loaded, a tenth of a short run. Here it does so for `__init__` alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        kind: type | None = None, /, *, frozen: bool = False, eq: bool = True, **asked: bool
    ) -> type | Callable[[type], type]:
        """As that of the standard library."""

        def made(kind: type) -> type:
            ordered = asked.get("order", False)
            whole = dataclasses.dataclass(kind, eq=ordered, repr=False, **asked)
            whole.__repr__ = _shown
            if eq:
                whole.__eq__, whole.__hash__ = _compared(whole)
            if eq and not frozen:
                whole.__hash__ = None
            return whole

        return made(kind) if kind else made


def _compared(kind: type) -> tuple[Callable[..., object], Callable[..., int]]:
    """By its fields, with its own kind alone."""
    names = [field.name for field in dataclasses.fields(kind) if field.compare]
    values = attrgetter(*names) if names else lambda value: ()

    def equal(self: object, other: object) -> object:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return values(self) == values(other)

    return equal, lambda self: hash(values(self))


@recursive_repr()
def _shown(self: object) -> str:
    kind: type = self.__class__
    names = (field.name for field in dataclasses.fields(kind) if field.repr)
    inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{kind.__qualname__}({inner})"


__all__ = ["dataclass"]
