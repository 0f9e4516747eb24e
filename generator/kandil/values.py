"""Values: dataclasses that nobody changes once they are made.

A course has hundred thousands of them, and Python makes a frozen one three times as slowly as
another, since each field passes through `object.__setattr__`. So `frozen` is kept by the type
checker alone; equality and hashes are those of a frozen dataclass.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, **asked: bool) -> object:
        """As that of the standard library."""
        return dataclasses.dataclass(kind, unsafe_hash=frozen, **asked)


__all__ = ["dataclass"]
