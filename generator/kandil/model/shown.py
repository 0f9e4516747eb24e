"""Addresses in words that only show what a fraud looks like (`rulings.md` 37)."""

from __future__ import annotations

import re

EXAMPLE = ".example"
"""RFC 2606: names that nobody can own."""
_ADDRESS = re.compile(
    r"(?<![\w@.+-])(?i:https?://)?(?:[\w.+-]+@)?(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w.-]*\w)(?::\d+)?"
    r"(?:(?:/|[?#](?=\w))(?:[^\s<>\"“”«»]*[^\s<>\"“”«»).,;:!?])?)?"
)


def addresses(words: str) -> list[str]:
    """Each address without a link, as it stands; the stop of its sentence is no part of it."""
    return _ADDRESS.findall(words)


def parted(words: str) -> list[str]:
    """Words and addresses in turn: those at odd places are addresses."""
    return re.split(f"({_ADDRESS.pattern})", words)
