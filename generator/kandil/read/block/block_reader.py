"""Block tokens become blocks; each sentence in them becomes a `Text` with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kandil.model import blocks as model
from kandil.model.drawing import Drawing
from kandil.model.inlines import Image
from kandil.model.text import Text
from kandil.problems import Place
from kandil.read.block.block_parser import DEEPEST
from kandil.read.block.callouts import callout_line, joined_callout, lost_callout, read_callout
from kandil.read.block.context import ReadContext
from kandil.read.block.drawings import read_inline
from kandil.read.block.glued import glued_signs, lone_signs
from kandil.read.block.html import read_html, read_records
from kandil.read.block.lost_key import lost_key
from kandil.read.block.lost_trainer import lost_trainer
from kandil.read.block.table_rows import read_table
from kandil.read.source.slips import broken_table, headless_table, underline
from kandil.read.source.tokens import Group, first_line, inner, sentence

_TASK = re.compile(r"^\[([ xX])\]\s+")
_BOXES = ("Q102", "Q114")
"""Told of a tick box in a question, whose words are read later."""
_BROKEN_TASK = re.compile(r"^\[\s{0,2}[xXхХvV✓✔√☑✗*-]?\s{0,2}\](?![(\[:])")


def read_blocks(reading: ReadContext, found: list[Group]) -> tuple[model.Block, ...]:
    """Blocks of any kind but headings with keywords, which `structure.py` reads."""
    blocks: list[model.Block] = []
    before: Group = []
    for group in found:
        if group[0].type == "html_block":
            if records := read_records(reading, group):
                blocks.append(records)
            else:
                read_html(reading, group)
            continue
        if group[0].type == "hr":
            _underlined(reading, before, group)
        if group[0].type != "paragraph_open":
            reading.refuse_safety()
        block = _READERS[group[0].type](reading, group)
        reading.mark = None
        before = group
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def _inside(reading: ReadContext, found: list[Group]) -> tuple[model.Block, ...]:
    """Blocks in a list or quote; a comment at their end is not for what stands behind it."""
    blocks = read_blocks(reading, found)
    reading.drop_mark()
    return blocks


def read_heading(reading: ReadContext, group: Group) -> model.Heading:
    """A heading without a keyword."""
    line, level = first_line(group), int(group[0].tag[1])
    content = group[1].content
    if not content.strip():
        hint = "Write words behind it, or remove it."
        reading.report("M014", line, 0, "This heading is empty", hint)
    text = reading.text(content, line, "heading", reading.source.find(line, "#") + level)
    return model.Heading(max(level, 2), text, reading.anchors.take(text.plain))


def _nested_heading(reading: ReadContext, group: Group) -> model.Heading:
    """In a list or a quote a keyword would become silent text."""
    written, keyword, _ = reading.language.heading(group[1].content)
    if keyword:
        line = first_line(group)
        message = f"'{written}:' cannot stand in a list or a quote"
        hint = "Begin the line with '#', without '>', '-' or spaces before it."
        reading.report("Q013", line, reading.source.find(line, "#"), message, hint)
    return read_heading(reading, group)


def _free_paragraph(reading: ReadContext, group: Group) -> model.Block | None:
    """A paragraph that is not the words of an item."""
    lost_trainer(reading, group)
    lost_key(reading, group)
    return _paragraph(reading, group)


def _paragraph(
    reading: ReadContext, group: Group, start: int = 0, role: str = "paragraph"
) -> model.Block | None:
    line, content = first_line(group), group[1].content
    _misread(reading, line, content)
    text = reading.text(content, line, role, start)
    match text.inlines:
        case (Image() as image,):
            return _picture(reading, image, text)
        case ():
            return None
    return model.Paragraph(text, reading.mark is not None and reading.mark.name == "safety")


def _picture(reading: ReadContext, image: Image, text: Text) -> model.Picture:
    drawing = _inline(reading, image, text.place) if image.drawn else None
    if image.decorative or not image.alt:
        return model.Picture(image, None, text.place, drawing)
    place = replace(text.place, column=text.place.column + len("!["))
    alt = Text(image.alt, (image.alt,), place, text.context, "image description", text.note)
    return model.Picture(image, alt, text.place, drawing)


def _inline(reading: ReadContext, image: Image, place: Place) -> Drawing | None:
    """Where it cannot be read at all, it is looked at as any other picture."""
    if not (image.source and reading.folder):
        return None
    drawing, problems = read_inline(reading.folder, image.source)
    reading.problems += problems
    if not problems or drawing:
        reading.images.append((image.source, place))
    return drawing


def _misread(reading: ReadContext, line: int, content: str) -> None:
    """Headings, tables and callouts of other dialects, which would become plain signs."""
    if "!" in content:
        joined_callout(reading, line, content)
    if content[:1].isalpha() and "\n" not in content:
        return  # All else begins with a sign, or takes two lines.
    for row, message, hint in (*glued_signs(content), *lone_signs(content)):
        column = reading.source.begin(line + row, content.split("\n")[row].strip())
        place = reading.source.place(line + row)
        if not any(reading.told(code, place.line) for code in _BOXES):
            reading.report("M045", line + row, column, message, hint)
    if rows := underline(content):
        words = content.split("\n")[rows - 1].strip()
        hint = f"Write '## {words}' instead."
        reading.report("M017", line + rows, 0, "An underline makes no heading here", hint)
    if rows := broken_table(content):
        column = reading.source.find(line + rows, "-")
        hint = "Give the line below the head as many parts as the head has: '|---|---|'."
        message = "This is no table yet: its head and the line below it differ in cells"
        reading.report("M020", line + rows, column, message, hint)
    elif rule := headless_table(content):
        hint = f"Write a line '{rule}' below this one."
        message = "This is no table yet: no line stands between its head and its rows"
        reading.report("M020", line, reading.source.begin(line, "|"), message, hint)


def _underlined(reading: ReadContext, before: Group, rule: Group) -> None:
    """`Words` over `---` is a heading elsewhere; here it would be words and a break."""
    line = first_line(rule)
    if not before or before[0].type != "paragraph_open" or not before[0].map:
        return
    text = reading.source.text(line)
    if before[0].map[1] == line and text.strip(" >\t").strip("-") == "":
        words = before[1].content.split("\n")[-1].strip()
        hint = f"Write '## {words}' instead, or leave a line empty above a break."
        reading.report("M017", line, 0, "An underline makes no heading here", hint)


def _list(reading: ReadContext, group: Group) -> model.List:
    ordered = group[0].type == "ordered_list_open"
    items = tuple(_item(reading, item) for item in inner(group))
    tight = any(token.hidden for token in group)
    return model.List(items, ordered, int(group[0].attrs.get("start", 1)), tight)


def _item(reading: ReadContext, group: Group) -> model.Item:
    found, checked = inner(group), None
    first: tuple[model.Block, ...] = ()
    if found and found[0][0].type == "paragraph_open":
        words, line, start = found[0][1], first_line(found[0]), 0
        if box := _TASK.match(words.content) or _BROKEN_TASK.match(words.content):
            checked = _ticked(reading, line, box)
            start = reading.source.find(line, words.content[: box.end()].rstrip()) + box.end()
            words.content = words.content[box.end() :]
        block = _paragraph(reading, found[0], start, "list item")
        reading.mark = None
        first, found = (block,) if block else (), found[1:]
    blocks = (*first, *_inside(reading, found))
    return model.Item(tuple(_as_item(block) for block in blocks), checked)


def _ticked(reading: ReadContext, line: int, found: re.Match[str]) -> bool | None:
    """None for a tick box that cannot be read."""
    if found.re is _TASK:
        return found[1] != " "
    box = found[0]
    hint = "Write '[ ] ' or '[x] ', with a space inside and after."
    if box[1:-1].strip() in ("х", "Х"):
        hint = "This x is a Cyrillic letter: type the Latin one, '[x] '."
    message = f"This tick box cannot be read: '{box}'"
    reading.report("Q102", line, reading.source.find(line, box), message, hint)
    return None


def _as_item(block: model.Block) -> model.Block:
    """A paragraph below the first one, too."""
    if not isinstance(block, model.Paragraph) or block.text.role == "list item":
        return block
    return replace(block, text=replace(block.text, role="list item"))


def _quote(reading: ReadContext, group: Group) -> model.Block:
    found = inner(group)
    if found and found[0][0].type == "paragraph_open" and callout_line(found[0][1].content):
        return read_callout(reading, group, _inside)
    lost_callout(reading, group)
    return model.Quote(_inside(reading, found))


def _definitions(reading: ReadContext, group: Group) -> model.Definitions:
    entries: list[model.Definition] = []
    term: Text | None = None
    meanings: list[tuple[model.Block, ...]] = []
    for part in inner(group):
        if part[0].type == "dt_open":
            if term:
                entries.append(model.Definition(term, tuple(meanings)))
            term, meanings = reading.text(sentence(part), first_line(part), "term"), []
        else:
            meanings.append(_inside(reading, inner(part)))
    if term:
        entries.append(model.Definition(term, tuple(meanings)))
    return model.Definitions(tuple(entries))


def _code(reading: ReadContext, group: Group) -> model.CodeBlock:
    token, (line, end) = group[0], group[0].map or (0, 0)
    last = reading.source.lines[end - 1] if end <= len(reading.source.lines) else ""
    column = reading.source.find(line, token.markup)
    if end - line < 2 or last.strip(" >\t").strip(token.markup[0]):
        hint = f"Close it with a line '{token.markup}' below the code."
        message = "This code is not closed, and holds all that follows"
        reading.report("M022", line, column, message, hint)
    if token.info.strip().startswith("{"):
        hint = "Write a callout, '> [!NOTE]', or plain words."
        message = f"'{token.info.strip()}' is a form of MyST or Quarto, and would be code here"
        reading.report("M040", line, column, message, hint)
    elif " " in token.info.strip():
        hint = "Write these words as a paragraph above it."
        message = "The words behind the code marks are shown to nobody"
        reading.report("M018", line, column + len(token.markup), message, hint)
    return model.CodeBlock(group[0].content.rstrip("\n"), group[0].info.strip())


def _rule(reading: ReadContext, group: Group) -> model.Rule:
    return model.Rule()


def _footnote(reading: ReadContext, group: Group) -> model.Footnote:
    label, line = str(group[0].meta["label"]), first_line(group)
    column = reading.source.find(line, f"[^{label}]")
    if label in reading.footnotes:
        hint = "Give one of them another name."
        reading.report("M012", line, column, f"The note '[^{label}]' stands here twice", hint)
    reading.footnotes[label] = reading.source.place(line, column)
    return model.Footnote(label, _inside(reading, inner(group)))


def too_deep(reading: ReadContext, found: list[Group]) -> None:
    """Report blocks in blocks whose words the parser left out."""
    for group in found:
        for token in group:
            if token.level >= DEEPEST - 1 and token.nesting == 1 and token.map:
                hint = "Take some '>' or spaces away at the start of the line."
                message = "This stands too deep in lists and quotes to be read"
                reading.report("M021", token.map[0], 0, message, hint)
                break


_READERS: dict[str, Callable[[ReadContext, Group], model.Block | None]] = {
    "heading_open": _nested_heading,
    "paragraph_open": _free_paragraph,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "table_open": read_table,
    "blockquote_open": _quote,
    "dl_open": _definitions,
    "fence": _code,
    "hr": _rule,
    "footnote_reference_open": _footnote,
}
