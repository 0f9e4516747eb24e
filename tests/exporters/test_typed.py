"""Every way of writing a word that a platform which compares letter by letter must be told."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from kandil.exporters._native.typed import accepted
from kandil.model.inlines import Blank
from standin import fill_in


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("п'ять", "п’ять"),
        ("п'ять", "пʼять"),
        ("м’ясо", "м'ясо"),
        ("під’їзд", "під'їзд"),
        ("ёлка", "елка"),
        ('"хліб."', "хліб"),
        ("كَلِمَة", "كلمة"),
    ],
)
def test_what_the_page_takes_is_accepted(key: str, typed: str) -> None:
    found = accepted(fill_in("one"), Blank((key,)))
    assert found[0] == key and typed in found


@pytest.mark.parametrize("key", ["мій", "ğ", "Email", "í"])
def test_a_way_that_differs_in_nothing_is_left_out(key: str) -> None:
    """Whatever is added is composed, as keyboards write it."""
    assert accepted(fill_in("one"), Blank((key,))) == (key,)
    for way in accepted(fill_in("one"), Blank(("під’їзд",))):
        assert unicodedata.is_normalized("NFC", way)


def test_capital_letters_and_signs_count_where_the_author_says_so() -> None:
    gap = Blank(("NaCl", "п'ять"))
    assert "nacl" not in accepted(replace(fill_in("one"), case=True), gap)
    assert accepted(replace(fill_in("one"), exact=True), gap) == gap.answers
