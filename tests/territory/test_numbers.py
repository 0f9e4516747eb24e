"""One number is one number, however it is written; and it belongs to the place it is given for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from kandil.territory.dialling import normal
from territory.sample import contact
from territory.test_gates import admitted, codes


@pytest.mark.parametrize(
    ("territory", "written"),
    [
        ("GE", ["0 322 11 22 33", "+995 322 11-22-33", "00995322112233", "995 322 112233",
                "(0322) 11 22 33", "+995 (0) 322 11 22 33", "322112233"]),
        ("MD", ["0 8008 8008", "+37380088008", "080088008", "373 80088008"]),
        ("KZ", ["8 727 250 00 00", "+7 727 250 00 00", "7 (727) 250-00-00"]),
        ("TR", ["0212 656 96 96", "+90 212 656 96 96", "90 212 656 96 96"]),
        ("GE", ["116 006", "116-006", "+995116006"]),
    ],
)  # fmt: skip
def test_one_form_for_every_way_of_writing(territory: str, written: list[str]) -> None:
    assert len({normal(words, territory) for words in written}) == 1


LONG = some.text("0123456789", min_size=7, max_size=8).map(lambda words: f"3{words}")


@given(LONG, LONG, some.sampled_from(["GE", "MD", "UA", "RS", "XX"]))
def test_no_two_numbers_have_one_form(one: str, two: str, territory: str) -> None:
    same = normal(f"0{one}", territory) == normal(two, territory)
    assert same == (one == two)


def test_a_foreign_number_stays_foreign() -> None:
    assert normal("+373 22 11 22 33", "GE") != normal("0 22 11 22 33", "GE")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("0 322 11 22 33", "+995 322 11 22 33"),
        ("322112233", "00995 322 11 22 33"),
        ("116 006", "116-006"),
        ("0 322 11 22 33", "٠ ٣٢٢ ١١ ٢٢ ٣٣"),
    ],
)
def test_two_entries_with_one_number_in_two_forms(tmp_path: Path, one: str, two: str) -> None:
    entries = contact(number=one), contact(name="two", number=two)
    assert codes(admitted(tmp_path, *entries)[1]) == ["H007"]


@pytest.mark.parametrize(
    ("old", "number", "rejected"),
    [
        ("+995 322 112233", "0322 11 22 33", True),
        ("0322 11 22 33", "+995 322 112233", True),
        ("222-0003", "0800 222 0003", True),
        ("222-0003", "0800 222 003", False),
        ("116 001", "0322 116 001", False),
        ("116 001", "116-001", True),
    ],
)
def test_a_rejected_number_in_any_form(
    tmp_path: Path, old: str, number: str, rejected: bool
) -> None:
    other = contact(name="two", number="0 322 000 002", more=f'replaces: ["{old}"]')
    found = codes(admitted(tmp_path, contact(number=number), other)[1])
    assert found == (["H007"] if rejected else [])


def _reached(name: str, way: str, value: str, more: str = "") -> str:
    entry = contact(name=name, more=more)
    return entry.replace('type: phone, display: "0 322 000 001"', f'type: {way}, value: "{value}"')


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (("telegram", "@help24"), ("telegram", "@women24"), False),
        (("telegram", "@help24"), ("telegram", "@Help24"), True),
        (("telegram", "@help24"), ("signal", "@help24"), False),
        (("viber", "https://viber.example/24"), ("whatsapp", "Women 24"), False),
        (("whatsapp", "https://wa.example/995599112233"), ("viber", "0599 11 22 33"), True),
        (("whatsapp", "+995 599 11 22 33"), ("viber", "0599 11 22 33"), True),
    ],
)
def test_names_of_accounts_are_words(
    tmp_path: Path, one: tuple[str, str], two: tuple[str, str], same: bool
) -> None:
    entries = _reached("one", *one), _reached("two", *two)
    assert codes(admitted(tmp_path, *entries)[1]) == (["H007"] if same else [])


def test_a_rejected_account(tmp_path: Path) -> None:
    old = contact(name="two", number="0 322 000 002", more='replaces: ["@old24"]')
    for value, expected in (("@old24", ["H007"]), ("@new24", [])):
        assert codes(admitted(tmp_path, _reached("one", "telegram", value), old)[1]) == expected


@pytest.mark.parametrize("words", ["call us", "—", "1"])
def test_a_telephone_needs_digits(tmp_path: Path, words: str) -> None:
    assert codes(admitted(tmp_path, contact(number=words))[1]) == ["H019"]
    assert codes(admitted(tmp_path, _reached("one", "sms", words))[1]) == ["H019"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('free"', "free"), ""),
        (("cost: free", 'e164: "+37322112233", cost: free'), "H020"),
        (("cost: free", 'from_abroad: "+373 22 11 22 33", cost: free'), "H020"),
        (("0 22 11 22 33", "+373 22 11 22 33"), "H020"),
        (("cost: free", 'e164: "+99522112233", cost: free'), ""),
    ],
)
def test_a_number_of_another_country(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    entry = contact(number="0 22 11 22 33").replace(*change)
    assert codes(admitted(tmp_path, entry)[1]) == ([code] if code else [])


@pytest.mark.parametrize(
    "says",
    [
        ("[GE]", "[GE, MD]"),
        ("[GE]", '[GE, "001"]'),
        ("kinds:", "operator: {name: Somebody, type: international}\n    kinds:"),
    ],
)
def test_an_entry_that_says_so_may_have_one(tmp_path: Path, says: tuple[str, str]) -> None:
    entry = contact(number="+373 22 11 22 33")
    assert codes(admitted(tmp_path, entry)[1]) == ["H020"]
    assert codes(admitted(tmp_path, entry.replace(*says))[1]) == []
