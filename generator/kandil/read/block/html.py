"""HTML blocks: comments that mark the next block, and tags, which are refused."""

from __future__ import annotations

import re
from typing import Literal

from markdown_it.token import Token

from kandil.model.blocks import Records
from kandil.problems import Problem
from kandil.read.block.block_parser import block_tokens
from kandil.read.block.context import ReadContext
from kandil.read.block.odd_spaces import with_plain_spaces
from kandil.read.inline.inlines import BREAK_HINT
from kandil.read.source.comments import (
    PICTURED,
    comment_body,
    is_conditional,
    is_exception,
    read_mark,
)
from kandil.read.source.limits import too_long, too_much
from kandil.read.source.source import Source
from kandil.read.source.tokens import Group, first_line

_RECORDS: dict[str, Literal["facts", "law notes", "profile"]] = {
    "facts": "facts",
    "law notes": "law notes",
    "profile": "profile",
}
_BREAK = re.compile(r"\s*</?br\b", re.IGNORECASE)
_NAME = re.compile(r"<([\w-]+)")
_MOST = 8
"""Unclosed comments that are mended; each costs one more parse."""


def read_records(reading: ReadContext, group: Group) -> Records | None:
    """A comment that holds the place of a territory's records; the only one that is a block."""
    kind = _RECORDS.get((comment_body(group[0].content) or "").strip())
    if kind is None:
        return None
    reading.refuse_safety()
    line = first_line(group)
    return Records(kind, reading.source.place(line, reading.source.find(line, "<")))


def read_html(reading: ReadContext, group: Group) -> None:
    """A comment or a tag that stands alone."""
    content, line = group[0].content, first_line(group)
    column = reading.source.find(line, "<")
    body = comment_body(content)
    if body is not None:
        _comment(reading, body, line, column)
    elif content.lstrip().startswith("<!--"):
        hint = "Put the words into a line of their own: they would be lost here."
        reading.report("M009", line, column, "A comment must stand alone on its line", hint)
    elif not _closing(reading, content):
        hint = "Use Markdown instead: *words*, **words**, lists, tables."
        if _BREAK.match(content):
            hint = f"Leave a line empty between paragraphs. {BREAK_HINT}"
        reading.tags.update(_NAME.findall(content.partition("\n")[0]))
        shown = content.strip().split("\n")[0][:40]
        reading.report("M001", line, column, f"Raw HTML is not used here: '{shown}'", hint)


def _comment(reading: ReadContext, body: str, line: int, column: int) -> None:
    mark = read_mark(body)
    if mark is None and is_conditional(body):
        if body.strip() == "end" and reading.told("M029"):
            return
        hint = "Mark the whole list, quote or question: the comments begin at the edge of the page."
        reading.report("M029", line, column, "A part for some editions cannot begin here", hint)
    elif mark is None:
        hint = (
            "Delete it. Settings stand right under the heading of a question or quiz, in one "
            "comment. Elsewhere: '<!-- safety -->', '<!-- i18n: comment: … -->'."
        )
        reading.report("M010", line, column, "This comment means nothing here", hint)
    elif mark.name in PICTURED:
        hint = "Write it behind its picture, in the same line."
        reading.report("M010", line, column, f"'{mark.name}' belongs to a picture", hint)
    else:
        reading.drop_mark()
        reading.mark, reading.mark_place = mark, reading.source.place(line, column)


def _closing(reading: ReadContext, content: str) -> bool:
    """A closing tag says nothing new where its opening one was refused."""
    if not content.lstrip().startswith("</"):
        return False
    name = content.strip()[2:].split(">")[0].strip()
    return name in reading.tags


def admitted(reading: ReadContext) -> list[Token]:
    """Block tokens of a file; none where it holds more than is read, and that alone is told."""
    found = too_long(reading.source)
    if not found:
        with_plain_spaces(reading)
    tokens = [] if found else _closed_tokens(reading.source, reading.problems)
    found += too_much(reading.source, tokens)
    reading.problems += found
    reading.refused = bool(found)
    return [] if found else tokens


def _closed_tokens(source: Source, problems: list[Problem]) -> list[Token]:
    """Block tokens of a lesson; a comment that is not closed is reported and left out.

    It would swallow all that follows, up to the end of the file or of the next comment.
    """
    lines = list(source.lines)
    tokens = block_tokens("\n".join(lines))
    for _ in range(_MOST):
        line = _unclosed(tokens)
        if line is None:
            break
        column = max(lines[line].find("<!--"), 0)
        hint = "Close it at the end of its line: '-->'."
        message = "This comment is not closed, and would hide what follows"
        problems.append(Problem("M016", source.place(line, column), message, hint))
        lines[line] = lines[line][:column]
        tokens = block_tokens("\n".join(lines))
    return [token for token in tokens if not _exception(token)]


def _exception(token: Token) -> bool:
    body = comment_body(token.content) if token.type == "html_block" else None
    return body is not None and is_exception(body)


def _unclosed(tokens: list[Token]) -> int | None:
    for token in tokens:
        if token.type == "html_block" and token.map and token.content.lstrip()[:4] == "<!--":
            body = token.content.lstrip()[4:]
            end = body.find("-->")
            if end < 0 or "<!--" in body[:end]:
                return token.map[0]
    return None
