"""`[[email | e-mail]]`, `[[= 6]]`, `[[= 1.5 ± 0.1]]`, `[[= 5 .. 10]]`."""

from __future__ import annotations

import re
from decimal import Decimal

from kandil.model.inlines import Blank, Range
from kandil.problems import Place, Problem

_NUMBER = r"[-−]?\d+(?:[.,]\d+)?"
_SHAPES = re.compile(
    rf"^(?P<low>{_NUMBER})(?:\s*\.\.\s*(?P<high>{_NUMBER})|\s*(?:±|\+-)\s*(?P<off>{_NUMBER}))?$"
)
_HINT = "Write [[= 6]], [[= 1.5 ± 0.1]] or [[= 5 .. 10]]."


_THOUSANDS = re.compile(r"(?<!\d)[1-9]\d{0,2}[.,]\d{3}(?!\d)")


def _decimal(words: str) -> Decimal:
    return Decimal(words.replace(",", ".").replace("−", "-"))


def read_number(words: str) -> Range | None:
    """The numbers that count as right, or None where `words` are no number."""
    shape = _SHAPES.match(words.strip())
    if not shape:
        return None
    low = _decimal(shape["low"])
    if shape["high"]:
        return Range(low, _decimal(shape["high"]))
    off = _decimal(shape["off"]) if shape["off"] else Decimal(0)
    return Range(low - off, low + off)


def _turned(words: str, place: Place) -> Problem:
    """From more to less no number fits; nothing is guessed, since a slip may be in either."""
    first, between, second = re.split(r"\s*(\.\.|±|\+-)\s*", words[1:].strip())
    if between == "..":
        message, right = f"'{first} .. {second}' goes down", f"{second} .. {first}"
    else:
        message, right = f"'{between} {second}' is less than nothing", f"{first} ± {second[1:]}"
    return Problem("Q202", place, message, f"Write [[= {right}]].")


def read_blank(content: str, place: Place) -> tuple[Blank, list[Problem]]:
    """What stands between `[[` and `]]`; `place` is that of the brackets."""
    words = content.strip()
    if words.startswith("="):
        number = read_number(words[1:])
        if number and (found := _THOUSANDS.search(words)):
            plain = re.sub(r"[.,]", "", found[0])
            message = f"'{found[0]}' can be read as a thousand or as a part"
            hint = f"Write '{plain}' without a sign, or another number of digits behind the point."
            return Blank((words,)), [Problem("Q202", place, message, hint)]
        if number and number.low > number.high:
            return Blank((words,)), [_turned(words, place)]
        if number is None:
            message = f"This number cannot be read: '{words}'"
            return Blank((words,)), [Problem("Q202", place, message, _HINT)]
        return Blank(number=number), []
    answers = tuple(answer.strip() for answer in words.split("|"))
    if not all(answers):
        hint = "Write the right words between the brackets: [[email | e-mail]]."
        return Blank(("",)), [Problem("Q201", place, "This blank has an empty answer", hint)]
    if re.fullmatch(_NUMBER, words):
        hint = f"Write [[= {words}]] to say so."
        notice = Problem("Q204", place, f"'[[{words}]]' is read as a number", hint)
        return Blank(number=read_number(words)), [notice]
    return Blank(answers), []
