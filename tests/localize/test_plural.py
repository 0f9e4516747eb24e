from __future__ import annotations

import pytest
from babel import Locale
from kandil.localize.plural import plural_in, plural_of

# fmt: off
TAGS = [
    "ar", "be", "bs", "ckb", "cs", "fa", "fr", "hr", "hu", "hy", "ka", "kk", "ky", "mk", "pl",
    "ro", "ru", "sk", "sq", "sr", "tr", "uk", "uz", "az", "bg", "el", "ps", "ko",
]
# fmt: on


@pytest.mark.parametrize("tag", TAGS)
def test_the_table_splits_numbers_as_cldr_does(tag: str) -> None:
    rule, plural = Locale.parse(tag).plural_form, plural_of(tag)
    pairs = {(rule(number), plural.index(number)) for number in range(1201)}
    assert len(pairs) == len({index for _, index in pairs}) == plural.forms


def test_header_is_read_back() -> None:
    assert plural_in(plural_of("uk").header) == plural_in(plural_of("ru").header)


@pytest.mark.parametrize(
    "header",
    ["", "nplurals=2", "nplurals=2; plural=__import__('os')", "nplurals=2; plural=n(;",
     "nplurals=2; plural=(((n", "nplurals=2; plural=n/0;"],
)  # fmt: skip
def test_a_bad_header_is_no_rule(header: str) -> None:
    assert plural_in(header) is None


def test_an_override_names_the_rule() -> None:
    assert plural_of("apc") == plural_of("ar")
    assert plural_of("gag").forms == 2
