"""Which files there are, and whether any of them has changed: as git does it, by size, time and
inode, and by content where these cannot be trusted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from hashlib import file_digest
from pathlib import Path

from kandil.values import dataclass

_SLACK = 2_000_000_000
"""Nanoseconds: a file that was written so shortly before it was looked at may have been written
again, and bear the same time (FAT keeps two seconds)."""
_PASSING = frozenset({"__pycache__", ".git", ".DS_Store", "Thumbs.db"})
"""Names of what a build neither reads nor makes."""

State = tuple[int, int, int, int]
"""Size, time of change of the content and of the entry (nanoseconds), inode."""


class UnfitError(Exception):
    """A link or a pipe among the files: what it leads to may change and no time here with it."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Files by their paths."""

    states: Mapping[str, State]
    digests: Mapping[str, str]
    taken: int = 0
    """When it was begun, as the disk counts (nanoseconds); 0: nobody knows."""

    def renewed(self, roots: Iterable[Path], apart: Set[str], now: int) -> Inventory | None:
        """The inventory of `now`, if the same files are there with the same content; this very one
        where no content had to be looked at."""
        states = dict(_survey(roots, apart))
        if states.keys() != self.states.keys():
            return None
        doubtful = [path for path, state in states.items() if not self._sure(path, state)]
        if any(_digest(path) != self.digests[path] for path in doubtful):
            return None
        return Inventory(states, self.digests, now) if doubtful else self

    def _sure(self, path: str, state: State) -> bool:
        return state == self.states.get(path) and max(state[1:3]) < self.taken - _SLACK

    def anew(self, roots: Iterable[Path], apart: Set[str], now: int) -> Inventory:
        """The inventory of `now`; what has not changed since this one is not read again."""
        states = dict(_survey(roots, apart))
        digests = {
            path: self.digests[path] if self._sure(path, state) else _digest(path)
            for path, state in states.items()
        }
        return Inventory(states, digests, now)

    def moved(self, old: str, new: str) -> Inventory:
        """The same files after their folder was renamed."""

        def there(path: str) -> str:
            return new + path.removeprefix(old)

        states = {there(path): state for path, state in self.states.items()}
        digests = {there(path): digest for path, digest in self.digests.items()}
        return Inventory(states, digests, self.taken)


def take(
    roots: Iterable[Path],
    apart: Set[str] = frozenset(),
    now: int = 0,
    known: Mapping[str, str] | None = None,
) -> Inventory:
    """Of every file under `roots`, files or folders, that are there; raises `UnfitError`.

    `apart`: absolute paths of folders inside them that are left out. `known`: SHA-256 of files that
    need not be read for it.
    """
    states, sure = dict(_survey(roots, apart)), known or {}
    return Inventory(states, {path: sure.get(path) or _digest(path) for path in states}, now)


def _survey(roots: Iterable[Path], apart: Set[str]) -> Iterator[tuple[str, State]]:
    for root in roots:
        if root.is_symlink():
            raise UnfitError(root.as_posix())
        if root.is_file():
            yield root.as_posix(), _of(root.stat())
        elif root.is_dir():
            yield from _within(root, apart)


def _within(folder: Path, apart: Set[str]) -> Iterator[tuple[str, State]]:
    """Paths as `Path` writes them: in `.` without the dot, or nobody would find them again."""
    if apart and str(folder.absolute()) in apart:
        return
    start = (folder / "_").as_posix()[:-1]
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _PASSING:
                continue
            if not (entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)):
                raise UnfitError(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from _within(folder / entry.name, apart)
            else:
                yield start + entry.name, _of(entry.stat(follow_symlinks=False))


def state_of(path: Path) -> State:
    """Of one file; raises `OSError`."""
    return _of(path.stat())


def _of(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _digest(path: str) -> str:
    with Path(path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
