"""The parser of blocks: CommonMark with tables, definition lists and footnotes, on markdown-it-py.

Blocks and sentences are parsed apart: blocks once, with the place of each, and sentences by
`inline_parser`. Off are indented code (an indent is feedback here), underlined headings (`---` is
a break) and reference links.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Rule
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

DEEPEST = 40
"""Blocks in blocks; markdown-it leaves out in silence what stands deeper."""


_BEGINS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "html_block": "<",
    "heading": "#",
}
"""Signs that a block of this kind begins with; others may begin with any."""


def _by_sign(found: list[Rule[RuleFuncBlockType]]) -> RuleFuncBlockType:
    """A rule that asks those that the first sign of a line can begin; a paragraph always can."""

    def asked(sign: str) -> list[RuleFuncBlockType]:
        return [rule.fn for rule in found if rule.enabled and sign in _BEGINS.get(rule.name, sign)]

    rules, others = {sign: asked(sign) for sign in "".join(_BEGINS.values())}, asked("\0")

    def read(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        sign = state.src[state.bMarks[line] + state.tShift[line]]
        return any(rule(state, line, end, silent) for rule in rules.get(sign, others))

    return read


def _block_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable("table").use(deflist_plugin)
    parser.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    parser.disable(["code", "lheading", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    rules = [*parser.block.ruler.__rules__]
    parser.block.ruler.before("table", "by_sign", _by_sign(rules))
    return parser


_BLOCKS = _block_parser()


def block_tokens(text: str) -> list[Token]:
    """Flat block tokens; those of type `inline` carry raw text and their lines in `map`."""
    return _BLOCKS.parse(text)
