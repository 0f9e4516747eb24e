"""What a gap accepts, as a pattern: a form folds nothing by itself (`rulings.md` 40).

Two engines read it. That of Collect (Java) asks whether the whole answer fits, that of Enketo
(JavaScript) whether a part of it does: with both ends marked it means the same to both.
"""

from __future__ import annotations

from collections.abc import Iterable

from kandil.model.folding import seen

_ALIKE = (
    *("'`´ʹʻʼˈ‘’‛′՚׳", "-‐‑‒–—−֊־", "σς", "يىی", "كک"),
    *("".join(signs) for signs in zip("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True)),
)
"""Signs that are one."""
_LETTERS = ("еёЕЁ", "iıIİ")
"""The same, where capital letters do not matter; else of each its small or its capital ones."""
_MARKS = (("Ѐ", "ԯ", r"\u0300\u0301"), ("؀", "ۿ", r"\u0640\u064b-\u0652"))
"""First and last letter of a script, and the marks that may follow any of its letters."""
_BEFORE = r"\x22\x27()«»\u201c-\u201f "
_BEHIND = _BEFORE + ".,;:!?،؛؟۔։।"
"""Around an answer: quotes, and the stop behind it."""
_SIGNS = r"\^$.|?*+()[]{}"


def pattern(answers: Iterable[str], case: bool, exact: bool) -> str:
    """A regular expression without quotes, so that it can stand in those of XPath."""
    ways = "|".join(dict.fromkeys(_way(seen(one), case or exact, exact) for one in answers))
    before, behind = ("", "") if exact else (f"[{_BEFORE}]*", f"[{_BEHIND}]*")
    return f"^{before}(?:{ways}){behind}$"


def _way(answer: str, case: bool, exact: bool) -> str:
    if exact:
        return "".join(map(_sign, answer))
    bare = answer.strip("\"'«»“”„‟ .,;:!?،؛؟۔։।") or answer
    return "".join(_letter(one, case) for one in bare if not _falls(one))


def _falls(sign: str) -> bool:
    """A stress mark, and what is written above or below a letter."""
    return sign in "\u0300\u0301\u0640" or "\u064b" <= sign <= "\u0652"


def _letter(sign: str, case: bool) -> str:
    """All that may stand for it."""
    same = next((signs for signs in _ALIKE if sign in signs), sign)
    wide = next((signs for signs in _LETTERS if sign in signs), "")
    if wide:
        same = (wide[:2] if sign in wide[:2] else wide[2:]) if case else wide
        same = sign if case and sign in _LETTERS[1] else same
    if not case:
        both = (x for one in same for x in (one, one.lower(), one.upper()) if len(x) == 1)
        same = "".join(dict.fromkeys(both))
    marks = next((signs for first, last, signs in _MARKS if first <= sign <= last), "")
    return _one_of(same) + (f"[{marks}]*" if marks and sign.isalpha() else "")


def _one_of(signs: str) -> str:
    return _sign(signs) if len(signs) == 1 else f"[{''.join(map(_sign, signs))}]"


def _sign(sign: str) -> str:
    """`pyxform` makes curly quotes straight ones, which would end the string of XPath."""
    if sign in "\"'":
        return f"\\x{ord(sign):02x}"
    if "\u2010" <= sign <= "\u206f":
        return f"\\u{ord(sign):04x}"
    return "\\" + sign if sign in _SIGNS or sign == "-" else sign
