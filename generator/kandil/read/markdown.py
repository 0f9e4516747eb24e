"""The dialect: CommonMark with tables, definition lists and footnotes, on markdown-it-py.

Blocks and sentences are parsed apart: blocks once, with the place of each, and sentences by
`read_inlines`, which serves translations too. Off are indented code (an indent is feedback here),
underlined headings (`---` is a break) and reference links (a sentence must be whole for its
translator).
"""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from kandil.read.inline.emphasis import emphasis

DEEPEST = 40
"""Blocks in blocks; markdown-it leaves out in silence what stands deeper."""


def _bracket(state: StateInline, silent: bool) -> bool:
    """`[[blank]]` and `[^note]`."""
    start, source = state.pos, state.src
    for opening, closing, kind in (("[[", "]]", "blank"), ("[^", "]", "note")):
        if source.startswith(opening, start):
            end = source.find(closing, start + 2, state.posMax)
            if end <= start + 1 or opening in source[start + 2 : end]:
                return False
            if not silent:
                state.push(kind, "", 0).content = source[start + 2 : end]
            state.pos = end + len(closing)
            return True
    return False


def _block_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable("table").use(deflist_plugin)
    parser.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    parser.disable(["code", "lheading", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline.ruler.before("link", "bracket", _bracket)
    parser.inline.ruler.at("emphasis", emphasis)
    # An escaped sign stays apart: `\\*` was meant to be shown.
    parser.core.ruler.disable("text_join")
    # A forbidden address must be seen and reported, not shown as text: `read_link` judges it.
    vars(parser).update(validateLink=lambda url: True, normalizeLink=lambda url: url)
    return parser


_BLOCKS, _INLINES = _block_parser(), _inline_parser()


def block_tokens(text: str) -> list[Token]:
    """Flat block tokens; those of type `inline` carry raw text and their lines in `map`."""
    return _BLOCKS.parse(text)


def inline_tokens(text: str) -> list[Token]:
    """Flat tokens of one sentence."""
    env: dict[str, Any] = {}
    return _INLINES.parseInline(text, env)[0].children or []
