"""The files that Kandil ships: drafts, whose digits are read here a second time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kandil.paths import locales
from kandil.territory.gates import admit, structural
from kandil.territory.read import INTERNATIONAL, read_file, read_territory

FILES = sorted((locales() / "territories").glob("*.yml"))
DAY = date(2026, 11, 24)
NUMBERS = {
    "AL": ["116 117", "129"],
    "AM": ["0800 80 850", "+374 10 54 28 28", "102"],
    "AZ": ["860", "102"],
    "BA": ["1265", "1264", "122"],
    "BY": [],
    "GE": ["116 006", "112"],
    "KG": ["117"],
    "KZ": ["111", "111"],
    "MD": ["0 8008 8008", "112", "0 800 800 11", "080099800"],
    "ME": ["080 111 111"],
    "MK": ["141 700", "070 141 700", "075 141 700", "077 141 700"],
    "RS": ["0800 222 003", "0800 300 339", "0800 10 10 10"],
    "TJ": ["1313"],
    "TM": [],
    "TR": ["183", "0212 656 96 96", "0549 656 96 96"],
    "UA": ["15-47", "116 123", "102"],
    "UZ": ["1146", "1259", "102"],
    "XK": ["0800 11112"],
}


def test_the_eighteen_territories_are_there() -> None:
    assert {file.stem for file in FILES} == {*NUMBERS, INTERNATIONAL}
    assert len(NUMBERS) == 18


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_sound(file: Path) -> None:
    territory, problems = read_file(file)
    assert problems == []
    assert territory
    assert structural(territory) == []
    assert {one.status for one in territory.contacts} <= {"draft", "suspended"}
    assert all(one.verification is None for one in territory.contacts)


@pytest.mark.parametrize("code", NUMBERS)
def test_numbers(code: str) -> None:
    territory, _ = read_file(locales() / "territories" / f"{code}.yml")
    assert territory
    ways = [way for contact in territory.contacts for way in contact.channels]
    assert [way.address for way in ways if way.type in ("phone", "sms")] == NUMBERS[code]
    abroad = [way.from_abroad for way in ways if way.from_abroad]
    assert abroad == (["+373 22 24 06 24"] if code == "MD" else [])


@pytest.mark.parametrize("code", NUMBERS)
def test_nothing_is_shown_before_it_is_verified(code: str, tmp_path: Path) -> None:
    territory, problems = read_territory(tmp_path, code)
    assert (problems, territory is None) == ([], False)
    assert territory
    for kind in ("release", "preview"):
        shown, found = admit(territory, kind, DAY)
        assert shown.contacts == ()
        assert {problem.code for problem in found} == {"H006", "H032"}


def test_kosovo_is_never_named_without_its_note() -> None:
    territory, _ = read_file(locales() / "territories" / "XK.yml")
    assert territory
    assert "1244 (1999)" in territory.status_note["en"]


def test_the_project_s_own_file_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "locales" / "territories" / "GE.yml"
    own.parent.mkdir(parents=True)
    own.write_text("territory: GE\nnames: {en: Mine}\n", "utf-8")
    territory, _ = read_territory(tmp_path, "GE")
    assert territory
    assert territory.names == {"en": "Mine"}
    other, _ = read_territory(tmp_path, "MD")
    assert other
    assert other.names["en"] == "Moldova"
