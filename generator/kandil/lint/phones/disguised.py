"""Numbers as a person reads them, though a program would not: `O 8OO`, `0,800,123,456`."""

from __future__ import annotations

import re
from itertools import pairwise

from kandil.territory.dialling import spelled

DIGIT = re.compile(r"[\d〇¹²³⁴-⁹⁰₀-₉፩-፱①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\U0001F100-\U0001F10C]")
"""Of any script, raised, lowered, in circles and brackets."""
_LATIN = re.compile("[0-9]")
_ZERO = "OoОоΟοՕօ○◯"
_ONE = "lIІӀ"
_LIKE = rf"[\d{_ZERO}{_ONE}]{{2,4}}"
_LONE = re.compile(
    rf"(?<!\w)(?:[OОΟՕ○◯](?=[ -]\d{{8,10}}(?!\w)|([^\w\s]|[ ]){_LIKE}(?:\1{_LIKE}){{2}})"
    rf"|[oоοօ](?=([^\w\s]|[ ])(?=\d*[{_ZERO}])(?=\D*\d){_LIKE}(?:\2{_LIKE}){{2}}))"
)
"""The letter that stands alone for the first digit; a small one, `about` in some languages, only
before more such letters."""
_ZEROS = re.compile(
    rf"(?<=\d)[{_ZERO}]+(?![^\W\d_])|(?<![^\W\d_])[{_ZERO}]+(?=\d)"
    rf"|(?<=[\d{_ZERO}]\W)[{_ZERO}]{{2,4}}(?=\W[\d{_ZERO}])"
)
_ONES = re.compile(rf"(?<=\d)[{_ONE}]+(?=\d)|(?<![^\W_])[{_ONE}](?=\d\d)|(?<=\d\d)[{_ONE}](?!\w)")
_PARTED = re.compile(
    r"(?<![^\W_])[(+]{0,3}\d{1,9}+(?:(?:\) ?| ?\(| )\d{1,9}+){0,2}\)?"
    r"(?:(?:(?:[^\w\s()+.,:;/-]|_){1,3}\d{1,9}+){1,10}+"
    r"|(?P<sign>[.,:;/]|[.,:;/-]{2,3}| [^\w\s()+,:;|%‰°$€£₴₾₺₽]{1,2} )"
    r"\d{1,9}+(?:(?P=sign)\d{1,9}+){0,9}+)(?![^\W_])"
)
"""Groups with signs between them that part no number elsewhere: `0_800_123_456`, `+995:800:…`."""
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\d\d\b")
_TIME = re.compile(r"\d\d [0-5]\d [0-5]\d \d{3}|(?:\d\d ){5}\d\d")
"""With thousandths of a second; or the address of a device."""
_BYTE = re.compile(r"\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]")
_LEAST, _MOST = 9, 15
"""Digits of a number with its first 0."""
_TRUNK = re.compile(r"8(?:\d{3})? (?=.*\d{3})[\d ]+")
"""8 in place of 0, as long as it is in Russia and Kazakhstan."""


def digit_in(words: str) -> bool:
    """Whether one stands there; of most texts an answer that costs little is asked first."""
    return (_LATIN if words.isascii() else DIGIT).search(words) is not None


def spelt(words: str) -> str:
    """As `spelled`; what was written so that a program reads no number is made plain too."""
    if not digit_in(words):
        return spelled(words)
    plain = _ZEROS.sub(_as_zeros, _LONE.sub("0", words))
    return _PARTED.sub(_unparted, spelled(_ONES.sub(lambda found: "1" * len(found[0]), plain)))


def even(groups: list[str]) -> bool:
    """`0 100 200 300`: a scale, whose steps are all alike."""
    steps = {int(high) - int(low) for low, high in pairwise(groups)}
    return len(groups) > 2 and len(steps) == 1


def book(groups: list[str]) -> bool:
    """An ISBN, whose words may stand elsewhere; one of ten digits by the last of them."""
    number = "".join(groups)
    if len(number) == 13:
        return number.startswith(("978", "979"))
    if len(number) != 10 or len(groups) != 4 or len(groups[3]) > 1:
        return False
    return sum(int(sign) * (10 - place) for place, sign in enumerate(number)) % 11 == 0


def _as_zeros(found: re.Match[str]) -> str:
    return "0" * len(found[0])


def _unparted(found: re.Match[str]) -> str:
    plain = re.sub(r"[^\d+()]+", " ", found[0])
    groups = re.findall(r"\d+", plain)
    return plain if _begins(plain, groups) and not _other(groups, found["sign"]) else found[0]


def _begins(plain: str, groups: list[str]) -> bool:
    """As a number to call does, and is as long."""
    length = sum(map(len, groups))
    if "+" in plain:
        return _LEAST <= length <= _MOST
    if groups[0][0] == "0" or plain.startswith(f"({groups[0]})"):
        return _LEAST <= length <= _MOST and _shaped(groups)
    return length == 11 and _TRUNK.fullmatch(plain) is not None


def _shaped(groups: list[str]) -> bool:
    """Three digits together, or five pairs; one digit alone at most, and no 0."""
    if max(map(len, groups)) < 3 and [*map(len, groups)] != [2] * 5:
        return False
    single = [group for group in groups[1:] if len(group) == 1]
    return len(single) < 2 and "0" not in single


def _other(groups: list[str], sign: str | None) -> bool:
    """A decimal, an address of a computer, a date, a time, a scale, a row."""
    if sign and sign in ".," and len(groups) == 2:
        return len(groups[0]) < 3
    if len(groups) == 4 and all(map(_BYTE.fullmatch, groups)):
        return True
    row = " ".join(groups)
    return bool(_DAY.match(row) or _TIME.fullmatch(row)) or even(groups) or _rising(groups)


def _rising(groups: list[str]) -> bool:
    """`0,1,2,3,5,8`: many numbers or small ones."""
    few = len(groups) < 5 and max(map(len, groups)) > 2
    return not few and all(int(low) < int(high) for low, high in pairwise(groups))
