"""One form for each number, however it is written: national, international, with brackets."""

from __future__ import annotations

import re
import unicodedata

SHORT = 6
"""Digits of the longest short code (116 006)."""
_WHOLE = 11
"""Digits from which a number may begin with its country's code and have no `+`."""
_CODES: dict[str, str] = dict(
    re.findall(
        r"([A-Z]{2})(\d+)",
        "AL355 AM374 AT43 AZ994 BA387 BE32 BG359 BY375 CH41 CY357 CZ420 DE49 DK45 EE372 ES34 FI358 "
        "FR33 GB44 GE995 GR30 HR385 HU36 IE353 IL972 IR98 IT39 JO962 KG996 KZ7 LB961 LT370 LU352 "
        "LV371 MD373 ME382 MK389 MT356 NL31 NO47 PL48 PT351 RO40 RS381 RU7 SE46 SI386 SK421 SY963 "
        "TJ992 TM993 TR90 UA380 UZ998 XK383",
    )
)
"""By territory: the region, and where people on the move call."""
_LONG = tuple(code for code in sorted({*_CODES.values()}) if len(code) > 2 or code == "90")
"""Those that stand before eight digits or more."""
_SHORTEST = 10
"""Digits of the shortest of these with its country's code."""
_UNSEEN = ("Cf", "Mn", "Me")
"""Signs that are not seen, and those that draw a box around a digit."""
_KINDS = {"Zs": " ", "Pd": "-"}
_OTHERS = {"＋": "+", "−": "-", "’": "'", "〇": "0"}
_EIGHT = frozenset({"BY", "KZ", "RU"})
"""Where a long national number begins with 8 instead of 0."""


def digits(words: str) -> str:
    """What is dialled: without spaces, hyphens and brackets; `+` stays."""
    return re.sub(r"(?!^\+)\D", "", spelled(words).strip())


def spelled(words: str) -> str:
    """Plain digits, spaces and hyphens; what is not seen is taken out."""
    if words.isascii():
        return words.lower()
    return words.translate(_SIGNS).lower()


class _Signs(dict[int, str]):
    """Each sign is looked up once."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _sign(chr(code)))


_SIGNS = _Signs()


def _sign(sign: str) -> str:
    """Digits of every script, in circles and brackets, raised and lowered."""
    kind = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if kind in _UNSEEN:
        return ""
    return _KINDS.get(kind, _OTHERS.get(sign, sign))


def calling_code(territory: str) -> str:
    """`995`; empty where it is not known, and then nothing is asked of it."""
    return _CODES.get(territory, "")


def unsigned(number: str) -> bool:
    """Whether it is as long as a number of our region with its country's code and no `+`."""
    if len(number) < _SHORTEST:
        return False
    if re.fullmatch(r"8[03479]\d{9}|7\d{10}", number):
        return True
    return any(number.startswith(code) and len(code) + 8 <= len(number) <= 12 for code in _LONG)


def normal(words: str, territory: str) -> str:
    """The national number without its first 0; a foreign one with `+` and all of it."""
    plain, code = digits(words), calling_code(territory)
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    if code and plain.startswith(code) and len(plain) >= _WHOLE:
        plain = f"+{plain}"
    if plain.startswith("+"):
        if not code or not plain.startswith(f"+{code}"):
            return plain
        plain = plain[1 + len(code) :]
    elif territory in _EIGHT and len(plain) >= _WHOLE:
        plain = plain.removeprefix("8")
    return plain.lstrip("0") if len(plain) > SHORT else plain
