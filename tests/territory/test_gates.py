"""What an edition shows by the days since a contact was verified."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from kandil.model.edition import Kind
from kandil.model.territory import Territory
from kandil.problems import Problem
from kandil.territory.gates import admit
from kandil.territory.read import read_territory
from territory.sample import DAY, contact, territory


def admitted(
    folder: Path, *contacts: str, kind: Kind = "release", above: str = ""
) -> tuple[list[str], list[Problem]]:
    territory(folder, *contacts, above=above)
    found, problems = read_territory(folder, "GE")
    assert found, problems
    shown, more = admit(found, kind, DAY)
    return [one.id for one in shown.contacts], problems + more


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


TABLE = [
    (0, "", ""), (60, "", ""), (61, "H002", "H003"), (90, "H002", "H003"),
    (91, "H003", "H004"), (180, "H003", "H004"), (181, "H005", "H005"),
]  # fmt: skip


@pytest.mark.parametrize(("age", "preview", "release"), TABLE)
def test_the_table_at_its_edges(tmp_path: Path, age: int, preview: str, release: str) -> None:
    for kind, code in (("preview", preview), ("release", release)):
        shown, problems = admitted(tmp_path, contact(age), kind=kind)
        assert codes(problems) == ([code] if code else [])
        assert shown == (["one"] if age <= 180 else [])


EXTENSION = 'extension: {{on: {on}, by: "N. Beridze", reason: "The office was closed."}}'


@pytest.mark.parametrize(
    ("age", "code"), [(90, "H003"), (91, "H003"), (120, "H003"), (121, "H004"), (181, "H005")]
)
def test_a_named_person_adds_thirty_days(tmp_path: Path, age: int, code: str) -> None:
    more = EXTENSION.format(on=DAY - timedelta(1))
    shown, problems = admitted(tmp_path, contact(age, more=more))
    assert codes(problems) == [code]
    assert bool(shown) == (age <= 180)


def test_an_extension_from_before_the_verification_does_not_count(tmp_path: Path) -> None:
    more = EXTENSION.format(on=DAY - timedelta(101))
    _, problems = admitted(tmp_path, contact(100, more=more))
    assert codes(problems) == ["H004"]


def test_an_extension_without_a_reason_is_refused(tmp_path: Path) -> None:
    territory(tmp_path, contact(100, more='extension: {on: 2026-11-20, by: "N. B."}'))
    found, problems = read_territory(tmp_path, "GE")
    assert found is None
    assert codes(problems) == ["C002"]


def test_a_shorter_review_moves_the_whole_table(tmp_path: Path) -> None:
    more = "review_after_days: 60"
    expected = {30: [], 31: ["H003"], 60: ["H003"], 61: ["H004"]}
    for age, wanted in expected.items():
        assert codes(admitted(tmp_path, contact(age, more=more))[1]) == wanted


def _without(words: str, entry: str) -> str:
    return "".join(line for line in entry.splitlines(True) if words not in line)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (contact().replace(", second_by: line manager", ""), "one person alone"),
        (contact().replace("line manager", "Focal Point"), "one person alone"),
        (contact().replace("from: state", "from: media"), "no evidence is from its operator"),
        (contact().replace("from: state", "from: un"), "no evidence is from its operator"),
        (_without("example.com", contact()), "fewer than two pages"),
        (contact().replace("example.com", "example.org"), "fewer than two pages"),
        (_without("verification:", contact()), "it has no 'verification'"),
        (contact(-1), "which is after"),
        (_without("channels:", _without("type: phone", contact())), "no number and no address"),
    ],
)
def test_what_is_not_wholly_verified_is_left_out(tmp_path: Path, entry: str, why: str) -> None:
    for kind in ("release", "preview"):
        shown, problems = admitted(tmp_path, entry, kind=kind)
        assert shown == []
        assert codes(problems) == ["H005"]
        assert why in problems[0].message


def test_drafts_are_counted_and_never_shown(tmp_path: Path) -> None:
    two = contact(name="two", status="draft", number="0 322 000 002")
    for kind in ("release", "preview"):
        shown, problems = admitted(tmp_path, contact(), two, kind=kind)
        assert shown == ["one"]
        assert codes(problems) == ["H006"]
        assert problems[0].message.startswith("1 contact of this territory waits")


@pytest.mark.parametrize("status", ["suspended", "closed"])
def test_what_is_at_rest_is_neither_shown_nor_told(tmp_path: Path, status: str) -> None:
    assert admitted(tmp_path, contact(status=status)) == ([], [])


def test_one_number_in_two_entries(tmp_path: Path) -> None:
    two = contact(name="two", status="draft", number="0322-000-001")
    _, problems = admitted(tmp_path, contact(), two)
    assert codes(problems) == ["H007", "H006"]
    assert problems[0].place.line == 22


def test_a_number_that_another_entry_rejects(tmp_path: Path) -> None:
    two = contact(name="two", number="0 322 000 002", more='replaces: ["0 322 00 00 01"]')
    _, problems = admitted(tmp_path, contact(), two)
    assert codes(problems) == ["H007"]


def test_an_entry_does_not_print_what_it_replaces(tmp_path: Path) -> None:
    _, problems = admitted(tmp_path, contact(more='replaces: ["0322000001"]'))
    assert codes(problems) == ["H007"]


@pytest.mark.parametrize(
    ("number", "e164", "code"),
    [
        ("0 322 000 001", "+995322000001", ""), ("322000001", "+995322000001", ""),
        ("0 322 000 001", "+995322000010", "H008"), ("0 322 000 001", "995322000001", "H008"),
        ("0 322 000 001", "+0995322000001", "H008"), ("0 322 000 001", "+995 322000001", "H008"),
        ("0 322 000 001", "+1234567890123456", "H008"), ("116 006", "+995116006", "H009"),
    ],
)  # fmt: skip
def test_international_numbers(tmp_path: Path, number: str, e164: str, code: str) -> None:
    entry = contact(number=number).replace("cost: free", f'e164: "{e164}", cost: free')
    assert codes(admitted(tmp_path, entry)[1]) == ([code] if code else [])


def test_a_line_for_children_is_no_line_for_adults(tmp_path: Path) -> None:
    child = contact(kinds="child")
    assert codes(admitted(tmp_path, child)[1]) == ["H010"]
    police = contact(name="two", kinds="emergency", number="112")
    assert codes(admitted(tmp_path, child, police)[1]) == ["H010"]
    adult = contact(name="two", number="0 322 000 002")
    assert admitted(tmp_path, child, adult) == (["one", "two"], [])
    family = contact(kinds="child, domestic_violence")
    assert admitted(tmp_path, family) == (["one"], [])


def test_an_emergency_number_outside_its_area(tmp_path: Path) -> None:
    entry = contact(kinds="emergency", number="112").replace("[GE]", "[MD]")
    assert codes(admitted(tmp_path, entry)[1]) == ["H011"]


@pytest.mark.parametrize("area", ["[US]", "[US, PR]", "[US-CA]"])
def test_a_service_for_the_united_states(tmp_path: Path, area: str) -> None:
    entry = contact(status="draft").replace("[GE]", area)
    assert codes(admitted(tmp_path, entry)[1]) == ["H012", "H006"]


def test_day_and_night_needs_evidence(tmp_path: Path) -> None:
    entry = contact().replace("states: [hours, cost]", "states: [cost]")
    shown, problems = admitted(tmp_path, entry)
    assert (shown, codes(problems)) == (["one"], ["H013"])
    assert "'24/7'" in problems[0].message
    assert codes(admitted(tmp_path, entry.replace("24/7", "09:00-18:00"))[1]) == []


def test_a_file_says_whose_it_is(tmp_path: Path) -> None:
    path = territory(tmp_path, contact())
    path.write_text(path.read_text().replace("territory: GE", "territory: AM"))
    assert "H014" in codes(read_territory(tmp_path, "GE")[1])


@pytest.mark.parametrize("hours", ["9-18", "25:00-26:00", "Mo-Xx 09:00-18:00", "always"])
def test_hours_that_cannot_be_read(tmp_path: Path, hours: str) -> None:
    assert codes(admitted(tmp_path, contact().replace("24/7", hours))[1]) == ["H015"]


def test_a_time_zone_that_is_none(tmp_path: Path) -> None:
    assert codes(admitted(tmp_path, contact().replace("Tbilisi", "Atlantis"))[1]) == ["H015"]


def test_an_area_needs_a_name(tmp_path: Path) -> None:
    entry = contact(more="not_valid_in: [GE-X]")
    assert codes(admitted(tmp_path, entry)[1]) == ["H016"]
    assert admitted(tmp_path, entry, above='areas: {GE-X: "Place X"}\n') == (["one"], [])


def test_a_territory_without_a_file(tmp_path: Path) -> None:
    territory(tmp_path, contact())
    found, problems = read_territory(tmp_path, "XX")
    assert (found, codes(problems)) == (None, ["H001"])


@given(age=some.integers(-30, 400), days=some.integers(31, 90), extended=some.booleans())
def test_no_release_shows_what_is_older_than_its_date(
    tmp_path_factory: pytest.TempPathFactory, age: int, days: int, extended: bool
) -> None:
    more = f"review_after_days: {days}\n"
    more += EXTENSION.format(on=DAY - timedelta(max(age - 1, 0))) if extended else ""
    folder = tmp_path_factory.mktemp("project")
    territory(folder, contact(age, more=more))
    found, _ = read_territory(folder, "GE")
    assert isinstance(found, Territory)
    shown, problems = admit(found, "release", DAY)
    fails = "H004" in codes(problems)
    until = found.contacts[0].until
    assert until
    assert bool(shown.contacts) == (0 <= age <= 180)
    assert fails == (bool(shown.contacts) and until < DAY)
    preview, told = admit(found, "preview", DAY)
    assert preview.contacts == shown.contacts
    assert all(problem.severity != "error" for problem in told)
