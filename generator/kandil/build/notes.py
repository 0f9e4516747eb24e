"""Answers of earlier runs: data and nothing else, in files whose names say what they answer."""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_DAY = 24 * 60 * 60
_KEPT = 3 * _DAY
"""Seconds after which a note that no run has asked for is removed."""


@dataclass(frozen=True, slots=True)
class Notes:
    """In a folder that only this user can look into (`rulings.md` 47)."""

    folder: Path
    now: float
    """Seconds, by the clock of the disk."""

    def has(self, name: str) -> bool:
        """Whether there is one; it stays then for some days more."""
        path = self._path(name)
        try:
            if path.stat().st_mtime < self.now - _DAY:
                os.utime(path)
        except OSError:
            return False
        return True

    def read(self, name: str) -> object:
        """Whatever JSON can hold. Raises `ValueError` where it is damaged or gone."""
        try:
            answer: object = json.loads(zlib.decompress(self._path(name).read_bytes()))
        except (OSError, zlib.error) as error:
            raise ValueError(name) from error
        return answer

    def write(self, name: str, answer: object) -> None:
        """To leave no note is no fault."""
        path = self._path(name)
        part = path.with_suffix(f".{os.getpid()}")
        words = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        with suppress(OSError):
            part.write_bytes(zlib.compress(words.encode("utf-8", "surrogatepass"), 1))
            part.replace(path)

    def begin(self) -> None:
        """Make the folder; take away what nobody has asked for of late. Raises `OSError`."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        before = self.now - _KEPT
        for path in self.folder.iterdir():
            if path.lstat().st_mtime < before:
                path.unlink()

    def clear(self) -> None:
        """Take all away."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / name
