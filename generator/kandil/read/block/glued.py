"""Items of a list, and meanings of a term, whose sign stands at their words without a space."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

_GLUED = re.compile(
    r"(?P<sign>[-+*]|[–—•][ \t]*|\d{1,2}[.)]|:(?=[^\W\d_]{2}|a )(?!\w+:))(?P<words>[^\W\d_].*)"
)
"""`:D` is a face."""
_BOX = re.compile(
    r"(?P<sign>[-+*–—•]?[ \t]*\[[ \t]*(?P<tick>[xXхХ✓✔√]?)[ \t]*\])(?![(\[:])[ \t]*(?P<words>\w.*)"
)
_WIDE = re.compile(r"(?P<sign>[＞＃－＋＊]+)[ \t]*(?P<words>\S.*)")
_CLOSED = re.compile(r"[^\s*]\*")
_IN_COMPANY = "+–—"
"""One line that begins so may be speech or an amount."""


def lone_signs(content: str) -> Iterator[tuple[int, str, str]]:
    """(line in the paragraph, message, hint) of the first tick box that begins no item, and of the
    first wide sign of other keyboards: `＞` begins no quote."""
    told = set()
    for number, row in enumerate(content.split("\n")):
        row = row.strip()
        if (box := _BOX.match(row)) and "[" not in told:
            told.add("[")
            mark = "x" if box["tick"] else " "
            message = f"'{box['sign']}' begins no item of a list here, and would be shown"
            yield number, message, f"Write '- [{mark}] {box['words']}'."
        elif (wide := _WIDE.match(row)) and wide["sign"][0] not in told:
            told.add(wide["sign"][0])
            plain = normalize("NFKC", wide["sign"])
            message = f"'{wide['sign']}' is a wide sign, which begins nothing and would be shown"
            yield number, message, f"Write '{plain} {wide['words']}'."


def glued_signs(content: str) -> Iterator[tuple[int, str, str]]:
    """(line in the paragraph, message, hint) of the first item behind each sign."""
    rows = [_GLUED.match(row.strip()) for row in content.split("\n")]
    company = Counter(_kind(row) for row in rows if row)
    told = {"*"} if _CLOSED.search(content) else set()  # which makes words slanted
    for number, row in enumerate(rows):
        if row and _kind(row) not in told and _is_item(row, company[_kind(row)]):
            told.add(_kind(row))
            yield number, *_told(row["sign"].strip(), row["words"])


def _told(sign: str, words: str) -> tuple[str, str]:
    if not sign.isascii():
        message = f"'{sign}' begins no item: it would be shown, and the line joined to others"
        return message, f"Write '- {words}'."
    message = f"'{sign}' begins nothing without a space behind it, and would be shown"
    meant = f"{sign[:-1]}\\{sign[-1]}"
    return message, f"Write '{sign} {words}'. Where the sign is meant, write '{meant}'."


def _kind(row: re.Match[str]) -> str:
    return "1" if row["sign"][0].isdigit() else row["sign"][0]


def _is_item(row: re.Match[str], company: int) -> bool:
    """Whether the sign is no other than that of a list: one `*` may begin a remark."""
    kind = _kind(row)
    if company > 1:
        return True
    if kind == "*":
        return not row["words"].endswith((".", "!", "?", "…", "。"))
    if kind == "1":
        return row["sign"][:-1] == "1"
    return kind not in _IN_COMPANY
