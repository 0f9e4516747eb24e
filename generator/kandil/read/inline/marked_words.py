"""Sentences whose only signs are pairs around words: `**bold**`, `*slanted*`, `` `typed` ``.

They are most of those that hold a sign at all, and CommonMark reads them in one way only: each pair
has a space before it, letters or digits at both ends of its words, and no other sign within. All
else is for `inline_parser`, which reads these in the same way, if not as soon.
"""

from __future__ import annotations

import re

from kandil.model.inlines import Code, Emphasis, Inline, Inlines, Strong

SIGNS = r"\\`*_\[\]<>&!\n"
_SIGN = re.compile(f"[{SIGNS}]")
_PAIR = re.compile(rf"(\*\*?|`)([^\W_](?:[^{SIGNS}]*[^\W_])?)\1(?![^ .,;:?)])")
_KINDS: dict[str, type[Emphasis | Strong]] = {"*": Emphasis, "**": Strong}


def marked_words(source: str) -> Inlines | None:
    """The parts of such a sentence; None for all others."""
    plain, *pairs = _PAIR.split(source)
    parts: list[Inline] = [plain] if plain else []
    if not pairs or _SIGN.search(plain):
        return None
    for sign, words, behind in zip(pairs[::3], pairs[1::3], pairs[2::3], strict=True):
        if (parts and plain[-1:] != " ") or _SIGN.search(behind):
            return None
        parts.append(Code(words) if sign == "`" else _KINDS[sign]((words,)))
        parts += [behind] if behind else []
        plain = behind
    return tuple(parts)
