"""A number that begins in one cell, item or line, and goes on in the next."""

from __future__ import annotations

import re

from kandil.lint.phones.disguised import digit_in, spelt

_NEAR = 40
"""Letters on each side of the seam."""
_BEGINNING = re.compile(
    r"(?<![^\s:(\"«„“])\(?(?:\+\d{1,4}|00[1-9]\d\d+|0\d{2,3}(?!\d)|0\d{5,}|0[ (-]{1,2}\d)"
    r"[\d ()-]{0,14}$"
)
"""As no amount, year or time does."""
_GOING_ON = re.compile(r"[(-]{0,2}\d(?:[ ()-]{0,3}\d)*+(?!\w|[.,:/]\d|%)")
_HOURS = re.compile(r"(?:[0-2]\d[0-5]\d(?: |$))+")
"""`0900 | 1300 | 1800`."""
_LEAST = 9
"""Digits of a number with its first 0."""


class Seam:
    """Keeps what the blocks before have begun."""

    def __init__(self) -> None:
        self.before = ""

    def joined(self, words: str) -> str:
        """The words on both sides where they are long enough for a number; else empty."""
        over = self._over(words)
        self.before = over or words
        if not over:
            return ""
        groups = re.findall(r"\d+", over)
        long = sum(map(len, groups)) >= _LEAST
        return over if long and not _HOURS.fullmatch(" ".join(groups)) else ""

    def _over(self, words: str) -> str:
        if not (digit_in(self.before[-_NEAR:]) and digit_in(words[:_NEAR])):
            return ""
        second = spelt(words[:_NEAR]).lstrip()
        if not _GOING_ON.match(second):
            return ""
        begun = _BEGINNING.search(spelt(self.before[-_NEAR:]).rstrip())
        if not begun:
            return ""
        return re.sub(r"[()]", "", begun[0]) + f" {second}" + ("…" if len(words) > _NEAR else "")
