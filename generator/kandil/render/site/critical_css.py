"""A page holds the rules of style that it can use, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

BY_SCRIPT = frozenset(
    (
        *("a", "b", "button", "div", "i", "li", "ol", "p", "small", "span", "summary", "ul"),
        *("begun", "done", "gone", "kept", "n", "o", "open", "q", "shut", "vh", "won"),
    )
)
"""Elements and classes that the player makes, and for which the theme has rules."""
_RULE = re.compile(r"@[^{}]+\{(?:[^{}]*\{[^{}]*\})*\}|[^{}]+\{[^{}]*\}")
_TAG = re.compile(r"<[a-z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_SAID = re.compile(r'^<[a-z][a-z0-9]*|(?<=\s)(?:class|rel|dir)=("[^"]*"|[^ >]*)')
"""Its name, and the values that rules look at."""
_STATE = re.compile(r"::?[\w-]+(\([^)]*\))?")
_NEEDED = re.compile(r"\.([\w-]+)|\[(?:rel|dir)~?=(\w+)\]|(?:^|(?<=[\s>+~]))([a-z][a-z0-9]*)")
"""Classes, elements, and the values that tell a direction."""


def used_words(html: str) -> frozenset[str]:
    """Names of the elements in `html`, and words of the values that rules look at."""
    return frozenset().union(*map(_words_of, {*_TAG.findall(html)}))


@lru_cache(10_000)
def _words_of(tag: str) -> frozenset[str]:
    """Most tags of a page stand in others of the course too."""
    return frozenset(_WORD.findall(" ".join(found[0] for found in _SAID.finditer(tag))))


def critical_css(sheet: str, used: frozenset[str]) -> str:
    """The rules of a minified `sheet` that match something of what is `used`, or could once a
    script has run: each once, and with no other selectors."""
    return _kept(sheet, (used & _words(sheet)) | BY_SCRIPT)


@cache
def _words(sheet: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sheet))


@cache
def _kept(sheet: str, words: frozenset[str]) -> str:
    return "".join(dict.fromkeys(_rules(sheet, words)))


def _rules(sheet: str, words: frozenset[str]) -> Iterator[str]:
    for rule in _RULE.findall(sheet):
        head, body = rule[:-1].split("{", 1)
        if head.startswith("@"):
            inner = "".join(_rules(body, words))
            if inner:
                yield f"{head}{{{inner}}}"
        else:
            used = [selector for selector in head.split(",") if _needed(selector) <= words]
            if used:
                yield f"{','.join(used)}{{{body}}}"


@cache
def _needed(selector: str) -> frozenset[str]:
    """What must be there for a selector to match; `html` and `body` always are."""
    plain = _STATE.sub("", selector)
    found = {word for groups in _NEEDED.findall(plain) for word in groups if word}
    return frozenset(found - {"html", "body"})
