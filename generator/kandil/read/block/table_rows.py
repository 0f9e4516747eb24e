"""Tables: each cell a `Text`, and no cell lost."""

from __future__ import annotations

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from kandil.model import blocks as model
from kandil.model.text import Text
from kandil.read.block.context import ReadContext
from kandil.read.source.tokens import Group, first_line

ALIGN = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}
"""What markdown-it says of a column, and what the model says."""


def read_table(reading: ReadContext, group: Group) -> model.Table:
    """A table as it stands, its head first."""
    align = [
        ALIGN.get(str(token.attrs.get("style", "")), "")
        for token in group
        if token.type == "th_open"
    ]
    rows: list[tuple[Text, ...]] = []
    line, cells = first_line(group), list[Token]()
    for token in group:
        if token.type == "tr_open":
            line, cells = token.map[0] if token.map else line, []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            rows.append(_row(reading, line, cells, "table cell" if rows else "table heading"))
            _misfit(reading, line, len(align))
    return model.Table(rows[0], tuple(rows[1:]), tuple(align))


def _row(reading: ReadContext, line: int, cells: list[Token], role: str) -> tuple[Text, ...]:
    found, column = [], reading.source.indent(line)
    for token in cells:
        content = token.content.replace("|", "\\|")
        start = reading.source.text(line).find(content, column)
        column = start if start >= 0 else column
        found.append(_cell(reading, token.content, line, column, role))
        column += len(content)
    return tuple(found)


def _cell(reading: ReadContext, content: str, line: int, column: int, role: str) -> Text:
    if reading.blanks and "[[" in content:
        hint = "Write the sentence as a paragraph: the bar in [[a | b]] would cut a table."
        place = reading.source.find(line, "[[", column)
        reading.report("Q203", line, place, "A blank cannot stand in a table", hint)
        content = content.replace("[[", "").replace("]]", "")
    return reading.text(content, line, role, column)


def _misfit(reading: ReadContext, line: int, columns: int) -> None:
    """markdown-it leaves out cells behind the last one of the head, and adds those that lack."""
    start = reading.source.indent(line)
    body = reading.source.text(line)[start:].strip()
    parts = escapedSplit(body)
    first = 1 if parts and not parts[0].strip() else 0
    last = len(parts) - (1 if len(parts) > first + 1 and not parts[-1].strip() else 0)
    if last - first < columns:
        _too_short(reading, line, start, parts[first:last], columns)
    if last - first <= columns:
        return
    column = start + sum(len(part) + 1 for part in parts[: first + columns])
    message = f"This row has {last - first} cells, and the table's head has {columns}"
    hint = "Remove a bar, or write '\\|' for a bar that is part of the words."
    reading.report("M020", line, column, message, hint)


def _too_short(reading: ReadContext, line: int, start: int, cells: list[str], columns: int) -> None:
    rest = columns - len(cells)
    hint = f"Write '| {' | '.join(cell.strip() for cell in cells)} |{'  |' * rest}'."
    if "|" not in reading.source.text(line):
        hint = "Leave a line empty between the table and this line, or write bars in it."
    ending = "" if len(cells) == 1 else "s"
    message = f"This row has {len(cells)} cell{ending}, and the table's head has {columns}"
    reading.report("M020", line, start, message, hint)
