"""Block tokens become blocks; each sentence in them becomes a `Text` with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token

from kandil.model import blocks as model
from kandil.model.inlines import Image, Inlines, Link, Note, walk
from kandil.model.text import Text
from kandil.problems import Place, Problem, nearest
from kandil.read.anchors import Anchors
from kandil.read.comments import Mark, comment_body, read_mark
from kandil.read.inlines import read_inlines
from kandil.read.source import Origin, Source, unwrap

_CALLOUT = re.compile(r"^\[!([A-Za-z]+)\]\s*(.*)$")
_KINDS: dict[str, model.Kind] = {
    "NOTE": "note",
    "TIP": "tip",
    "WARNING": "warning",
    "SAFETY": "safety",
    "DETAIL": "detail",
}
_TASK = re.compile(r"^\[([ xX])\]\s+")
_ALIGN = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}


@dataclass(slots=True)
class Reading:
    """What is gathered while one file is read."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[str, Place]] = field(default_factory=list)
    """Inside targets, checked when every module is known."""
    images: list[tuple[str, Place]] = field(default_factory=list)
    notes: list[tuple[str, Place]] = field(default_factory=list)
    footnotes: dict[str, Place] = field(default_factory=dict)
    anchors: Anchors = field(default_factory=Anchors)
    context: str = ""
    """The nearest explicit id, for `msgctxt`."""
    blanks: bool = False
    """True inside a question."""
    mark: Mark | None = None
    """A comment that waits for the next block."""
    mark_place: Place | None = None

    def report(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Note a problem at a line and column counted from 0."""
        self.problems.append(Problem(code, self.source.place(line, column), message, hint))

    def text(self, content: str, line: int, role: str, start: int = 0) -> Text:
        """One unit that begins in `line`, not before column `start`."""
        source, origin = unwrap(self.source, content, line, start)
        inlines, problems = read_inlines(source, origin.at(0), self.blanks, origin.at)
        self.problems += problems
        if any(not isinstance(part, str) for part in inlines):
            self._remember(inlines, source, origin)
        context, note = self.context, ""
        if self.mark and self.mark.name == "context":
            context = self.mark.value
        elif self.mark and self.mark.name == "comment":
            note = self.mark.value
        return Text(source, inlines, origin.at(0), context, role, note)

    def _remember(self, inlines: Inlines, source: str, origin: Origin) -> None:
        for part in walk(inlines):
            if isinstance(part, Link) and part.target and "://" not in part.target:
                self.links.append((part.target, _at(source, f"]({part.target}", origin)))
            elif isinstance(part, Image) and part.source:
                self.images.append((part.source, _at(source, "![", origin)))
            elif isinstance(part, Note):
                self.notes.append((part.label, _at(source, f"[^{part.label}", origin)))


def _at(source: str, words: str, origin: Origin) -> Place:
    return origin.at(max(source.find(words.split(".md")[0]), 0))


class Cursor:
    """Walks flat tokens once, from left to right."""

    def __init__(self, tokens: list[Token]):
        self.tokens, self.index = tokens, 0

    def __bool__(self) -> bool:
        return self.index < len(self.tokens)

    @property
    def peek(self) -> Token:
        """The next token."""
        return self.tokens[self.index]

    def next(self) -> Token:
        """The next token, taken."""
        self.index += 1
        return self.tokens[self.index - 1]

    def group(self) -> list[Token]:
        """The next block, from its opening to its closing token."""
        start, depth = self.index, 0
        while self:
            depth += self.next().nesting
            if depth <= 0:
                break
        return self.tokens[start : self.index]


def groups(tokens: list[Token]) -> list[list[Token]]:
    """The blocks at the top of `tokens`, each from its opening to its closing token."""
    cursor, found = Cursor(tokens), []
    while cursor:
        found.append(cursor.group())
    return found


def inner(group: list[Token]) -> list[list[Token]]:
    """The blocks inside a block."""
    return groups(group[1:-1])


def first_line(group: list[Token]) -> int:
    """Line of a block, counted from 0."""
    return group[0].map[0] if group[0].map else 0


def read_blocks(reading: Reading, found: list[list[Token]]) -> tuple[model.Block, ...]:
    """Blocks of any kind but headings with keywords, which `structure.py` reads."""
    blocks: list[model.Block] = []
    for group in found:
        reader = _READERS.get(group[0].type)
        block = reader(reading, group) if reader else None
        if group[0].type != "html_block":
            reading.mark = None
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def read_heading(reading: Reading, group: list[Token]) -> model.Heading:
    """A heading without a keyword."""
    line, level = first_line(group), int(group[0].tag[1])
    content = group[1].content
    if level == 1:
        hint = f"The title stands in the front matter. Write '## {content}'."
        reading.report("M011", line, 0, "A heading inside a lesson begins at level 2", hint)
    if not content.strip():
        hint = "Write words behind it, or remove it."
        reading.report("M014", line, 0, "This heading is empty", hint)
    text = reading.text(content, line, "heading", level)
    return model.Heading(max(level, 2), text, reading.anchors.take(text.plain))


def _paragraph(reading: Reading, group: list[Token]) -> model.Block | None:
    line = first_line(group)
    text = reading.text(group[1].content, line, "paragraph")
    match text.inlines:
        case (Image() as image,):
            return _picture(reading, image, text)
        case ():
            return None
    return model.Paragraph(text, reading.mark == Mark("safety"))


def _picture(reading: Reading, image: Image, text: Text) -> model.Picture:
    if image.decorative or not image.alt:
        return model.Picture(image, None, text.place)
    alt = Text(image.alt, (image.alt,), text.place, text.context, "image description", text.note)
    return model.Picture(image, alt, text.place)


def _list(reading: Reading, group: list[Token]) -> model.List:
    ordered = group[0].type == "ordered_list_open"
    items = tuple(_item(reading, item) for item in inner(group))
    tight = any(token.hidden for token in group)
    return model.List(items, ordered, int(group[0].attrs.get("start", 1)), tight)


def _item(reading: Reading, group: list[Token]) -> model.Item:
    found, checked = inner(group), None
    if found and found[0][0].type == "paragraph_open":
        sentence = found[0][1]
        if box := _TASK.match(sentence.content):
            checked = box[1] != " "
            sentence.content = sentence.content[box.end() :]
    blocks = read_blocks(reading, found)
    blocks = tuple(_as_item(block) for block in blocks)
    return model.Item(blocks, checked)


def _as_item(block: model.Block) -> model.Block:
    if not isinstance(block, model.Paragraph):
        return block
    text = block.text
    named = Text(text.source, text.inlines, text.place, text.context, "list item", text.note)
    return model.Paragraph(named, block.safety)


def _table(reading: Reading, group: list[Token]) -> model.Table:
    rows: list[tuple[Text, ...]] = []
    align: list[str] = []
    cells: list[Text] = []
    line = column = 0
    for token in group:
        if token.type == "tr_open":
            line, column, cells = token.map[0] if token.map else line, 0, []
        elif token.type == "th_open":
            align.append(_ALIGN.get(str(token.attrs.get("style", "")), ""))
        elif token.type == "inline":
            cells.append(
                _cell(
                    reading,
                    token.content,
                    line,
                    column,
                    "table heading" if not rows else "table cell",
                )
            )
            column = max(column, reading.source.find(line, token.content, column)) + len(
                token.content
            )
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return model.Table(rows[0], tuple(rows[1:]), tuple(align))


def _cell(reading: Reading, content: str, line: int, column: int, role: str) -> Text:
    if reading.blanks and "[[" in content:
        hint = (
            "Write the sentence with the blank as a paragraph: the bar in [[a | b]] cuts a table."
        )
        reading.report(
            "Q203",
            line,
            reading.source.find(line, "[[", column),
            "A blank cannot stand in a table",
            hint,
        )
        content = content.replace("[[", "").replace("]]", "")
    return reading.text(content, line, role, column)


def _quote(reading: Reading, group: list[Token]) -> model.Block:
    found = inner(group)
    if found and found[0][0].type == "paragraph_open":
        sentence = found[0][1]
        first, _, rest = sentence.content.partition("\n")
        if kind := _CALLOUT.match(first):
            return _callout(reading, group, kind, rest, found)
    return model.Quote(read_blocks(reading, found))


def _callout(
    reading: Reading, group: list[Token], kind: re.Match[str], rest: str, found: list[list[Token]]
) -> model.Callout:
    line = first_line(group)
    name = _KINDS.get(kind[1].upper())
    if name is None or kind[1] != kind[1].upper():
        known = [f"[!{word}]" for word in _KINDS]
        hint = nearest(f"[!{kind[1].upper()}]", known)
        column = reading.source.find(line, "[!")
        reading.report("M008", line, column, f"'[!{kind[1]}]' is not a callout", hint)
    title = None
    if kind[2].strip():
        start = reading.source.find(line, kind[2].strip())
        title = reading.text(kind[2].strip(), line, "callout title", start)
    if rest.strip():
        found[0][1].content = rest
        found[0][0].map = [line + 1, line + 1]
        body = found
    else:
        body = found[1:]
    return model.Callout(name or "note", title, read_blocks(reading, body))


def _definitions(reading: Reading, group: list[Token]) -> model.Definitions:
    entries: list[model.Definition] = []
    term: Text | None = None
    meanings: list[tuple[model.Block, ...]] = []
    for part in inner(group):
        if part[0].type == "dt_open":
            if term:
                entries.append(model.Definition(term, tuple(meanings)))
            term, meanings = reading.text(part[1].content, first_line(part), "term"), []
        else:
            meanings.append(read_blocks(reading, inner(part)))
    if term:
        entries.append(model.Definition(term, tuple(meanings)))
    return model.Definitions(tuple(entries))


def _code(reading: Reading, group: list[Token]) -> model.CodeBlock:
    return model.CodeBlock(group[0].content.rstrip("\n"), group[0].info.strip())


def _rule(reading: Reading, group: list[Token]) -> model.Rule:
    return model.Rule()


def _footnote(reading: Reading, group: list[Token]) -> model.Footnote:
    label, line = str(group[0].meta["label"]), first_line(group)
    if label in reading.footnotes:
        hint = "Give one of them another name."
        reading.report("M012", line, 0, f"The note '[^{label}]' stands here twice", hint)
    reading.footnotes[label] = reading.source.place(line)
    return model.Footnote(label, read_blocks(reading, inner(group)))


def _html(reading: Reading, group: list[Token]) -> None:
    content, line = group[0].content, first_line(group)
    column = reading.source.find(line, "<")
    body = comment_body(content)
    if body is not None and (mark := read_mark(body)):
        reading.mark, reading.mark_place = mark, reading.source.place(line, column)
    elif body is not None:
        hint = "Settings stand right under the heading of a question or quiz. Elsewhere: '<!-- safety -->', '<!-- decorative -->', '<!-- i18n: comment: … -->'."
        reading.report("M010", line, column, "This comment means nothing here", hint)
    elif content.lstrip().startswith("<!--") and "-->" in content:
        hint = "Put the words into a line of their own: they would be lost here."
        reading.report("M009", line, column, "A comment must stand alone on its line", hint)
    else:
        hint = "Use Markdown instead: *words*, **words**, lists, tables."
        shown = content.strip().split("\n")[0][:40]
        reading.report("M001", line, column, f"Raw HTML is not used here: '{shown}'", hint)


def _heading(reading: Reading, group: list[Token]) -> model.Block:
    return read_heading(reading, group)


_READERS: dict[str, Callable[[Reading, list[Token]], model.Block | None]] = {
    "heading_open": _heading,
    "paragraph_open": _paragraph,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "table_open": _table,
    "blockquote_open": _quote,
    "dl_open": _definitions,
    "fence": _code,
    "hr": _rule,
    "footnote_reference_open": _footnote,
    "html_block": _html,
}
