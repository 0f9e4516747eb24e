"""What follows from the bytes of a file alone is worked out once, wherever the file lies."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Generic, TypeVar

Found = TypeVar("Found")
MOST = 200_000
"""Files that are remembered packed: those of a course of 5,000 lessons in 18 languages."""
READY = 2_000
"""The newest, which are not packed. What is known of a page takes half a kilobyte packed,
and forty times that otherwise; it takes longer to unpack than to look at."""


class Once(Generic[Found]):
    """A function of a file's content: a folder and its zips hold the same pages."""

    def __init__(self, work_out: Callable[[bytes], Found]) -> None:
        self.work_out = work_out
        """Without remembering it."""
        self._ready: dict[bytes, Found] = {}
        self._packed: dict[bytes, bytes] = {}

    def __call__(self, content: bytes) -> Found:
        """What is known of it."""
        key = sha256(content).digest()
        found = self.known(key)
        if found is None:
            found = self.work_out(content)
            self.learn(key, found)
        return found

    def known(self, digest: bytes) -> Found | None:
        """The same of the content with this SHA-256, if it was looked at before."""
        if digest in self._ready:
            return self._ready[digest]
        if packed := self._packed.get(digest):
            found: Found = pickle.loads(zlib.decompress(packed))
            return found
        return None

    def learn(self, digest: bytes, found: Found) -> None:
        """What another process has worked out of the content with this SHA-256; the oldest is
        packed for the newest, and in the end forgotten."""
        if len(self._ready) == READY:
            self._pack(next(iter(self._ready)))
        self._ready[digest] = found

    def _pack(self, oldest: bytes) -> None:
        if len(self._packed) == MOST:
            del self._packed[next(iter(self._packed))]
        words = pickle.dumps(self._ready.pop(oldest), pickle.HIGHEST_PROTOCOL)
        self._packed[oldest] = zlib.compress(words, 1)
