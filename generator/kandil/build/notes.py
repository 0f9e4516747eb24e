"""Answers of earlier runs: data and nothing else, in tables whose names say what they answer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from kandil.build.aside import packed, parted
from kandil.build.private import make_private
from kandil.build.table import Table, Writing
from kandil.values import dataclass

_DAY = 24 * 60 * 60
_KEPT = 3 * _DAY
"""Seconds after which a table that no run has asked for is removed."""
NAMING = frozenset({"A406", "V016"})
"""Problems that name whose a number is: the entry may be a draft (`rulings.md` 47)."""


@dataclass(frozen=True, slots=True)
class Notes:
    """In a folder that only this user can look into (`rulings.md` 47)."""

    folder: Path
    now: float
    """Seconds, by the clock of the disk."""
    run: str
    """Ends the names of what this run writes, until it is known to hold."""

    def table(self, name: str) -> Table:
        """The rows of an earlier run, none where there is no such table; it stays then for some
        days more."""
        path = self.folder / name
        with suppress(OSError):
            if path.lstat().st_mtime < self.now - _DAY:
                os.utime(path)
            return Table(path.read_bytes())
        return Table()

    def writing(self, name: str) -> Writing:
        """A table that nobody reads before `settle`."""
        return Writing(self.folder / f"{name}.{self.run}")

    def begin(self) -> None:
        """Make the folder; take away what nobody has asked for of late. Raises `OSError`."""
        make_private(self.folder)
        before = self.now - _KEPT
        for path in self.folder.iterdir():
            if path.lstat().st_mtime < before:
                path.unlink()

    def settle(self) -> None:
        """What this run has written holds: the files that it has read did not change meanwhile."""
        with suppress(OSError):
            for path in self._own():
                path.replace(path.with_suffix(""))

    def drop(self) -> None:
        """What this run has written does not hold."""
        with suppress(OSError):
            for path in self._own():
                path.unlink()

    def clear(self) -> None:
        """Take all away: what was harmless before may be of a course that is sensitive now."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                path.unlink()

    def _own(self) -> list[Path]:
        return [*self.folder.glob(f"*.{self.run}")]


def row_of(name: str, answer: object) -> bytes | None:
    """A row of a table. None of what may name a contact; where a lesson says such a code itself,
    that costs time only."""
    words, aside = parted([name, answer])
    return None if any(code in words for code in NAMING) else packed(words, aside)


def sum_of(rows: Iterable[str]) -> str:
    """A name for a note: 32 hexadecimal digits over all on which it hangs."""
    return blake2b("\n".join(rows).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
