"""`[[email | e-mail]]`, `[[= 6]]`, `[[= 1.5 ± 0.1]]`, `[[= 5 .. 10]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from kandil.model.folding import folded, seen
from kandil.model.inlines import Blank, Range
from kandil.problems import Place, Problem
from kandil.read.inline.inline_parser import inline_tokens
from kandil.read.inline.unbarred import unbarred
from kandil.read.source.slips import without_literals

_NUMBER = r"[-−]?\d+(?:[.,٫،]\d+)?"
_SHAPES = re.compile(
    rf"^(?P<low>{_NUMBER})(?:\s*\.\.\s*(?P<high>{_NUMBER})|\s*(?:±|\+-)\s*(?P<off>{_NUMBER}))?$"
)
_BAR = re.compile(r"(?<!\\)\|")
_MARKED = re.compile(r"[\\`*_\[\]<>&!]")
_DIGITS = 15
"""As many as a learner's browser keeps whole."""
_TOO_MANY = re.compile(rf"\d(?:[.,]?\d){{{_DIGITS}}}")
_HINT = "Write [[= 6]], [[= 1.5 ± 0.1]] or [[= 5 .. 10]]."


_THOUSANDS = re.compile(r"(?<!\d)(?!0)\d{1,3}[.,،]\d{3}(?!\d)")


def _decimal(words: str) -> Decimal:
    return Decimal(re.sub("[,٫،]", ".", words).replace("−", "-"))


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
        if _TOO_MANY.search(words):
            message = f"A number has {_DIGITS} digits at most"
            return Blank((words,)), [Problem("Q202", place, message, _HINT)]
        number = read_number(words[1:])
        if number and (found := _THOUSANDS.search(words)):
            plain = re.sub(r"[.,،]", "", found[0])
            message = f"'{found[0]}' can be read as a thousand or as a part"
            hint = f"Write '{plain}' without a sign, or another number of digits behind the point."
            return Blank((words,)), [Problem("Q202", place, message, hint)]
        if number and number.low > number.high:
            return Blank((words,)), [_turned(words, place)]
        if number is None:
            message = f"This number cannot be read: '{words}'"
            return Blank((words,)), [Problem("Q202", place, message, _HINT)]
        return Blank(number=number), []
    if (bare := without_literals(words)).count("[") != bare.count("]"):
        hint = f"Write two brackets on each side: [[{words.strip('[] ')}]]."
        return Blank(("",)), [Problem("Q726", place, "A bracket stands in this blank", hint)]
    answers = tuple(_words(answer.strip()) for answer in _BAR.split(words))
    if None in answers:
        hint = "Write words only: [[email | e-mail]]."
        message = "A blank holds words that a learner can type, and no other signs"
        return Blank(("",)), [Problem("Q726", place, message, hint)]
    right = tuple(answer for answer in answers if answer)
    if len(right) < len(answers):
        hint = "Write the right words between the brackets: [[email | e-mail]]."
        return Blank(("",)), [Problem("Q201", place, "This blank has an empty answer", hint)]
    if len(right) == 1 and re.fullmatch(_NUMBER, right[0]) and not _TOO_MANY.search(right[0]):
        hint = f"Write [[= {right[0]}]] to say so."
        notice = Problem("Q204", place, f"'[[{words}]]' is read as a number", hint)
        return Blank(number=read_number(right[0])), [notice]
    return Blank(right, place=place), [*unbarred(right, place)]


def repeated(blank: Blank, case: bool, exact: bool) -> Iterator[Problem]:
    """Answers that are one to the page: each is shown to a learner who asks for the key; `case` and
    `exact` are settings of the question."""
    compared = seen if exact else partial(folded, case=case)
    known: dict[str, str] = {}
    for answer in blank.answers:
        first = known.setdefault(compared(answer), answer)
        if blank.place and first is not answer:
            message = f"The answer '{answer}' is accepted as '{first}' already"
            yield Problem("Q105", blank.place, message, "Remove one of the two.")


def _words(answer: str) -> str | None:
    """An answer as a learner types it, without stars and code marks; None for what is no words."""
    if not _MARKED.search(answer):
        return answer
    words = []
    for token in inline_tokens(answer):
        if token.type in ("text", "text_special", "code_inline"):
            words.append(token.content)
        elif token.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            return None
    plain = "".join(words).strip()
    return None if "**" in plain else plain
