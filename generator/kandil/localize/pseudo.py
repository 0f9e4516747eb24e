"""Two locales made from the source as it stands, to see what a real one would break.

en-XA: accents, a third longer, in ⟦ ⟧; a text without brackets was never marked for translation.
ar-XB: each run of words turned from right to left. Both keep links, code, blanks and placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kandil.localize.checks import PLACEHOLDER
from kandil.model.inlines import Emphasis, Image, Inline, Inlines, Link, Strong
from kandil.model.shown import EXAMPLE
from kandil.model.text import Text

_KEPT = re.compile(rf"({PLACEHOLDER.pattern}|<[^<>]*>|&\w+;|\S+\{EXAMPLE}\b\S*)")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = str.maketrans(_PLAIN, "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž")
_VOWELS = re.compile(r"([aeiouyAEIOUY])")
_RIGHT_TO_LEFT, _POP = "\u202e", "\u202c"


def pseudo_words(tag: str, words: str) -> str:
    """A UI string."""
    done = "".join(part if _KEPT.fullmatch(part) else _CHANGE[tag](part) for part in _split(words))
    return f"⟦{done}⟧" if tag == "en-XA" and done else done


def pseudo_text(tag: str, text: Text) -> Text:
    """A sentence of a course."""
    inlines = tuple(_part(tag, part) for part in text.inlines)
    if tag == "en-XA" and inlines:
        inlines = ("⟦", *inlines, "⟧")
    return replace(text, inlines=_joined(inlines))


def _split(words: str) -> list[str]:
    pieces, start = [], 0
    for kept in _KEPT.finditer(words):
        pieces += [words[start : kept.start()], kept[0]]
        start = kept.end()
    return [piece for piece in (*pieces, words[start:]) if piece]


def _part(tag: str, part: Inline) -> Inline:
    match part:
        case str():
            return "".join(
                piece if _KEPT.fullmatch(piece) else _CHANGE[tag](piece) for piece in _split(part)
            )
        case Emphasis() | Strong() | Link():
            return replace(part, children=tuple(_part(tag, child) for child in part.children))
        case Image(alt=alt) if alt:
            return replace(part, alt=pseudo_words(tag, alt))
    return part


def _joined(inlines: Inlines) -> Inlines:
    """Neighbouring runs of text as one."""
    parts: list[Inline] = []
    for part in inlines:
        before = parts[-1] if parts else None
        if isinstance(part, str) and isinstance(before, str):
            parts[-1] = before + part
        else:
            parts.append(part)
    return tuple(parts)


def _longer(words: str) -> str:
    """Every vowel twice makes English about a third longer."""
    return _VOWELS.sub(r"\1\1", words).translate(_ACCENTED)


def _turned(words: str) -> str:
    return _WORDS.sub(lambda run: f"{_RIGHT_TO_LEFT}{run[0]}{_POP}", words)


_CHANGE: dict[str, Callable[[str], str]] = {"en-XA": _longer, "ar-XB": _turned}
