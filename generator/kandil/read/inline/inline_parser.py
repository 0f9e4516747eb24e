"""The parser of sentences: CommonMark's inline rules with blanks and notes, on markdown-it-py.

It serves translations too. Off are reference links: a sentence must be whole for its translator.
"""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kandil.read.inline.emphasis import emphasis


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


def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline.ruler.before("link", "bracket", _bracket)
    parser.inline.ruler.at("emphasis", emphasis)
    # An escaped sign stays apart: `\\*` was meant to be shown.
    parser.core.ruler.disable("text_join")
    # A forbidden address must be seen and reported, not shown as text: `read_link` judges it.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_INLINES = _inline_parser()


def inline_tokens(text: str) -> list[Token]:
    """Flat tokens of one sentence."""
    env: dict[str, Any] = {}
    return _INLINES.parseInline(text, env)[0].children or []
