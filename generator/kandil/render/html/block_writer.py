"""Blocks as HTML. Words that fell back to another language are marked where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from kandil.model import blocks as model
from kandil.model.interactions import Interaction
from kandil.model.structure import list_mark
from kandil.model.text import Text, texts
from kandil.render.html.contacts import contacts, records
from kandil.render.html.formats import direction
from kandil.render.html.inline_writer import InlineWriter
from kandil.render.html.questions import question, quiz
from kandil.render.html.templates import template

_ALIGN = {"center": "c", "end": "e"}


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one page, and counts what a learner should be told about."""

    inline: InlineWriter
    speaking: dict[str, Any]
    fallen: Counter[str] = field(default_factory=Counter)
    """Parts of the page in another language, by language."""
    interactions: set[str] = field(default_factory=set)
    quiz: model.Quiz | None = None
    """The quiz that is being written."""
    tables: int = 0
    """Tables so far: gives each region a name of its own."""
    todo: Counter[str] = field(default_factory=Counter)
    """Lists to tick so far, by what they say."""
    asked: int = 0
    """Questions so far: names the group of each one's answers."""

    def write(self, found: tuple[model.Block, ...]) -> Markup:
        """A run of blocks."""
        return Markup("".join([self.block(block) for block in found]))

    def block(self, block: model.Block) -> str:
        """One block."""
        if isinstance(block, Interaction):
            return question(self, block)
        return _WRITERS[type(block)](self, block)

    def text(self, text: Text) -> Markup:
        """The words of a sentence."""
        return Markup(self.inline.write(text.inlines))

    def foreign(self, text: Text, more: str = "", counted: bool = True) -> Markup:
        """` class=… lang=… dir=…` of an element; the last two where its words fell back."""
        if not text.lang:
            return Markup(f' class="{more}"') if more else Markup()
        if counted:
            self.fallen[text.lang] += 1
        both = f"{more} untranslated".strip()
        return Markup(f' class="{both}" lang={text.lang} dir={direction(text.lang)}')

    def name(self, macro: str, kind: str) -> str:
        """A title that comes from the UI catalogue."""
        return str(getattr(self.speaking["names"], macro)(kind)).strip()

    def anchor(self, slug: str) -> str:
        """The `id=` of a heading."""
        return str(self.speaking["anchor"](slug))


def _heading(writer: BlockWriter, block: model.Heading) -> str:
    foreign = writer.foreign(block.text)
    tag, anchor = f"h{block.level}", writer.anchor(block.anchor)
    return f'<{tag} id="{anchor}"{foreign}>{writer.text(block.text)}</{tag}>\n'


def _paragraph(writer: BlockWriter, block: model.Paragraph) -> str:
    return f"<p{writer.foreign(block.text)}>{writer.text(block.text)}\n"


def _picture(writer: BlockWriter, block: model.Picture) -> str:
    alt = block.alt.plain if block.alt else ""
    foreign = writer.foreign(block.alt) if block.alt else ""
    return f"<p{foreign}>{writer.speaking['pictures'].html(block.image.source, alt)}</p>\n"


