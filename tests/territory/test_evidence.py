"""Two people and two pages: what only looks like two is one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from kandil.territory.evidence import page
from kandil.territory.gates import admit
from kandil.territory.read import read_territory
from kandil.territory.status import contact_lines
from territory.sample import DAY, contact, territory
from territory.test_gates import EXTENSION, admitted, codes

NOBODY = ["-", "–", "?", "...", "none", "None.", "n/a", "N. A.", "TBD", "tbd?", "2", "нет"]
SAME = [
    "the focal point",
    "focal point",
    " focal point ",
    "focal  point",
    "Focal-Point.",
    "FOCALPOINT",
    "focal points",
    "Focalpoints",
    "one of the focal points",
    "same focal point again",
    "point, focal",
]
BROKEN = [
    "x", "example.org/one", "http://example.org/one", "https://", "https://example", "https://.ge",
    "https://a b.ge", "https://labirint.example/georgia-…", "https://vlast.example … 57178",
    "https://[1", "https://example.org/one%20", "https://example.org/one%00",
    "https://ex\u0430mple.org/one",
]  # fmt: skip


@pytest.mark.parametrize("second", [*NOBODY, *SAME])
def test_one_person_alone(tmp_path: Path, second: str) -> None:
    for by, other in (("focal point", second), (second or "-", "focal point")):
        people = f"by: {by!r}, second_by: {other!r}"
        entry = contact().replace("by: focal point, second_by: line manager", people)
        shown, problems = admitted(tmp_path, entry)
        assert (shown, codes(problems)) == ([], ["H005"])
        assert "one person alone" in problems[0].message


@pytest.mark.parametrize("second", [" ", "\u200b"])
def test_a_name_that_nobody_can_see_is_none(tmp_path: Path, second: str) -> None:
    territory(tmp_path, contact().replace("by: focal point", f'by: "{second}"', 1))
    found, problems = read_territory(tmp_path, "GE")
    assert found is None
    assert codes(problems) == ["C003"]


@pytest.mark.parametrize(
    "second",
    [
        "not yet", "ditto", "the same person", "Same person as above", "to be confirmed", "idem",
        "me, myself", "see above", "та же", "той самий", "ще ні", "aynı kişi", "იგივე პირი",
        "pending second check", "TBC by ministry", "waiting for Nino", "not applicable",
        "later today", "будет позже",
        "somebody else", "someone at the ministry", "Anybody", "everyone", "another person",
        "any manager", "two people", "whoever is on duty",
        "will be called", "WILL BE CALLED", "Nino will phone", "she'll call", "to be called",
        "going to ring", "has not answered", "should be checked", "next week", "awaiting reply",
        "кто-то", "кто-нибудь из коллег", "кто-то другой", "другой человек", "некто",
        "координатор позвонит", "проверим завтра", "ожидается", "ещё не звонили",
        "хтось", "хто-небудь", "хтось інший", "інша людина", "координатор зателефонує",
        "буде перевірено", "очікуємо", "перевіримо згодом",
        "birisi", "başka biri", "herhangi bir müdür", "aranacak", "müdür teyit edecek",
        "bekleniyor", "henüz aranmadı",
        "ვიღაც", "ვინმე სხვა", "სხვა ადამიანი", "დარეკავს", "შეამოწმებენ", "მენეჯერი გადაამოწმებს",
    ],
)  # fmt: skip
def test_words_that_name_nobody(tmp_path: Path, second: str) -> None:
    test_one_person_alone(tmp_path, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("line manager", "line managers"), ("secretary", "secretaries"),
        ("contact person", "contact people"), ("Nino B.", "B. Nino"),
        ("координатор", "координаторы"), ("тот же координатор", "координатор"),
        ("контактное лицо", "контактные лица"), ("руководитель", "руководители"),
        ("менеджер", "менеджери"), ("контактна особа", "контактні особи"),
        ("odak noktası", "odak noktaları"), ("aynı müdür", "müdürler"),
        ("კოორდინატორი", "კოორდინატორები"), ("იგივე მენეჯერი", "მენეჯერი"),
    ],
)  # fmt: skip
def test_one_role_in_two_forms(tmp_path: Path, one: str, other: str) -> None:
    for by, second in ((one, other), (other, one)):
        entry = contact().replace("by: focal point", f"by: {by!r}")
        entry = entry.replace("line manager", second)
        assert codes(admitted(tmp_path, entry)[1]) == ["H005"]


@pytest.mark.parametrize("second", ["focal p\u043eint", "line m\u0430nager", "мeнеджер", "Αnna"])
def test_a_name_that_mixes_scripts_in_a_word(tmp_path: Path, second: str) -> None:
    test_one_person_alone(tmp_path, second)


def test_the_order_of_a_query_makes_no_other_page() -> None:
    assert page("https://example.org/?b=2&a=1") == page("https://example.org/?a=1&b=2")
    assert page("https://example.org/a/b") != page("https://example.org/b")


@pytest.mark.parametrize("status", ["suspended", "closed"])
def test_what_a_suspended_entry_rejects_stays_rejected(tmp_path: Path, status: str) -> None:
    old = contact(name="old", status=status, number="0 322 000 002", more="replaces: [2000001]")
    problems = admitted(tmp_path, contact(), old)[1]
    assert codes(problems) == ["H007"]
    assert "'old' rejects the number" in problems[0].message


@pytest.mark.parametrize(
    "second",
    [
        "focal point 2",
        "IT-менеджер",
        "O'Neill",
        "Ann Same",
        "ՀՀ 2",
        "line manager",
        "მენეჯერი",
        "менеджер",
        "Will Smith",
        "Else Hansen",
        "May Adams",
        "WHO officer",
        "Kim Alla",
        "Чекалюк",
        "Bacak",
        "assistant to the director",
        "second focal point",
        "Focal Peters",
    ],
)
def test_two_people(tmp_path: Path, second: str) -> None:
    entry = contact().replace("line manager", second)
    assert admitted(tmp_path, entry) == (["one"], [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр К.", "Александра К."),
        ("Ann Lee", "Anna Lee"),
        ("İpek", "Ipek K."),
        ("ана", "анна"),
    ],
)
def test_two_names_that_are_near(tmp_path: Path, one: str, other: str) -> None:
    entry = contact().replace("by: focal point", f"by: {one!r}").replace("line manager", other)
    assert admitted(tmp_path, entry) == (["one"], [])


@pytest.mark.parametrize("url", BROKEN)
def test_what_is_no_whole_address(tmp_path: Path, url: str) -> None:
    assert page(url) == ""
    entry = contact().replace("https://example.com/one", url)
    shown, problems = admitted(tmp_path, entry)
    assert (shown, codes(problems)) == ([], ["H005"])
    assert "fewer than two pages" in problems[0].message
    assert f"'{url}' is no whole address" in problems[0].message


def test_the_page_of_the_operator_must_be_a_whole_address(tmp_path: Path) -> None:
    entry = contact().replace("https://example.org/one", "example.org")
    assert "no evidence is from its operator" in admitted(tmp_path, entry)[1][0].message


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/one/",
        "https://www.example.org/one",
        "https://EXAMPLE.org/one#hours",
        "https://example.org/one?utm_source=x",
        "https://example.org/one/index.html",
        "https://example.org/%6Fne",
        "https://web.archive.org/web/2026/https://example.org/one",
        "https://archive.ph/https://example.org/one",
        "https://example.org//one",
        "https://example.org/./one",
        "https://example.org/x/../one",
        "https://example.org/x/%2e%2e/one/",
        "https://example.org/../one//",
    ],
)
def test_one_page_under_two_addresses(tmp_path: Path, other: str) -> None:
    entry = contact().replace("https://example.com/one", other)
    assert "fewer than two pages" in admitted(tmp_path, entry)[1][0].message


def test_two_pages_of_one_host_are_two(tmp_path: Path) -> None:
    entry = contact().replace("https://example.com/one", "https://example.org/one?lang=en")
    assert admitted(tmp_path, entry) == (["one"], [])
    assert page("https://сайт.укр/a") == "сайт.укр/a"


def test_an_entry_that_does_not_say_what_it_helps_with(tmp_path: Path) -> None:
    shown, problems = admitted(tmp_path, contact(kinds=""))
    assert (shown, codes(problems)) == ([], ["H005"])
    assert "'kinds'" in problems[0].message


def test_an_extension_of_a_later_day_does_not_count_yet(tmp_path: Path) -> None:
    later = EXTENSION.format(on=DAY + timedelta(1))
    territory(tmp_path, contact(96, more=later))
    found, _ = read_territory(tmp_path, "GE")
    assert found
    shown, problems = admit(found, "release", DAY)
    assert codes(problems) == ["H004"]
    assert f"begins on {DAY + timedelta(1)}" in problems[0].hint
    assert [one.until for one in shown.contacts] == [DAY - timedelta(6)]
    assert codes(admit(found, "release", DAY + timedelta(1))[1]) == ["H003"]
    [line] = [one for one in contact_lines(tmp_path, DAY)[0] if one.contact == "one"]
    assert line.days_left == -6


@pytest.mark.parametrize(
    ("hours", "good"),
    [
        ("00:00-24:00", True), ("22:00-06:00", True), ("Mo-Fr 09:00-18:00", True),
        ("24:59-24:59", False), ("24:00-06:00", False), ("09:00-24:01", False),
        ("09:00-09:00", False), ("23:60-24:00", False),
    ],
)  # fmt: skip
def test_hours_of_a_day(tmp_path: Path, hours: str, good: bool) -> None:
    entry = contact().replace("24/7", hours)
    assert codes(admitted(tmp_path, entry)[1]) == ([] if good else ["H015"])
