"""All that the shares of a course have answered to one order: one file, a row for each share.

Rows lie back to back, and behind them a list of where each begins; so what has not changed is
carried over as it lies there, and a row is read as data only when somebody asks for it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from zlib import crc32

from kandil.build.aside import unpacked
from kandil.build.private import write_anew

_TAIL = struct.Struct(">II")
"""At the end: length of the list, and a sum over it."""


class Table:
    """Rows of an earlier run, by the names of their shares."""

    def __init__(self, content: bytes = b"") -> None:
        """One that is damaged is as good as empty."""
        self._content = memoryview(content)
        self._places = _places(content)

    def __contains__(self, name: str) -> bool:
        """Whether there is a row, damaged or not."""
        return name in self._places

    def row(self, name: str) -> bytes:
        """As `packed` has made it."""
        start, length = self._places[name]
        return bytes(self._content[start : start + length])

    def answer(self, name: str) -> object:
        """Whatever JSON can hold, and bytes. Raises `ValueError` where the row is damaged."""
        meant, answer = unpacked(self.row(name))
        if meant != name:
            raise ValueError(name)
        return answer


def _places(content: bytes) -> Mapping[str, tuple[int, int]]:
    with suppress(struct.error, ValueError, TypeError):
        length, told = _TAIL.unpack_from(content, len(content) - _TAIL.size)
        listing = content[-_TAIL.size - length : -_TAIL.size]
        if crc32(listing) == told:
            return {name: (start, size) for name, start, size in json.loads(listing)}
    return {}


class Writing:
    """`with Writing(path) as rows:` a table that is there only when all its rows are."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: list[tuple[str, int, int]] = []
        self._length = 0
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        with suppress(OSError):
            write_anew(self._path, b"")
            self._file = self._path.open("r+b")
        return self

    def add(self, name: str, row: bytes) -> None:
        """To leave no table is no fault: a full disk costs time only."""
        self._places.append((name, self._length, len(row)))
        self._length += len(row)
        if self._file:
            try:
                self._file.write(row)
            except OSError:
                self._give_up()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._file:
            return
        if error:
            self._give_up()
            return
        listing = json.dumps(self._places, separators=(",", ":")).encode()
        try:
            self._file.write(listing + _TAIL.pack(len(listing), crc32(listing)))
            self._file.close()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        if self._file:
            with suppress(OSError):
                self._file.close()
            self._file = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
