"""Signs at the begin of a line that make no answer: boxes out of place, signs without a space."""

from __future__ import annotations

import re

from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import begins_with_box
from kandil.read.source.tokens import Group, first_line

_LINE = re.compile(r"^\s*(?P<sign>[-–—*+•]?)\s*(?P<box>\[(?P<tick>[ xXхХ]?)\])(?![(\[:])\s*")
JOINED = re.compile(r"^\s*(?:[–—•]\s*|[-+*](?=[^\W\d_])|\d{1,3}[.)](?=[^\W\d_]))")
"""The sign of an item without its space."""


def stray_boxes(reading: ReadContext, group: Group, ticked: bool = True) -> bool:
    """Report each line of a block that begins with a tick box and is no item of a list; `ticked`
    tells whether the question has boxes at all.
    """
    found = False
    for index, token in enumerate(group):
        if token.type != "inline" or group[index - 1].type != "paragraph_open":
            continue
        item = _begins_item(group, index - 1)
        line = token.map[0] if token.map else first_line(group)
        for row, words in enumerate(token.content.split("\n")):
            if (box := _LINE.match(words)) and (row or not item):
                _report(reading, line + row, box, words[box.end() :], ticked)
                found = True
    return found


def _begins_item(group: Group, index: int) -> bool:
    """Whether the paragraph is the first in an item of a list, which `answers.py` judges."""
    while index and group[index - 1].nesting == 1:
        index -= 1
        if group[index].type == "list_item_open":
            return True
    return False


def no_boxes(reading: ReadContext, group: Group) -> bool:
    """Report the first tick box in the lists of a question that has none to tick."""
    for index, token in enumerate(group):
        box = token.type == "inline" and begins_with_box(token.content)
        if box and _begins_item(group, index - 1):
            line = token.map[0] if token.map else first_line(group)
            _nothing_to_tick(reading, line, "[")
            return True
    return False


def joined_lines(reading: ReadContext, line: int, content: str) -> None:
    """Report each line of an item that was meant as the next one."""
    for row, words in enumerate(content.split("\n")):
        if row and (sign := JOINED.match(words)):
            shown = sign[0].strip()
            mark = shown if shown[0].isdigit() else "-"
            hint = f"Write '{mark} {words[sign.end() :].strip()}', with a space behind '{mark}'."
            message = f"'{shown}' begins no item here, and the line is joined to the one above"
            column = reading.source.begin(line + row, words.strip())
            reading.report("Q117", line + row, column, message, hint)


def _nothing_to_tick(reading: ReadContext, line: int, sign: str) -> None:
    hint = "Take the boxes away, or begin the heading with 'Question:'."
    message = "A tick box has no meaning in this type of question"
    reading.report("Q114", line, reading.source.find(line, sign), message, hint)


def _report(reading: ReadContext, line: int, box: re.Match[str], words: str, ticked: bool) -> None:
    if not ticked:
        _nothing_to_tick(reading, line, box["box"])
        return
    tick = "x" if box["tick"].strip() else " "
    hint = f"Write '- [{tick}] {words.strip() or '…'}', with a space behind the hyphen."
    message = "This answer does not begin with '- [ ]', and would be plain words"
    column = reading.source.begin(line, box[0].strip())
    reading.report("Q102", line, column, message, hint)
