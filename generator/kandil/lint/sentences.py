"""Text cut into sentences, well enough to count their words and to see what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"'”»’)\]]*\s+(?=\S)")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|no|vs|approx|[a-z])\.\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’\-]*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for found in _END.finditer(text):
        if not _SHORT.search(text, start, found.end()):
            yield start, found.end()
            start = found.end()
    if text[start:].strip():
        yield start, len(text)


def words(text: str) -> list[str]:
    """Its words; a number is one too."""
    return _WORD.findall(text)
