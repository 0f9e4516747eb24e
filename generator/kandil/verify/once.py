"""What follows from the bytes of a file alone is worked out once, wherever the file lies."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Generic, TypeVar

Found = TypeVar("Found")
MOST = 20_000
"""Files that are remembered: those of a course of 1,000 lessons in 18 languages."""


class Once(Generic[Found]):
    """A function of a file's content: a folder and its zips hold the same pages."""

    def __init__(self, work_out: Callable[[bytes], Found]) -> None:
        self._work_out = work_out
        self._known: dict[bytes, Found] = {}

    def __call__(self, content: bytes) -> Found:
        """What is known of it; the oldest is forgotten for the newest."""
        key = sha256(content).digest()
        if key not in self._known:
            self.learn(key, self._work_out(content))
        return self._known[key]

    def known(self, digest: bytes) -> Found | None:
        """The same of the content with this SHA-256, if it was looked at before."""
        return self._known.get(digest)

    def learn(self, digest: bytes, found: Found) -> None:
        """What another process has worked out of the content with this SHA-256."""
        if len(self._known) == MOST:
            del self._known[next(iter(self._known))]
        self._known[digest] = found
