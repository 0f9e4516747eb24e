"""The comment with settings below the heading of a question, a quiz, a scenario or a bank."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.source.comments import (
    Settings,
    bare_settings,
    comment_body,
    read_mark,
    read_settings,
)
from kandil.read.source.tokens import Group, first_line, sentence


def split_settings(reading: ReadContext, found: list[Group]) -> tuple[Settings, list[Group]]:
    """The settings under a heading, and what is left; comments that mark words stay."""
    for index, group in enumerate(found):
        body = comment_body(group[0].content) if group[0].type == "html_block" else None
        if body is None:
            break
        if read_mark(body):
            continue
        settings, problems = read_settings(reading.source, first_line(group), group[0].content)
        reading.problems += problems
        return settings, [*found[:index], *found[index + 1 :]]
    return Settings(), _without_bare(reading, found)


def _without_bare(reading: ReadContext, found: list[Group]) -> list[Group]:
    """What is left without a line of settings that a beginner wrote as plain words."""
    words = sentence(found[0]) if found and found[0][0].type == "paragraph_open" else ""
    plain = re.sub(r"^\{:? ?|\}$", "", words.strip())
    if not bare_settings(plain):
        return found
    line = first_line(found[0])
    column = reading.source.begin(line, words)
    message = "Settings stand in a comment: as plain words they would be shown"
    hint = f"Write '<!-- {plain.strip()} -->'."
    reading.report("Q724", line, column, message, hint)
    return found[1:]
