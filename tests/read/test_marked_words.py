"""Pairs of signs around words are read without the parser, and as it reads them."""

from __future__ import annotations

from itertools import product

import pytest
from kandil.problems import Place
from kandil.read.inline import inlines
from kandil.read.inline.inlines import Sentence, read_sentence
from kandil.read.inline.marked_words import marked_words

_PIECES = ("*", "`", "*a*", "**a b**", "`重 a`", "**重**", " ", "a", "1.", "。", "(")


def _read(source: str) -> Sentence:
    return read_sentence(source, lambda offset: Place("a.md", 1, offset + 1))


def test_the_short_way_reads_what_the_parser_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {"".join(pieces) for size in (1, 3, 5) for pieces in product(_PIECES, repeat=size)}
    short = {source: _read(source) for source in sources if marked_words(source)}
    monkeypatch.setattr(inlines, "marked_words", lambda source: None)
    assert len(short) > 500
    assert [source for source in sorted(short) if short[source] != _read(source)] == []


@pytest.mark.parametrize("source", ["a\\*b*", "**a *b* c**", "a*b*", "*a*b", "*a* <b", "a", ""])
def test_whatever_else_is_left_to_the_parser(source: str) -> None:
    assert marked_words(source) is None
