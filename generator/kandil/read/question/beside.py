"""Feedback that stands in the line of its answer, where it is read before she has answered."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.block.labels import known_label
from kandil.read.source.keywords import LABELS, WORDS, Keywords
from kandil.read.source.slips import without_literals
from kandil.read.source.tokens import Group, first_line, inner, sentence

_SIGN = re.compile(r"\s>\s+(?=[^\W\d_]|\*\*)")
_VERDICT = re.compile(r"([^\W\d_]+)[,.:;!]")
_END = re.compile(r"[.!?…。؟]\s*$")
_Split = tuple[str, str]
"""The answer, and the words behind its sign `>`."""


def feedback_beside(reading: ReadContext, group: Group) -> None:
    """Report each answer of a list with its feedback behind it; `Settings > Privacy` is a way
    through menus and stays."""
    rows = [(first_line(item), sentence(item).split("\n")[0]) for item in inner(group)]
    found = [(line, split) for line, words in rows if (split := _split(words))]
    plain = [words for _, words in rows if not _split(words)]
    unended = any(words.strip() and not _END.search(words) for words in plain)
    for line, (answer, words) in found:
        ends = _END.search(words) is not None and " " in words.strip()
        if not (ends and unended) and not _certain(reading.language, answer, words):
            continue
        hint = f"Write '> {words.strip()}' in a line of its own, indented below the answer."
        column = reading.source.find(line, words.strip()) - len("> ")
        reading.report("Q727", line, column, "This feedback stands in the line of its answer", hint)


def _split(words: str) -> _Split | None:
    signs = [*_SIGN.finditer(without_literals(words))]
    if len(signs) != 1:
        return None
    return words[: signs[0].start()], words[signs[0].end() :]


def _certain(language: Keywords, answer: str, words: str) -> bool:
    """Whether the words are feedback: `Yes, …`, `**Safer:** …`, or all behind a sentence."""
    verdict = _VERDICT.match(words)
    told = language.english(verdict[1]) in (*WORDS, *LABELS) if verdict else False
    return told or bool(known_label(language, words)) or _END.search(answer) is not None
