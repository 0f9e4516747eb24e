"""`[[email, e-mail]]`: right words of a blank without the bar between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.problems import Place, Problem

_LETTER, _WIDE = r"[^\W\d_]", r"[\u3040-\u30ff\u3400-\u9fff]"
_BETWEEN = re.compile(
    r",? (?:or|или|або|чи|ან|veya|ou|oder|lub|sau|ili) "
    r"| ?[;；؛、¦｜│] ?| [·•/／\\] |\s*\n\s*"
    rf"|(?<={_LETTER}{{3}})[/／\\](?={_LETTER}[\w-]{{2}}|\d{{1,3}}$)"
    rf"|(?<=^\d)[/／\\](?={_LETTER}{{3}})|(?<={_WIDE})[/／](?={_WIDE})"
)
"""What a beginner writes for the bar; between a few letters the stroke is one of a name: TCP/IP."""
_COMMA = re.compile(rf", | ?[，،] ?|(?<={_LETTER}),(?={_LETTER}|\d+$)")
_JOINED = re.compile(r" [+&–—-] ")
"""These stand in phrases, too: only answers that are alike are asked about."""
_ADDRESS = re.compile(r"^[/\\~]|\w\.[a-z]{2,}|:[/\\]")
_FEW = re.compile(r"\d{1,3}")
"""A number that somebody may write in digits or as a word, and no year."""


def unbarred(right: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """`[[email, e-mail]]` is one answer with a comma in it."""
    parts = [part for answer in right for part in _parted(answer)]
    if len(parts) > len(right):
        hint = f"Write [[{' | '.join(parts)}]], if each of these is right."
        message = "Only a bar '|' stands between the right words of a blank"
        yield Problem("Q725", place, message, hint)


def _parted(answer: str) -> list[str]:
    """The words that a learner may have been meant to choose from; one phrase stays whole, and so
    do addresses and what is no more than digits and signs."""
    if _ADDRESS.search(answer) or not any(map(str.isalpha, answer)):
        return [answer]
    parts = [
        word
        for part in _BETWEEN.split(answer)
        for some in _alike(part, _COMMA)
        for word in _alike(some, _JOINED)
    ]
    whole = all(any(map(str.isalnum, part)) for part in parts)
    return parts if whole and all(p.count("(") == p.count(")") for p in parts) else [answer]


def _alike(words: str, between: re.Pattern[str]) -> list[str]:
    """`email, e-mail` in two, but not `Hello, my friend`: of two answers neither has more words or
    another kind of first letter, save where they share one, and `Ctrl + Alt` or
    `Terms & Conditions` is a name.
    """
    parts = between.split(words)
    name = between is _JOINED and any(part[:1].isupper() or len(part) < 3 for part in parts)
    first, *others = parts
    differ = [
        part
        for part in others
        if not {*first.split()} & {*part.split()}
        and (len(part.split()) != len(first.split()) or _other_case(first, part))
    ]
    return [words] if name or (differ and len(parts) == 2) else parts


def _other_case(first: str, second: str) -> bool:
    """Whether one of two begins with a capital letter; a small number has none."""
    if _FEW.fullmatch(first) or _FEW.fullmatch(second):
        return False
    return first[:1].isupper() != second[:1].isupper()
