"""Files of an older package, which the new one takes over where they have not changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from kandil.package.checksums import NAME, listed

_ARCHIVE = b"PK\x03\x04"
"""How a zip begins (APPNOTE 4.3.7): it is looked at as a package of its own."""


class Standing:
    """A package in its place."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.lent: dict[str, bytes] = {}
        """SHA-256, by path, of files that were linked and read after that; no archives."""

    def lend(self, path: str, digest: bytes, target: Path) -> bool:
        """Make `target` a hard link to its file at `path`, if that has this SHA-256.

        The list of sums only says where it pays to look: somebody may have changed the file.
        """
        if self._lendable.get(path) != digest:
            return False
        with suppress(OSError):  # A stick has no such links; what cannot be read is no loss.
            os.link(f"{self._place}/{path}", target)
            with target.open("rb") as file:
                archive = file.read(len(_ARCHIVE)) == _ARCHIVE
                file.seek(0)
                if not archive and file_digest(file, "sha256").digest() == digest:
                    self.lent[path] = digest
                    return True
        target.unlink(missing_ok=True)
        return False

    @cached_property
    def _lendable(self) -> Mapping[str, bytes]:
        """SHA-256, by path, of files with no other name: whoever gave one that may write into it.
        What lies behind a link is not of this package."""
        try:
            sums = listed((self._place / NAME).read_bytes())
        except OSError:
            return {}
        return {path: sums[path] for path in _single(self._place, "") if path in sums}


def _single(folder: Path, above: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _single(folder / entry.name, f"{above}{entry.name}/")
                continue
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                yield above + entry.name
