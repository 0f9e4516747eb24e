"""The generator's side of what is accepted in a gap."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kandil.model.folding import folded, seen
from kandil.read.inline.blanks import read_number
from typed import TYPED, Typed

WORDS = [row for row in TYPED if not row.numeric]


@pytest.mark.parametrize("row", WORDS, ids=repr)
def test_words_are_compared_as_the_page_compares_them(row: Typed) -> None:
    compared = seen if "exact" in row.settings else lambda text: folded(text, bool(row.settings))
    accepted = {compared(answer.strip()) for answer in row.key.split("|")}
    assert (compared(row.words) in accepted) is row.right


def test_a_word_folded_is_folded() -> None:
    for row in WORDS:
        assert folded(folded(row.words)) == folded(row.words)


@pytest.mark.parametrize("words", ["1.5", "1,5", "١،٥", "۱٫۵", "1٫5"])
def test_a_key_may_have_the_digits_of_its_language(words: str) -> None:
    found = read_number(words)
    assert found and found.low == Decimal("1.5")
