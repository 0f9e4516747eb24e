"""The parser of sentences: CommonMark's inline rules with blanks and notes, on markdown-it-py.

It serves translations too. Off are reference links: a sentence must be whole for its translator.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it import rules_inline as rules
from markdown_it.parser_inline import RuleFuncInlineType
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


_TEXT: tuple[RuleFuncInlineType, ...] = (rules.text,)
_RULES: dict[str, tuple[RuleFuncInlineType, ...]] = {
    "\n": (rules.newline,),
    "\\": (rules.escape,),
    "`": (rules.backtick,),
    "*": (emphasis,),
    "_": (emphasis,),
    "[": (_bracket, rules.link),
    "!": (rules.image,),
    "<": (rules.autolink, rules.html_inline),
    "&": (rules.entity,),
    "]": (),
}
"""CommonMark's, by the sign that each begins with; all else is text."""


def _by_sign(state: StateInline, silent: bool) -> bool:
    """The only rule of the parser: it asks those that the next sign can begin."""
    return any(rule(state, silent) for rule in _RULES.get(state.src[state.pos], _TEXT))


def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline.ruler.enableOnly([])
    parser.inline.ruler.push("by_sign", _by_sign)
    parser.inline.terminator_re = re.compile(f"[{re.escape(''.join(_RULES))}]")
    # A forbidden address must be seen and reported, not shown as text: `read_link` judges it.
    vars(parser).update(validateLink=lambda url: True, normalizeLink=lambda url: url)
    return parser


_INLINES = _inline_parser()


def inline_tokens(text: str) -> list[Token]:
    """Flat tokens of one sentence; an escaped sign stays apart: `\\*` was meant to be shown."""
    return _INLINES.inline.parse(text, _INLINES, {}, [])
