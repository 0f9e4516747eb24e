"""The word that a keyword was written with: a heading's address was made of it."""

from __future__ import annotations

import re

from kandil.read.inline.anchors import github_slug, own_anchor
from kandil.read.source.keywords import Keywords


def spelled(language: Keywords, keyword: str, anchor: str, rest: str = "") -> str:
    """A keyword in the word of which its heading's address was made."""
    words = [language.word(keyword), *language.written]
    known = [word for word in words if language.english(word) == keyword] or [keyword]
    heads = [f"{word}: {rest}" if rest else word for word in known]
    base = re.sub(r"-\d+$", "", anchor)
    slugs = [own_anchor(github_slug(head)) for head in heads]
    return next(
        (head for head, slug in zip(heads, slugs, strict=True) if slug in (anchor, base)),
        heads[0],
    )
