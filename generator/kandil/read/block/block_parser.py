"""The parser of blocks: CommonMark with tables, definition lists and footnotes, on markdown-it-py.

Blocks and sentences are parsed apart: blocks once, with the place of each, and sentences by
`inline_parser`. Off are indented code (an indent is feedback here), underlined headings (`---` is
a break) and reference links.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

DEEPEST = 40
"""Blocks in blocks; markdown-it leaves out in silence what stands deeper."""


def _block_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable("table").use(deflist_plugin)
    parser.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    parser.disable(["code", "lheading", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


_BLOCKS = _block_parser()


def block_tokens(text: str) -> list[Token]:
    """Flat block tokens; those of type `inline` carry raw text and their lines in `map`."""
    return _BLOCKS.parse(text)
