"""Addresses of headings in a page: GitHub's rule, so that links also work on a Markdown host."""

from __future__ import annotations

import re

_DROP = re.compile(r"[^\w\- ]")
_OF_A_PAGE = re.compile(r"main|in|facts|silent|unrecorded|[nr]\d+|[lqw]_.*|g-.*", re.DOTALL)
"""Ids that a page gives itself: its words and its way in, an LMS's notices, footnotes and the
places that name them, questions with their fields, and terms of the glossary."""


def github_slug(words: str) -> str:
    """`Scenario: The caller` becomes `scenario-the-caller`."""
    return _DROP.sub("", words.strip().lower()).replace(" ", "-")


def own_anchor(slug: str) -> str:
    """The address of a heading; one that the page has taken for itself gets `-1`."""
    return f"{slug}-1" if _OF_A_PAGE.fullmatch(slug) else slug


class Anchors:
    """Gives each heading of a page an address of its own."""

    def __init__(self, above: Anchors | None = None) -> None:
        self.taken: set[str] = set()
        self.above = above
        """Of the page, for a part whose headings are not the learner's."""
        self._last: dict[str, int] = {}

    def take(self, words: str) -> str:
        """The slug of `words`; a second one like it gets `-1`, as on GitHub."""
        slug = base = own_anchor(github_slug(words) or "part")
        number = self._number(base)
        while self._is_taken(slug):
            number += 1
            slug = f"{base}-{number}"
        self._last[base] = number
        self.taken.add(slug)
        return slug

    def _number(self, base: str) -> int:
        """The last that a slug was given: all below it are taken."""
        above = self.above._last.get(base, 0) if self.above else 0
        return self._last.get(base, above)

    def _is_taken(self, slug: str) -> bool:
        return slug in self.taken or (self.above is not None and slug in self.above.taken)
