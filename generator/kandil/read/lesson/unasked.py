"""Answers to tick under a plain heading: nobody is asked, and the right one is shown ticked."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import boxed
from kandil.read.question.verdicts import verdict_in
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import ASKS, WORD
from kandil.read.source.tokens import Group, first_line, inner, sentence

_TICKED = re.compile(r"\[[xXхХ]\](?=\s)")
_NAME = re.compile(rf"^(?:{WORD} ?)?\d{{0,3}}[:.)]\s+")
"""`Q1: `, `Exercise 2. `: what a heading calls its question."""
_SHOWN = "These answers stand in no question: the right one is shown ticked"
_PART = "Some of these boxes are ticked, and no question is asked: learners would see which"


def check_unasked(reading: ReadContext, above: list[Group], run: list[Group]) -> None:
    """Report the first list of answers in a run of blocks without headings; `above`: the last
    blocks above it, a heading with its settings."""
    head = next((one for one in reversed(above) if one[0].type == "heading_open"), None)
    before = head
    for group in run:
        message = _shows(reading.language, before, group)
        # Under no heading but that of a part, `## Do it`, an item may well be done.
        if message == _SHOWN or (message and head):
            _report(reading, head, group, message)
            return
        before = group


def _report(reading: ReadContext, head: Group | None, answers: Group, message: str) -> None:
    signs = "#" * int(head[0].tag[1]) if head else "###"
    words = _NAME.sub("", head[1].content) if head else "…"
    line = first_line(head or answers)
    keyword = reading.language.word("Question")
    hint = f"Write '{signs} {keyword}: {words}' above them, or take the boxes away."
    if message == _PART:
        hint = f"{hint} In a list of things to do no box is ticked."
    reading.report("Q729", line, reading.source.indent(line), message, hint)


def _shows(language: Keywords, before: Group | None, group: Group) -> str:
    """What is wrong with a list of boxes: ticks in answers, or in a part of its boxes. A list of
    things that are done has all of them ticked, and asks nothing."""
    if not group[0].type.endswith("list_open") or not boxed(group):
        return ""
    items = inner(group)
    words = [sentence(item).split("\n")[0] for item in items]
    ticked = [_TICKED.match(one) is not None for one in words]
    if not any(ticked):
        return ""
    asked = before is not None and sentence(before).rstrip("*_ ").endswith(ASKS)
    quoted = any(part[0].type == "blockquote_open" for item in items for part in inner(item))
    if asked or quoted or any(verdict_in(language, one) for one in words):
        return _SHOWN
    return "" if all(ticked) else _PART
