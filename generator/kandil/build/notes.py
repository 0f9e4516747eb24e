"""Answers of earlier runs: data and nothing else, in files whose names say what they answer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kandil.build.aside import packed, parted, unpacked
from kandil.build.private import make_private, write_anew

_DAY = 24 * 60 * 60
_KEPT = 3 * _DAY
"""Seconds after which a note that no run has asked for is removed."""
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

    def has(self, name: str) -> bool:
        """Whether there is one; it stays then for some days more."""
        path = self.folder / name
        try:
            if path.lstat().st_mtime < self.now - _DAY:
                os.utime(path)
        except OSError:
            return False
        return True

    def read(self, name: str) -> object:
        """Whatever JSON can hold, and bytes. Raises `ValueError` where it is damaged or gone."""
        try:
            with (self.folder / name).open("rb", buffering=0) as file:
                meant, answer = unpacked(file.readall())
        except OSError as error:
            raise ValueError(name) from error
        if meant != name:
            raise ValueError(name)
        return answer

    def write(self, name: str, answer: object) -> None:
        """Nobody reads it before `settle`. To leave no note is no fault: there is none of what may
        name a contact, and where a lesson says such a code itself, that costs time only."""
        words, aside = parted([name, answer])
        if any(code in words for code in NAMING):
            return
        with suppress(OSError):
            write_anew(self.folder / f"{name}.{self.run}", packed(words, aside))

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


def sum_of(rows: Iterable[str]) -> str:
    """A name for a note: 32 hexadecimal digits over all on which it hangs."""
    return blake2b("\n".join(rows).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
