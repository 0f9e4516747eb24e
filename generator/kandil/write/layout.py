"""A file laid out anew: empty lines, signs and indents as the handbook writes them.

It goes by the blocks of the file, not by the model, which does not hold what an author wrote for
herself: comments, heads of tables, where lines end. So no word can be lost on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from markdown_it.token import Token

from kandil.read.block.block_parser import block_tokens
from kandil.read.block.table_rows import ALIGN
from kandil.read.source.front_matter import split_front
from kandil.read.source.source import Source, breaks, unix, unwrap
from kandil.read.source.tokens import Group, groups, inner
from kandil.write import lines as shape
from kandil.write.lines import Lines

_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\W_]+")
_NOWHERE = Source("", ())


def lay_out(text: str) -> str:
    """The same file, its line ends and its front matter kept as they are.

    A text that would not hold the same blocks and words, in the same order, stays as it was typed.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = found[0] if (found := _END.search(text)) else "\n"
    lines = unix(text.removeprefix(mark)).split("\n")
    front, body, _ = split_front("", "\n".join(lines))
    if front is None and lines[0].rstrip() == "---":
        return text
    head, typed = (lines[: body.first], body.lines) if front else ([], lines)
    laid = _laid("\n".join(typed))
    if not _same("\n".join(typed), "\n".join(laid)):
        return text
    return mark + end.join([*shape.apart([head, laid]), ""])


def _same(typed: str, laid: str) -> bool:
    return _outline(laid) == _outline(typed) and _WORD.findall(laid) == _WORD.findall(typed)


def _laid(text: str) -> Lines:
    return shape.apart(_stack(groups(block_tokens(text))))


def _stack(found: list[Group]) -> Iterator[Lines]:
    """The lines of each block; a list behind a list needs another sign to stay one of its own."""
    before = ""
    for group in found:
        kind = group[0].type
        lines = _bullets(group, "*") if kind == before == "bullet_list_open" else _block(group)
        before = "" if lines[0].startswith("*") else kind
        yield lines


def _block(group: Group) -> Lines:
    return _SHAPES[group[0].type](group)


def _heading(group: Group) -> Lines:
    return shape.heading(int(group[0].tag[1]), group[1].content)


def _paragraph(group: Group) -> Lines:
    """Its lines end where the author ended them; a break by spaces, which nobody sees, gets its
    backslash."""
    rows = group[1].content.split("\n")
    shown = [_row(row, forced=breaks(row)) for row in rows[:-1]] + [rows[-1].strip()]
    deep = [len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip()) > 3 for row in rows]
    rest = zip(shown[1:], deep[1:], strict=True)
    return [shown[0], *(shape.goes_on(row) if far else row for row, far in rest)]


def _row(row: str, forced: bool) -> str:
    words = row.strip()
    return f"{words.removesuffix(chr(92)).rstrip()}\\" if forced else words


def _bullets(group: Group, sign: str = "-") -> Lines:
    return _items(group, [sign] * len(inner(group)))


def _numbered(group: Group) -> Lines:
    return _items(group, [f"{item[0].info}{item[0].markup}" for item in inner(group)])


def _items(group: Group, signs: list[str]) -> Lines:
    loose = _is_loose(group)
    join: Callable[[Iterator[Lines]], Lines] = shape.apart if loose else _close
    rows = zip(signs, inner(group), strict=True)
    return join(shape.hung(sign, join(_stack(inner(item)))) for sign, item in rows)


def _close(parts: Iterator[Lines]) -> Lines:
    return [*chain.from_iterable(parts)]


def _is_loose(group: Group) -> bool:
    """As Markdown sees it: by its own paragraphs, or by what needs a line between."""
    items = [inner(item) for item in inner(group)]
    own = [block[0] for item in items for block in item if block[0].type == "paragraph_open"]
    return any(not one.hidden for one in own) if own else any(len(item) > 1 for item in items)


def _quote(group: Group) -> Lines:
    return shape.quoted(shape.apart(_stack(inner(group))))


def _definitions(group: Group) -> Lines:
    """Terms apart from each other, each with its meanings right below it."""
    parts: list[Lines] = []
    loose = _is_loose(group)
    for part in inner(group):
        if part[0].type == "dt_open":
            parts.append([part[1].content.strip()])
            continue
        meaning = shape.hung(":", shape.apart(_stack(inner(part))))
        first = len(parts[-1]) == 1
        parts[-1] += ["", *meaning] if loose and not first else meaning
    return shape.apart(parts)


def _footnote(group: Group) -> Lines:
    inside = shape.apart(_stack(inner(group)))
    return shape.hung(f"[^{group[0].meta['label']}]:", inside, 4)


def _table(group: Group) -> Lines:
    rows: list[list[str]] = []
    for token in group:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.content)
    heads = [token for token in group if token.type == "th_open"]
    return shape.table(rows, [ALIGN.get(str(token.attrs.get("style", "")), "") for token in heads])


def _code(group: Group) -> Lines:
    content = group[0].content.removesuffix("\n")
    return shape.fenced(content, group[0].info.strip(), group[0].markup)


def _rule(group: Group) -> Lines:
    return ["---"]


def _comment(group: Group) -> Lines:
    """As it was typed: what stands in it is its author's."""
    return [row.rstrip() for row in group[0].content.strip().split("\n")]


def _outline(text: str) -> list[tuple[object, ...]]:
    """The blocks of a text as `read` sees them: what is equal here reads as the same model."""
    return [
        (token.type, token.tag, token.hidden, token.info.strip(), token.meta, *_content(token))
        for token in block_tokens(text)
    ]


def _content(token: Token) -> tuple[object, ...]:
    if token.type == "inline":
        return (unwrap(_NOWHERE, token.content, 0)[0],)
    if token.type == "html_block":
        return tuple(row.strip() for row in token.content.strip().split("\n"))
    return (token.content, token.attrs.get("style"), token.attrs.get("start"))


_SHAPES: dict[str, Callable[[Group], Lines]] = {
    "heading_open": _heading,
    "paragraph_open": _paragraph,
    "bullet_list_open": _bullets,
    "ordered_list_open": _numbered,
    "table_open": _table,
    "blockquote_open": _quote,
    "dl_open": _definitions,
    "fence": _code,
    "hr": _rule,
    "html_block": _comment,
    "footnote_reference_open": _footnote,
}
