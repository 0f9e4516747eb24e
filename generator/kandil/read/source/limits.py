"""How much is read: more than any lesson needs, and little enough that every text ends soon.

A file or a sentence with more is refused, with its place, before anything walks through it.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from kandil.problems import Problem
from kandil.read.source.slips import Slip
from kandil.read.source.source import Source

LETTERS = 200_000
"""Of one lesson, bank or glossary, and of a file of keys: twelve long lessons."""
BLOCKS = 4_000
"""Paragraphs, headings, items and cells of one file: a long lesson has 300."""
SENTENCE = 10_000
"""Letters of one paragraph, heading, item or cell: a whole lesson without an empty line."""
SIGNS = 1_000
"""Those of Markdown in one of them."""
QUIZZES = 8
"""Of one lesson: each may ask all questions of a bank."""
INSIDE = 20
"""Brackets in brackets, stars in stars, parts in parts."""
_SIGN = re.compile(r"[\\`*_\[\]<>&!~]")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_TWO = "Make two files of it: a lesson has 1,100 to 1,600 words."
_LEAVES = ("inline", "html_block", "fence", "hr")


def too_long(source: Source, hint: str = _TWO) -> list[Problem]:
    """M070 where a file has more letters than are read."""
    length = 0
    for number, line in enumerate(source.lines):
        length += len(line) + 1
        if length > LETTERS:
            message = f"This file has more than {LETTERS:,} letters up to here"
            return [Problem("M070", source.place(number), message, hint)]
    return []


def too_much(source: Source, tokens: list[Token]) -> list[Problem]:
    """What a file has too much of: blocks, or letters and signs in one of them."""
    leaves = [token for token in tokens if token.type in _LEAVES]
    if len(leaves) > BLOCKS:
        where = (leaves[BLOCKS].map or [0])[0]
        message = f"More than {BLOCKS:,} paragraphs, items and cells stand above this one"
        hint = "Make two files of it, or several."
        return [Problem("M071", source.place(where), message, hint)]
    found = []
    for leaf in leaves:
        if leaf.type == "inline" and (slip := overfull(leaf.content)):
            line = (leaf.map or [0])[0]
            first = leaf.content.split("\n")[0]
            column = source.begin(line, first.strip())
            column += slip.offset if slip.offset < len(first) else 0
            found.append(Problem(slip.code, source.place(line, column), slip.message, slip.hint))
    return found


def overfull(words: str) -> Slip | None:
    """What a sentence has too much of: letters, signs, or brackets in brackets."""
    if len(words) > SENTENCE:
        message = f"This paragraph has {len(words):,} letters, and {SENTENCE:,} are read"
        return Slip("M072", 0, message, "Leave a line empty where a new thought begins.")
    if len(words) > SIGNS and len(_SIGN.findall(words)) > SIGNS:
        message = f"This paragraph has more than {SIGNS:,} signs of Markdown"
        return Slip("M072", 0, message, "Leave a line empty where a new thought begins.")
    depth = 0
    for sign in _BRACKET.finditer(words) if words.count("[") > INSIDE else ():
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if depth > INSIDE:
            return inside(sign.start())
        depth = max(depth, 0)
    return None


def inside(offset: int) -> Slip:
    """Signs that stand too deep in each other."""
    message = f"More than {INSIDE} brackets or stars stand in each other here"
    return Slip("M073", offset, message, "Close each behind its words: '[words](siu-2.md)'.")


def deep(tokens: list[Token]) -> bool:
    """Whether parts of a sentence stand too deep in each other."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > INSIDE:
            return True
    return False
