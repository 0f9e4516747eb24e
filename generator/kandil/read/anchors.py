"""Addresses of headings in a page: GitHub's rule, so that links also work on a Markdown host."""

from __future__ import annotations

import re

_DROP = re.compile(r"[^\w\- ]")


def github_slug(words: str) -> str:
    """`Scenario: The caller` becomes `scenario-the-caller`."""
    return _DROP.sub("", words.strip().lower()).replace(" ", "-")


class Anchors:
    """Gives each heading of a page an address of its own."""

    def __init__(self, taken: set[str] | None = None) -> None:
        self.taken: set[str] = taken or set()

    def take(self, words: str) -> str:
        """The slug of `words`; a second one like it gets `-1`, as on GitHub."""
        slug = base = github_slug(words) or "part"
        number = 0
        while slug in self.taken:
            number += 1
            slug = f"{base}-{number}"
        self.taken.add(slug)
        return slug
