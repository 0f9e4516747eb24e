"""One build at a time in a folder: a lock of the system's, which goes when its process does."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NAME = ".kandil-lock"
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_HELD: set[int] = set()
"""Handles of the locks of this process."""


class BusyError(Exception):
    """Another build is writing into this folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder; raises `BusyError` where a living process holds it.

    A killed process leaves the file behind and no lock, so nobody ever has to take it away. A
    folder that was made for this, and in which nothing was written, goes again.
    """
    path = folder / NAME
    made = [above for above in (folder, *folder.parents) if not above.exists()]
    handle = _open(path)
    _HELD.add(handle)
    try:
        yield
    finally:
        _HELD.discard(handle)
        # While the lock is held: whoever waits at this file sees that it is gone, and asks anew.
        with suppress(OSError):
            path.unlink()
            for above in made:
                above.rmdir()
        os.close(handle)


def _open(path: Path) -> int:
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except FileNotFoundError:
            continue  # The folder went with the run for which it had been made.
        try:
            _lock(handle)
        except OSError as fault:
            if fault.errno in _TAKEN:
                os.close(handle)
                raise BusyError from fault
            # A share without locks: the names of a run are its own there too.
        if _is_still(path, handle):
            return handle
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Between opening and locking, its last holder may have taken the file away."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go() -> None:
        """A copy of this process holds no lock: it may live on when this one is killed."""
        while _HELD:
            os.close(_HELD.pop())

    os.register_at_fork(after_in_child=_let_go)
