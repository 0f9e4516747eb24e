"""Answers to tick under a plain heading: nobody is asked, and the right one is shown ticked."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import boxed
from kandil.read.question.verdicts import without_verdict
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import WORD
from kandil.read.source.tokens import Group, first_line, inner, sentence

_TICKED = re.compile(r"\[[xXхХ]\]")
_NAME = re.compile(rf"^(?:{WORD} ?)?\d{{0,3}}[:.)]\s+")
"""`Q1: `, `Exercise 2. `: what a heading calls its question."""


def check_unasked(reading: ReadContext, above: list[Group], run: list[Group]) -> None:
    """Report the first list of answers in a run of blocks without headings; `above`: the last
    blocks above it, a heading with its settings."""
    answers = next((one for one in run if _answers(reading.language, one)), None)
    if answers is None:
        return
    head = next((one for one in reversed(above) if one[0].type == "heading_open"), None)
    signs = "#" * int(head[0].tag[1]) if head else "###"
    words = _NAME.sub("", head[1].content) if head else "…"
    line = first_line(head or answers)
    hint = f"Write '{signs} Question: {words}' above them, or take the boxes away."
    message = "These answers stand in no question: the right one is shown ticked"
    reading.report("Q729", line, reading.source.indent(line), message, hint)


def _answers(language: Keywords, group: Group) -> bool:
    """Whether a list has ticks and says of an answer why, or whether it is right; a list of things
    that are done has ticks alone."""
    if not group[0].type.endswith("list_open") or not boxed(group):
        return False
    items = inner(group)
    words = [sentence(item).split("\n")[0] for item in items]
    if not any(_TICKED.match(one) for one in words):
        return False
    quoted = any(part[0].type == "blockquote_open" for item in items for part in inner(item))
    return quoted or any(without_verdict(language, one) != one for one in words)
