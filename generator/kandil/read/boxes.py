"""Lines that were meant as an answer of their own, and that Markdown takes into other words."""

from __future__ import annotations

import re

from kandil.read.reading import Reading
from kandil.read.tokens import Group, first_line

_LINE = re.compile(r"^\s*(?P<sign>[-–—*+•]?)\s*(?P<box>\[(?P<tick>[ xXхХ]?)\])(?![(\[:])\s*")


def stray_boxes(reading: Reading, group: Group) -> bool:
    """Report each line of a block that begins with a tick box and is no item of a list."""
    found = False
    for index, token in enumerate(group):
        if token.type != "inline" or group[index - 1].type != "paragraph_open":
            continue
        item = _begins_item(group, index - 1)
        line = token.map[0] if token.map else first_line(group)
        for row, words in enumerate(token.content.split("\n")):
            if (box := _LINE.match(words)) and (row or not item):
                _report(reading, line + row, box, words[box.end() :])
                found = True
    return found


def _begins_item(group: Group, index: int) -> bool:
    """Whether the paragraph is the first in an item of a list, which `answers.py` judges."""
    while index and group[index - 1].nesting == 1:
        index -= 1
        if group[index].type == "list_item_open":
            return True
    return False


def _report(reading: Reading, line: int, box: re.Match[str], words: str) -> None:
    tick = "x" if box["tick"].strip() else " "
    hint = f"Write '- [{tick}] {words.strip() or '…'}', with a space behind the hyphen."
    message = "This answer does not begin with '- [ ]', and would be plain words"
    column = reading.source.begin(line, box[0].strip())
    reading.report("Q102", line, column, message, hint)
