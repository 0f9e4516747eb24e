"""Words of a question that may be a label, and that a learner would read before she answers."""

from __future__ import annotations

from kandil.read.block.callouts import callout_line
from kandil.read.block.context import ReadContext
from kandil.read.block.label_lines import begun_labels, meant_label, written_label
from kandil.read.source.keywords import STANCES
from kandil.read.source.tokens import Group, first_line, inner

_LISTS = ("bullet_list_open", "ordered_list_open")


def doubtful_label(reading: ReadContext, group: Group) -> None:
    """Ask about a quote, a callout, a list or a paragraph that begins as a label does."""
    quoted = group[0].type == "blockquote_open"
    parts = inner(group) if quoted else [group]
    if (quoted or group[0].type == "paragraph_open") and _told(reading, group, quoted):
        return
    for part in parts:
        for item in inner(part) if part[0].type in _LISTS else ():
            if _told(reading, item, False):
                return


def _told(reading: ReadContext, group: Group, quoted: bool) -> bool:
    """Whether one of its paragraphs was asked about."""
    for block in inner(group) if group[0].type != "paragraph_open" else [group]:
        if block[0].type == "paragraph_open" and _ask(reading, block, quoted):
            return True
    return False


def _ask(reading: ReadContext, block: Group, quoted: bool) -> bool:
    """Ask about the first label of a paragraph, in the title of a callout too; a capital letter
    alone says something in a quote only, where labels stand."""
    line, content = first_line(block), block[1].content
    title = callout_line(content) if quoted else None
    if title:
        content = content[title.start("title") :]
    for one in begun_labels(reading.language, content):
        label = written_label(reading.language, one.name)
        own = not label or meant_label(reading.language, one.name) in STANCES
        bare = content[one.start : one.words].strip() == one.name
        if own or (bare and not quoted):
            continue
        words = content[one.words :].lstrip().split("\n", 1)[0]
        if words or title:
            row = line + content[: one.start].count("\n")
            hint = f"Write '> **{label}:** {words or '…'}', if it is a label of the question."
            message = f"'{one.name}' may be a label, and learners read it before they answer"
            column = reading.source.find(row, one.name)
            reading.report("Q732", row, column, message, hint)
            return True
    return False
