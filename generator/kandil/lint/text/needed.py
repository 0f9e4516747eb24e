"""Words without which a pattern finds nothing, read from the pattern: most texts hold none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Generic, TypeVar

from kandil.values import dataclass

T = TypeVar("T")
DIGIT = "\\d"
"""Stands for any digit among the words."""
_LONG = 5
"""Letters from which on a word is rare enough, and few words are better than long ones."""
_TOKEN = re.compile(
    r"(?P<sign>\\[^\w]|[^\\()\[\]|*+?{^$.])|(?P<digit>\\d)|(?P<edge>\\[bBAZ]|[$^])"
    r"|(?P<any>\.|\\[sSwWD]|\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>|(?!\?)))|(?P<close>\))|(?P<or>\|)"
    r"|(?P<times>[*+?]|\{\d*,?\d*\})[?+]?",
    re.DOTALL,
)
_TOGETHER = 200
"""Texts: as many as a lesson has."""
_Words = frozenset[str]
_DIGITS = re.compile(r"\d")


class _UnreadError(Exception):
    """A part of a pattern that is not known here."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Some words (or any digit) of which whatever is found holds one."""

    words: tuple[str, ...]
    digit: bool

    @property
    def folded(self) -> Needed:
        """For a pattern that takes capital letters for small ones."""
        return Needed(tuple(map(folded, self.words)), self.digit)

    def within(self, text: str) -> bool:
        """Whether the pattern may find something; it is asked only then."""
        for word in self.words:
            if word in text:
                return True
        return self.digit and _DIGITS.search(text) is not None


class Index(Generic[T]):
    """Things that need words, to be asked for by a text."""

    def __init__(self, things: Iterable[tuple[Needed, T]]) -> None:
        self._things = list(things)
        self._by_word: dict[str, list[int]] = {}
        self._by_digit: list[int] = []
        for number, (needed_words, _) in enumerate(self._things):
            for word in needed_words.words:
                self._by_word.setdefault(word, []).append(number)
            self._by_digit += [number] if needed_words.digit else []

    def concerned(self, texts: Iterable[str]) -> Iterator[list[T]]:
        """Of each text those that may find something in it, in their order.

        Most words stand in none of many texts: there they are looked for once.
        """
        rest = iter(texts)
        while some := [*islice(rest, _TOGETHER)]:
            whole = " ".join({part for text in some for part in text.split()})
            words = [word for word in self._by_word if _longest_part(word) in whole]
            yield from (self._with(words, text) for text in some)

    def _with(self, words: list[str], text: str) -> list[T]:
        found = {number for word in words if word in text for number in self._by_word[word]}
        if self._by_digit and _DIGITS.search(text):
            found.update(self._by_digit)
        return [self._things[number][1] for number in sorted(found)]


@lru_cache(4096)
def _longest_part(word: str) -> str:
    """Without a space in it."""
    return max(word.split(), key=len, default="")


def needed(patterns: Iterable[str]) -> Needed:
    """What the patterns of one rule need; of those that are not understood, nothing is said."""
    found: set[str] = set()
    for pattern in patterns:
        try:
            found |= _either(_tokens(pattern))
        except _UnreadError:
            found.add("")
    words = sorted(found - {DIGIT}, key=lambda word: (len(word), word))
    least = (one for one in words if not any(other in one for other in words if other != one))
    return Needed(tuple(least), DIGIT in found)


def folded(text: str) -> str:
    """Equal for letters that such a pattern takes for one."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def _tokens(pattern: str) -> Iterator[tuple[str, str]]:
    """(kind, sign) of each part; after the last one a `)` that nobody opened."""
    end = 0
    while end < len(pattern):
        token = _TOKEN.match(pattern, end)
        if token is None or token.lastgroup is None:
            raise _UnreadError
        end = token.end()
        yield token.lastgroup, token[0]
    yield "close", ""


def _either(tokens: Iterator[tuple[str, str]]) -> _Words:
    """Of a group, as far as its end: each way through it needs its own words."""
    found: set[str] = set()
    end = "or"
    while end == "or":
        words, end = _way(tokens)
        found |= words
    return frozenset(found)


def _way(tokens: Iterator[tuple[str, str]]) -> tuple[_Words, str]:
    """The best of all that one way needs, and what ends it."""
    parts: list[str | _Words] = []
    """Letters, words of groups, and an empty one where anything may stand."""
    for kind, sign in tokens:
        if kind in ("close", "or"):
            return _best(parts), kind
        if kind == "look":
            _either(tokens)
        elif kind == "times":
            _repeat(parts, sign)
        elif kind != "edge":
            parts.append(_part(kind, sign, tokens))
    raise _UnreadError


def _part(kind: str, sign: str, tokens: Iterator[tuple[str, str]]) -> str | _Words:
    if kind == "open":
        return _either(tokens)
    return frozenset([DIGIT]) if kind == "digit" else sign[-1] if kind == "sign" else ""


def _repeat(parts: list[str | _Words], times: str) -> None:
    """What may be missing is not needed; what may stand twice is not always beside the next."""
    if times.startswith(("*", "?", "{0", "{,")):
        parts[-1:] = [""]
    elif isinstance(parts[-1], str):
        parts.append("")


def _best(parts: list[str | _Words]) -> _Words:
    """Of all words that are needed, those that the fewest texts hold."""
    choices: list[_Words] = []
    run = ""
    for part in (*parts, ""):
        if isinstance(part, str) and part:
            run += part
            continue
        choices += [frozenset([run])] if run else []
        choices += [part] if isinstance(part, frozenset) else []
        run = ""
    return max(choices, key=_rare, default=frozenset([""]))


def _rare(words: _Words) -> tuple[int, int, int]:
    shortest = min(_LONG - 1 if word == DIGIT else len(word.strip()) for word in words)
    return min(shortest, _LONG), -len(words), shortest
