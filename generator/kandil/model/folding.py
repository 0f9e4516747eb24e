"""Which words are the same: to the eye, and as answers that somebody types (`rulings.md` 40).

`player/fold.js` does the same in the page; what concerns one script only it gets from here, for the
scripts of its answers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Rule = tuple[str, str]
"""A regular expression that JavaScript reads too, and what stands for each find (`$1`: its first
group)."""
_INVISIBLE = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]")
"""Soft hyphens, joiners, marks of direction, the variant of a sign."""
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("[`´ʹ-ˋ‘’‛′‵]")
_HYPHENS = re.compile("[‐-―−]")
_TURKISH = re.compile("ı|i\u0307")
"""A capital I becomes a letter without a dot, which nobody means in "EMAIL"."""
_QUOTES = " \"'()«»“-‟"
_ENDS = re.compile(f"^[{_QUOTES}]+|[{_QUOTES}.,;:!?]+$")
"""Quotes around words, and the stop behind them."""
_ZEROS = "٠۰၀០๐"
_DIGITS = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}
_OF_SCRIPTS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Ͱ-Ͽ·", (("ς", "σ"), ("·", "."))),
    # The dots of ё and stress marks; with an acute, г and к are other letters.
    (
        "Ѐ-ԯ",
        (
            ("([Ее])[\u0300\u0301\u0308]+", "$1"),
            ("([Ѐ-ВД-ЙЛ-вд-йл-ԯ]\u0308?)[\u0300\u0301]+", "$1"),
        ),
    ),
    # Signs above a vowel.
    ("Ա-֏", (("[՛-՞]", ""), ("՚", "'"), ("֊", "-"), ("։", "."))),
    ("֑-״", (("׳", "'"), ("־", "-"), ("׃", "."))),
    # Tatweel and harakat; the Persian yeh and kaf, and a yeh without dots.
    (
        "؀-ۿ",
        (
            (r"[\u0610-\u061a\u061c\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]", ""),
            ("[\u0649\u06cc]", "\u064a"),
            ("\u06a9", "\u0643"),
            ("[،؛؟۔]", "."),
        ),
    ),
    ("ऀ-ॿ", (("[।॥]", "."),)),
    ("က-႟", (("[၊။]", "."),)),
    ("ሀ-፼", (("[።-፧]", "."),)),
    ("ក-៿", (("[។-៖]", "."),)),
    ("᠀-ᢪ", ((r"[\u180b-\u180e]", ""), ("[᠂᠃]", "."))),
    ("、-鿿", (("[〈-】]", '"'), ("[、。]", "."))),
)
"""The letters of a script, what falls away in it, and the stops of its sentences."""


def seen(text: str) -> str:
    """What the eye can tell apart: without invisible signs, each space alike."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", plain).strip()


def blank(text: str) -> bool:
    """Whether the eye sees nothing of it; most texts begin with a letter."""
    return not (text[:1].isalnum() or seen(text))


def folded(text: str, case: bool = False) -> str:
    """An answer as it is compared; with `case`, capital letters matter."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", seen(text)))
    plain = _HYPHENS.sub("-", plain).translate(_DIGITS)
    plain = plain if case else _TURKISH.sub("i", plain.lower())
    for pattern, words in fold_rules(plain):
        plain = re.sub(pattern, words.replace("$", "\\"), plain)
    return _ENDS.sub("", plain) or plain


def fold_rules(words: str) -> tuple[Rule, ...]:
    """Those for the scripts of these words; there are none for plain Latin letters."""
    if words.isascii():
        return ()
    return tuple(_rules(unicodedata.normalize("NFKD", words)))


def _rules(words: str) -> Iterator[Rule]:
    for letters, rules in _OF_SCRIPTS:
        if re.search(f"[{letters}]", words):
            yield from rules
