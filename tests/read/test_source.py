"""Unwrapping: one line a text, forced breaks kept, and the way back for each character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kandil.read.source.source import Source, unwrap

_LINES = st.lists(st.text("ab\\* >", min_size=1).filter(str.strip), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("one", "one"),
        ("  one  ", "one"),
        ("one\ntwo", "one two"),
        ("one\n   two  three", "one two  three"),
        ("one\\\ntwo", "one\\\ntwo"),
        ("one  \ntwo", "one\\\ntwo"),
        ("one \\\ntwo", "one\\\ntwo"),
        ("one\\\\\ntwo", "one\\\\ two"),
        ("one\ntwo\\", "one two\\"),
        ("one\\\\\\\ntwo", "one\\\\\\\ntwo"),
    ],
)
def test_soft_and_forced_breaks(content: str, expected: str) -> None:
    source = Source("a.md", tuple(content.split("\n")))
    assert unwrap(source, content, 0)[0] == expected


@given(lines=_LINES)
def test_every_character_leads_back_to_itself(lines: list[str]) -> None:
    source = Source("a.md", tuple(lines), first=3)
    text, origin = unwrap(source, "\n".join(lines), 0)
    for offset, sign in enumerate(text):
        place = origin.at(offset)
        if sign in "ab*":
            assert lines[place.line - 4][place.column - 1] == sign


def test_words_that_are_like_a_marker() -> None:
    source = Source("a.md", ("- -", "1. 1", "> > >x", "no"))
    assert [source.begin(0, "-"), source.begin(1, "1"), source.begin(2, ">x")] == [2, 3, 4]
    assert source.begin(3, "elsewhere") == 0
    assert source.begin(9, "nowhere") == 0
