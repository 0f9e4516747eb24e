"""Ids made of words: short, ASCII, of their own in the module."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

from anyascii import anyascii

from kandil.read.source.comments import comment_body
from kandil.read.source.tokens import Group

LONGEST = 40
_INSIDE = re.compile("[\u055a-\u055f]")
"""Armenian signs of tone, which stand inside a word: `Ո՞ր`."""
_ID = re.compile(r"(?:^|;)\s*id\s*:\s*([a-z0-9][a-z0-9-]*)\s*(?:;|$)")


def slug(words: str, longest: int = LONGEST) -> str:
    """A short ASCII id made of `words` in any script, cut at a word; `item` where none are."""
    latin = anyascii(_INSIDE.sub("", normalize("NFC", words))).lower()
    whole = re.sub(r"[^a-z0-9]+", "-", latin.replace("'", "")).strip("-")
    if len(whole) <= longest:
        return whole or "item"
    cut = whole[: longest + 1].rpartition("-")[0] or whole[:longest]
    return cut.strip("-")


def free_slug(words: str, taken: Callable[[str], bool], last: dict[str, int]) -> str:
    """The slug of `words`; a second one like it gets `-2`. `last`: the number that each slug was
    given before, since all below it are taken.
    """
    base = name = slug(words)
    number = last.get(base, 1)
    while taken(name):
        number += 1
        end = f"-{number}"
        name = slug(words, LONGEST - len(end)) + end
    last[base] = number
    return name


def written_ids(found: list[Group]) -> frozenset[str]:
    """Every id in a settings comment, so that no derived one takes its place."""
    bodies = (comment_body(group[0].content) for group in found if group[0].type == "html_block")
    return frozenset(match[1] for body in bodies if body for match in _ID.finditer(body))
