"""`## Trainer: …`: a text of its own, which no learner's page holds (`rulings.md` 4)."""

from __future__ import annotations

from kandil.model import blocks as model
from kandil.read.block.block_reader import read_blocks, read_heading
from kandil.read.block.context import ReadContext
from kandil.read.inline.anchors import Anchors
from kandil.read.lesson.headings import check_level
from kandil.read.source.tokens import Group, first_line


def read_trainer(
    reading: ReadContext, group: Group, rest: str, found: list[Group]
) -> tuple[model.Block, ...]:
    """Its title and its blocks.

    Its headings and footnotes are not the learner's: a lesson that links to them is wrong.
    """
    anchors, notes, footnotes, links = (
        reading.anchors,
        reading.notes,
        reading.footnotes,
        reading.links,
    )
    reading.anchors = Anchors(anchors)
    reading.notes, reading.footnotes, reading.links = [], {}, []
    reading.for_trainer = True
    blocks = _title(reading, group, rest)
    for part in found:
        if part[0].type == "heading_open":
            check_level(reading, part)
            blocks += (read_heading(reading, part),)
            reading.mark = None
        else:
            blocks += read_blocks(reading, [part])
    reading.for_trainer = False
    reading.check_notes()
    own = {f"#{name}" for name in reading.anchors.taken}
    links += [link for link in reading.links if link[0] not in own]
    reading.anchors, reading.notes, reading.footnotes, reading.links = (
        anchors,
        notes,
        footnotes,
        links,
    )
    return blocks


def _title(reading: ReadContext, group: Group, rest: str) -> tuple[model.Block, ...]:
    if not rest:
        return ()
    line = first_line(group)
    text = reading.text(rest, line, "heading", reading.source.find(line, ":") + 1)
    reading.mark = None
    return (model.Heading(2, text, reading.anchors.take(group[1].content)),)
