"""Text cut into sentences, well enough to count their words and to see what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”»’)\]]*+\s++(?=\S)")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|no|vs|approx|[a-z])\.\s+$", re.IGNORECASE)
_LONGEST = 8
"""Letters of the longest of these, with its full stop."""
_WORD = re.compile(r"\w[\w'’\-]*")
_SOMETHING = re.compile(r"\s*+\S")
_PIECE, _SHARED = 1200, 400
"""Letters that patterns look at together, and that two pieces share."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for found in _END.finditer(text):
        near = max(start, found.start() - _LONGEST)
        if not _SHORT.search(text, near, found.end()):
            yield start, found.end()
            start = found.end()
    if _SOMETHING.match(text, start):
        yield start, len(text)


def pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is; one without an end in parts, so that no pattern reads all of it."""
    while end - start > _PIECE:
        yield start, start + _PIECE
        start += _PIECE - _SHARED
    yield start, end


def words(text: str) -> list[str]:
    """Its words; a number is one too."""
    return _WORD.findall(text)
