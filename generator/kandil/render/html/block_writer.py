"""Blocks as HTML that is XML too. Words that fell back to another language are marked where they
stand. An end tag that HTML can do without has a space in it: `</p >`, so that what makes a page
small needs no parser to take it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import field
from typing import Any

from markupsafe import Markup

from kandil.localize.words.formats import direction
from kandil.model import blocks as model
from kandil.model.help import Help
from kandil.model.interactions import Interaction
from kandil.model.structure import list_mark
from kandil.model.text import Text
from kandil.render.html.context import PageContext, line
from kandil.render.html.drawings import drawing
from kandil.render.html.escaping import breakable, escaped
from kandil.render.html.inline_writer import InlineWriter
from kandil.render.html.questions import question, quiz
from kandil.values import dataclass

_ALIGN = {"center": "c", "end": "e"}


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one page."""

    page: PageContext
    inline: InlineWriter = field(init=False)
    interactions: set[str] = field(default_factory=set)
    """Names of those that were written."""
    quiz: model.Quiz | None = None
    """The quiz that is being written."""
    tables: int = 0
    """Tables so far: gives each region a name of its own."""
    todo: Counter[str] = field(default_factory=Counter)
    """Lists to tick so far, by what they say."""
    asked: int = 0
    """Questions so far: names the group of each one's answers."""

    def __post_init__(self) -> None:
        self.inline = InlineWriter(self.page)

    def write(self, found: tuple[model.Block, ...]) -> Markup:
        """A run of blocks."""
        return Markup(self.blocks(found))

    def blocks(self, found: tuple[model.Block, ...]) -> str:
        """The same, for markup that is made here."""
        return "".join([self.block(block) for block in found])

    def block(self, block: model.Block) -> str:
        """One block."""
        if isinstance(block, Interaction):
            return question(self, block)
        return _WRITERS[type(block)](self, block)

    def text(self, text: Text) -> Markup:
        """The words of a sentence."""
        return Markup(self.words(text))

    def words(self, text: Text) -> str:
        """The same, for markup that is made here."""
        return self.inline.write(text.inlines)

    def foreign(self, text: Text, more: str = "") -> Markup:
        """` class=… lang=… dir=…` of an element; the last two where its words fell back."""
        return Markup(self.marks(text, more))

    def marks(self, text: Text, more: str = "") -> str:
        """The same, for markup that is made here."""
        if not text.lang:
            return f' class="{more}"' if more else ""
        both = f"{more} untranslated".strip()
        return f' class="{both}" lang="{text.lang}" dir="{direction(text.lang)}"'


def _heading(writer: BlockWriter, block: model.Heading) -> str:
    tag, anchor = f"h{block.level}", writer.page.anchor(block.anchor)
    return f'<{tag} id="{anchor}"{writer.marks(block.text)}>{writer.words(block.text)}</{tag}>\n'


def _paragraph(writer: BlockWriter, block: model.Paragraph) -> str:
    return f"<p{writer.marks(block.text)}>{writer.words(block.text)}</p >\n"


def _picture(writer: BlockWriter, block: model.Picture) -> str:
    alt = block.alt.plain if block.alt else ""
    if block.drawing and writer.page.pictures.shown:
        marks = writer.marks(block.alt, "pic") if block.alt else ' class="pic"'
        mirrored = block.image.drawn == "mirror"
        drawn = drawing(block.drawing, alt, mirrored)
        if writer.page.pictures.apart:
            return f"<p{marks}>{writer.page.pictures.drawn(drawn.encode(), alt)}</p>\n"
        return f"<figure{marks}>{drawn}</figure>\n"
    marks = writer.marks(block.alt) if block.alt else ""
    return f"<p{marks}>{writer.page.pictures.html(block.image.source, alt)}</p>\n"


