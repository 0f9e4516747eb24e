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
    if group[0].type in ("paragraph_open", "blockquote_open"):
        _told(reading, group, group[0].type == "blockquote_open")
    elif group[0].type in _LISTS:
        for item in inner(group):
            if _told(reading, item, False):
                return


def _told(reading: ReadContext, group: Group, quoted: bool) -> bool:
    """Whether one of its paragraphs was asked about; a capital letter alone says something in a
    quote only, where labels stand."""
    for block in inner(group) if group[0].type != "paragraph_open" else [group]:
        if block[0].type != "paragraph_open":
            continue
        line, content = first_line(block), block[1].content
        title = callout_line(content) if quoted else None
        skipped = title.start("title") if title else 0
        for one in begun_labels(reading.language, content[skipped:]):
            words = content[skipped:][one.words :].lstrip().split("\n")[0]
            bare = content[skipped:][one.start : one.words].strip() == one.name
            label = written_label(reading.language, one.name)
            own = meant_label(reading.language, one.name) in STANCES
            if own or not label or (bare and not quoted) or not (words or title):
                continue
            row = line + content[: skipped + one.start].count("\n")
            hint = f"Write '> **{label}:** {words or '…'}', if it is a label of the question."
            message = f"'{one.name}' may be a label, and learners read it before they answer"
            column = reading.source.find(row, one.name)
            reading.report("Q732", row, column, message, hint)
            return True
    return False
