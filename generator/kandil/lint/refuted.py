"""Whether a sentence repeats bad advice only to say that it is bad."""

from __future__ import annotations

import re

from kandil.lint.rules import Book, Rule
from kandil.lint.sentences import sentences

_CLAUSE = re.compile(r"[,;:—–(]")
_REACH = r"(?:\W+[\w'-]+){0,6}\W*$"
"""A negation reaches no further than these words."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|‘[^’]*’")


def finds(rule: Rule, book: Book, text: str, lead: str = "") -> list[tuple[int, int]]:
    """Where `text` (folded) says what the rule is about, and means it.

    `lead` is what stands above: the line over a list, the head of a column, a group's name.
    """
    spans = list(sentences(text))
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if rule.unless and rule.unless.search(sentence):
            continue
        after = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        for pattern in rule.patterns:
            for match in pattern.finditer(sentence):
                span = start + match.start(), start + match.end()
                told = any(span[0] < end and begin < span[1] for begin, end in found)
                if not told and not _excused(rule, book, sentence, match, after, lead):
                    found.append(span)
    return found


def _excused(
    rule: Rule, book: Book, sentence: str, match: re.Match[str], after: str, lead: str
) -> bool:
    if rule.wording:
        quoted = _QUOTED.finditer(sentence)
        return any(q.start() <= match.start() and match.end() <= q.end() for q in quoted)
    before, behind = sentence[: match.start()], sentence[match.end() :]
    clause = _CLAUSE.split(before)[-1]
    return (
        bool(book.refuted["lead"].search(lead))
        or bool(book.refuted["after"].search(behind))
        or bool(book.refuted["next"].search(after.lstrip("\"“”«»'’ ")))
        or (":" in before and bool(book.refuted["lead"].search(before.rpartition(":")[0])))
        or _negated(book, clause)
        or (not rule.negative and bool(book.refuted["before"].search(match[0])))
    )


def _negated(book: Book, clause: str) -> bool:
    return re.search(f"(?:{book.refuted['before'].pattern}){_REACH}", clause) is not None