def _list(writer: BlockWriter, block: model.List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    todo = _todo(writer, block) if any(item.checked is not None for item in block.items) else ""
    items = "".join([_item(writer, item, block.tight) for item in block.items])
    return f"<{tag}{todo}{start}>{items}</{tag}>\n"


def _todo(writer: BlockWriter, block: model.List) -> str:
    """Where ticks are kept, the list says what they hang on."""
    if not writer.page.keeps:
        return ' class="todo"'
    same = list_mark(block, 0)
    earlier = writer.todo[same]
    writer.todo[same] += 1
    return f' class="todo" data-k="{list_mark(block, earlier)}"'


def _item(writer: BlockWriter, item: model.Item, tight: bool) -> str:
    """In a tight list the item itself carries the language: its paragraph is not drawn."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, model.Paragraph) or not (tight or item.checked is not None):
        return f"<li>{writer.blocks(item.blocks)}</li >"
    words, rest = writer.words(first.text), writer.blocks(item.blocks[1:])
    if item.checked is not None:
        ticked = ' checked=""' if item.checked else ""
        box = f'<input type="checkbox"{ticked} autocomplete="off" />'
        words = f"<label>{box}{words}</label>"
    marks = writer.marks(first.text)
    if marks and rest:
        # What follows may be translated: the mark must not reach it.
        return f"<li><div{marks}>{words}</div>{rest}</li >"
    return f"<li{marks}>{words}{rest}</li >"


def _table(writer: BlockWriter, block: model.Table) -> str:
    head = "".join([_cell(writer, block, i, text, "th") for i, text in enumerate(block.head)])
    rows = "".join([_row(writer, block, row) for row in block.rows])
    # A wide table scrolls in a frame of its own, which the keyboard must reach (WCAG 2.1.1).
    writer.tables += 1
    name = writer.page.edition.translate("Table")
    label = f"{escaped(name)} {writer.tables}"
    return (
        f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>'
        f"<thead><tr>{head}</tr ></thead ><tbody>{rows}</tbody ></table></div>\n"
    )


def _row(writer: BlockWriter, block: model.Table, row: tuple[Text, ...]) -> str:
    cells = "".join([_cell(writer, block, i, text, "td") for i, text in enumerate(row)])
    return f"<tr>{cells}</tr >"


def _cell(writer: BlockWriter, table: model.Table, column: int, text: Text, tag: str) -> str:
    """On a phone the cells stand one below the other, each under the heading of its column."""
    align = _ALIGN.get(table.align[column] if column < len(table.align) else "", "")
    head = f' data-h="{escaped(table.head[column].plain)}"' if tag == "td" and column else ""
    return f"<{tag}{writer.marks(text, align)}{head}>{writer.words(text)}</{tag} >"


def _quote(writer: BlockWriter, block: model.Quote) -> str:
    return f"<blockquote>{writer.blocks(block.blocks)}</blockquote>\n"


def _callout(writer: BlockWriter, block: model.Callout) -> str:
    title, marks = _title(writer, block.title)
    if block.kind in model.SHOWN:
        return _shown(writer, block, f"<figcaption{marks}>{title}</figcaption>")
    body = writer.blocks(block.blocks)
    if block.kind == "detail":
        return f'<details class="call"><summary{marks}>{title}</summary>{body}</details>\n'
    return f'<div class="call {block.kind}"><p{marks}>{title}</p>{body}</div>\n'


def _shown(writer: BlockWriter, block: model.Callout, caption: str) -> str:
    """A message below the name of its sender; addresses above what is thought of them."""
    if block.kind == "address":
        bars, *words = map(writer.block, block.blocks)
        return f'<figure class="url">{bars}{caption}</figure>{"".join(words)}\n'
    writer.inline.shown = True
    body = writer.blocks(block.blocks)
    writer.inline.shown = False
    return f'<figure class="sms">{caption}{body}</figure>\n'


def _addresses(writer: BlockWriter, block: model.Addresses) -> str:
    return "".join(map(_address, block.rows))


def _address(row: model.Address) -> str:
    """The owner stays whole: a narrow line ends before it."""
    before, owner, after = breakable(row.before), escaped(row.owner), breakable(row.after)
    joint = "<wbr />" if before else ""
    return (
        f'<p><code translate="no" dir="ltr">{before}{joint}<mark>{owner}</mark>{after}</code></p >'
    )


def _title(writer: BlockWriter, title: Text | None) -> tuple[str, str]:
    """Its words, and their marks."""
    if title is None:
        raise ValueError("an edition that `localize` has not finished has blocks without a title")
    return writer.words(title), writer.marks(title)


def _definitions(writer: BlockWriter, block: model.Definitions) -> str:
    entries = []
    for entry in block.entries:
        entries.append(f"<dt{writer.marks(entry.term)}>{writer.words(entry.term)}</dt>")
        entries += [f"<dd>{writer.blocks(meaning)}</dd>" for meaning in entry.meanings]
    return f"<dl>{''.join(entries)}</dl>\n"


def _code(writer: BlockWriter, block: model.CodeBlock) -> str:
    code = f'<code translate="no">{escaped(block.content)}</code>'
    return f'<pre dir="ltr" tabindex="0">{code}</pre>\n'


def _rule(writer: BlockWriter, block: model.Rule) -> str:
    return "<hr />\n"


def _footnote(writer: BlockWriter, block: model.Footnote) -> str:
    number, prefix = writer.inline.number(block.label), writer.page.prefix
    back = f'<a href="#r{prefix}{number}">{number}</a>'
    return f'<div class="fn" id="n{prefix}{number}">{back}{writer.blocks(block.blocks)}</div>\n'


def _section(writer: BlockWriter, block: model.Section) -> str:
    anchor, (title, _) = writer.page.anchor(block.anchor), _title(writer, block.title)
    body = writer.blocks(block.blocks)
    if block.kind == "before" and writer.page.short:
        body += str(writer.page.render("short.html"))
    if writer.page.parts and block.kind in ("before", "why"):
        return _first_screen(block.kind, f'id="{anchor}">{title}</h2>{body}')
    if block.kind == "remember":
        return f'<section class="card"><h2 id="{anchor}">{title}</h2>{body}</section>\n'
    return f'<h2 id="{anchor}">{title}</h2>\n{body}'


def _first_screen(kind: str, rest: str) -> str:
    """Of a lesson in parts: a story begins without a heading that can be seen."""
    head = '<h2 class="vh" ' if kind == "why" else "<h2 "
    return f'<section class="{kind}">{head}{rest}</section>\n'


def _help(writer: BlockWriter, block: Help) -> str:
    return writer.page.render("help.html", help=block, line=line)


def _records(writer: BlockWriter, block: model.Records) -> str:
    return writer.page.render("records.html", records=block, line=line)


def _printed(writer: BlockWriter, block: model.Printed) -> str:
    return writer.blocks(block.blocks)


_WRITERS: dict[type, Callable[[BlockWriter, Any], str]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Picture: _picture,
    model.List: _list,
    model.Table: _table,
    model.Quote: _quote,
    model.Callout: _callout,
    model.Addresses: _addresses,
    model.Definitions: _definitions,
    model.CodeBlock: _code,
    model.Rule: _rule,
    model.Footnote: _footnote,
    model.Section: _section,
    model.Quiz: quiz,
    model.Printed: _printed,
    model.Records: _records,
    Help: _help,
}
"""Each takes the one block of its kind, so that their types meet in no other word than `Any`."""