def _list(writer: BlockWriter, block: model.List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f" start={block.start}" if block.ordered and block.start != 1 else ""
    todo = _todo(writer, block) if any(item.checked is not None for item in block.items) else ""
    items = "".join([_item(writer, item, block.tight) for item in block.items])
    return f"<{tag}{todo}{start}>{items}</{tag}>\n"


def _todo(writer: BlockWriter, block: model.List) -> str:
    """Where ticks are kept, the list says what they hang on."""
    if not writer.speaking.get("keeps"):
        return " class=todo"
    same = list_mark(block, 0)
    earlier = writer.todo[same]
    writer.todo[same] += 1
    return f" class=todo data-k={list_mark(block, earlier)}"


def _item(writer: BlockWriter, item: model.Item, tight: bool) -> str:
    """In a tight list the item itself carries the language: its paragraph is not drawn."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, model.Paragraph) or not (tight or item.checked is not None):
        return f"<li>{writer.write(item.blocks)}"
    words, rest = writer.text(first.text), writer.write(item.blocks[1:])
    if item.checked is not None:
        ticked = " checked" if item.checked else ""
        words = Markup(f"<label><input type=checkbox{ticked} autocomplete=off>{words}</label>")
    foreign = writer.foreign(first.text)
    if foreign and rest:
        # What follows may be translated: the mark must not reach it.
        return f"<li><div{foreign}>{words}</div>{rest}"
    return f"<li{foreign}>{words}{rest}"


def _table(writer: BlockWriter, block: model.Table) -> str:
    head = "".join([_cell(writer, block, i, text, "th") for i, text in enumerate(block.head)])
    rows = "".join(
        "<tr>" + "".join([_cell(writer, block, i, text, "td") for i, text in enumerate(row)])
        for row in block.rows
    )
    # A learner sees a table as one part, however many cells fell back.
    writer.fallen.update({text.lang for text in texts(block) if text.lang})
    # A wide table scrolls in a frame of its own, which the keyboard must reach (WCAG 2.1.1).
    writer.tables += 1
    label = f"{writer.name('part', 'table')} {writer.tables}"
    return (
        f'<div class=table role=region aria-label="{label}" tabindex=0><table>'
        f"<thead><tr>{head}<tbody>{rows}</table></div>\n"
    )


def _cell(writer: BlockWriter, table: model.Table, column: int, text: Text, tag: str) -> str:
    """On a phone the cells stand one below the other, each under the heading of its column."""
    align = _ALIGN.get(table.align[column] if column < len(table.align) else "", "")
    head = f' data-h="{escape(table.head[column].plain)}"' if tag == "td" and column else ""
    return f"<{tag}{writer.foreign(text, align, counted=False)}{head}>{writer.text(text)}"


def _quote(writer: BlockWriter, block: model.Quote) -> str:
    return f"<blockquote>{writer.write(block.blocks)}</blockquote>\n"


def _callout(writer: BlockWriter, block: model.Callout) -> str:
    title, foreign = writer.name("callout", block.kind), ""
    if block.title:
        title, foreign = writer.text(block.title), writer.foreign(block.title)
    body = writer.write(block.blocks)
    if block.kind == "detail":
        return f"<details class=call><summary{foreign}>{title}</summary>{body}</details>\n"
    return f'<div class="call {block.kind}"><p{foreign}>{title}</p>{body}</div>\n'


def _definitions(writer: BlockWriter, block: model.Definitions) -> str:
    entries = []
    for entry in block.entries:
        entries.append(f"<dt{writer.foreign(entry.term)}>{writer.text(entry.term)}</dt>")
        entries += [f"<dd>{writer.write(meaning)}</dd>" for meaning in entry.meanings]
    return f"<dl>{''.join(entries)}</dl>\n"


def _code(writer: BlockWriter, block: model.CodeBlock) -> str:
    return f"<pre dir=ltr tabindex=0><code translate=no>{escape(block.content)}</code></pre>\n"


def _rule(writer: BlockWriter, block: model.Rule) -> str:
    return "<hr>\n"


def _footnote(writer: BlockWriter, block: model.Footnote) -> str:
    number = writer.inline.number(block.label)
    back = f"<a href=#r{number}>{number}</a>"
    return f"<div class=fn id=n{number}>{back}{writer.write(block.blocks)}</div>\n"


def _section(writer: BlockWriter, block: model.Section) -> str:
    anchor, title = writer.anchor(block.anchor), writer.name("section", block.kind)
    body = writer.write(block.blocks)
    if block.kind == "help" and not block.blocks:
        found = contacts(writer.speaking["edition"])
        body = Markup(template("help.html").render(writer.speaking | {"help": found}))
    if block.kind == "before" and writer.speaking.get("short"):
        body += Markup(template("short.html").render(writer.speaking))
    if block.kind == "remember":
        return f'<section class=card><h2 id="{anchor}">{title}</h2>{body}</section>\n'
    return f'<h2 id="{anchor}">{title}</h2>\n{body}'


def _records(writer: BlockWriter, block: model.Records) -> str:
    found = records(writer.speaking["edition"], block.kind)
    if found is None:
        return ""
    values = {"local": found[0], "records": found[1], "law": block.kind == "law notes"}
    return template("records.html").render(writer.speaking | values)


_WRITERS: dict[type, Callable[[BlockWriter, Any], str]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Picture: _picture,
    model.List: _list,
    model.Table: _table,
    model.Quote: _quote,
    model.Callout: _callout,
    model.Definitions: _definitions,
    model.CodeBlock: _code,
    model.Rule: _rule,
    model.Footnote: _footnote,
    model.Section: _section,
    model.Quiz: quiz,
    model.Records: _records,
}
