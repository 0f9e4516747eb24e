"""What follows from the bytes of a file alone is worked out once, wherever the file lies."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Generic, TypeVar

Found = TypeVar("Found")
MOST = 200_000
"""Files that are remembered: those of a course of 5,000 lessons in 18 languages. What is known of a
page takes half a kilobyte packed, and forty times that otherwise."""


class Once(Generic[Found]):
    """A function of a file's content: a folder and its zips hold the same pages."""

    def __init__(self, work_out: Callable[[bytes], Found]) -> None:
        self.work_out = work_out
        """Without remembering it."""
        self._known: dict[bytes, bytes] = {}

    def __call__(self, content: bytes) -> Found:
        """What is known of it; the oldest is forgotten for the newest."""
        key = sha256(content).digest()
        found = self.known(key)
        if found is None:
            found = self.work_out(content)
            self.learn(key, found)
        return found

    def known(self, digest: bytes) -> Found | None:
        """The same of the content with this SHA-256, if it was looked at before."""
        if packed := self._known.get(digest):
            found: Found = pickle.loads(zlib.decompress(packed))
            return found
        return None

    def learn(self, digest: bytes, found: Found) -> None:
        """What another process has worked out of the content with this SHA-256."""
        if len(self._known) == MOST:
            del self._known[next(iter(self._known))]
        self._known[digest] = zlib.compress(pickle.dumps(found, pickle.HIGHEST_PROTOCOL), 1)
