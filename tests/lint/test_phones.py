"""Which digits are a number to call (`numbers_<language>.md`), and where they may stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder import read, small
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.lint.look import look
from kandil.lint.phones.phones import lint_phones
from standin import as_written

AS_OF = date(2026, 11, 24)
HERE = Path(__file__).parent
VERIFIED = """territory: GE
names: {en: Georgia}
contacts:
  - id: ge-112
    names: {en: Emergency number}
    status: STATUS
    service_area: [GE]
    kinds: [emergency]
    channels:
      - {type: phone, display: "112"}
    evidence:
      - {url: https://example.org/one, publisher: State, from: state}
      - {url: https://example.com/one, publisher: Paper, from: media}
    verification: {on: 2026-11-01, method: test_call, by: focal point, second_by: manager}
"""


def _sentences(kind: str) -> list[tuple[str, str]]:
    found = []
    for file in sorted(HERE.glob("numbers_*.md")):
        for line in file.read_text("utf-8").splitlines():
            if line.startswith(f"{kind}: "):
                found.append((file.stem[-2:], line.removeprefix(f"{kind}: ")))
    return found


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return small(tmp_path, "Words.") / "modules/bad.md"


def phones(lesson: Path, body: str, language: str = "en") -> list[str]:
    """What is said of telephone numbers, by the words of the message in quotation marks."""
    top = lesson.parents[1]
    course = read(small(top, body, more=f"language: {language}\n"))
    found = list(lint_phones(as_written(course)))
    assert {problem.code for problem in found} <= {"A406"}
    return [problem.message.split("'")[1] for problem in found]


@pytest.mark.parametrize(("language", "sentence"), _sentences("call"))
def test_a_number_to_call_is_found(lesson: Path, language: str, sentence: str) -> None:
    assert len(phones(lesson, sentence, language)) == 1


@pytest.mark.parametrize(("language", "sentence"), _sentences("none"))
def test_other_digits_are_left_alone(lesson: Path, language: str, sentence: str) -> None:
    assert phones(lesson, sentence, language) == []


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("## Crisis centres\n\n- 1545\n- Girls: 1546", ["1545", "1546"]),
        ("Скорая помощь 103, полиция 102, пожарные 101", ["103", "102", "101"]),
        ("| Who | Number |\n|---|---|\n| Police | 122 |\n| Pages | 300 |", ["122"]),
        ("| Who | Where |\n|---|---|\n| Lawyer Nino | 599 123 456 |", ["599 123 456"]),
        ("| Land | Population |\n|---|---|\n| Utopia | 599 123 456 |", []),
        ("- Medica Zenica: 032/463-920\n- Lawyer Nino 599 123 456", ["032/463-920", "599 123 456"]),
        ("## Emergency numbers\n\n- 103\n- Gas: 104", ["103", "104"]),
        ("Numbers of the police:\n\n- 555", ["555"]),
        ("Ask at 1**16**&nbsp;0\n06.", ["116 0 06"]),
        ("| Line | More |\n|---|---|\n| 0 800 | 505 248 |", ["0 800 505 248"]),
        ("- Ask at +995 32\n- 2309903 always", ["+995 32 2309903"]),
        ("| 2023 | 2024 |\n|---|---|\n| 0 | 800 505 248 |", []),
        ("```\n116 006\n192 168\n```", ["116 006"]),
        ("[Write](https://wa.me/995322309903)", ["995322309903"]),
        ("> [!MESSAGE] Network\n> `*100#` or `**21*599123456#`", ["*100#", "**21*599123456#"]),
        ("```\n*21#\n```", ["*21#"]),
        ("## Trainer: Notes\n\nCall 116 006.", ["116 006"]),
        ("## Help\n\nYou can stop at any time. Fire: 101. Take 300 steps.", ["101"]),
        ("Words.\n\n## Help\n\n1505", ["1505"]),
        (
            "### Question: What helps?\n\n<!-- id: q -->\n\nCall [[116 006 | 112]], or [[= 122]].",
            ["116 006", "112", "122"],
        ),
        (
            "### Cards: To know\n\n<!-- id: c -->\n\n| Front | Back |\n|---|---|\n"
            "| Ambulance | 103 |\n| Paper | 500 |",
            ["103"],
        ),
        (
            "### Question: How many calls did the police get?\n\n<!-- id: q -->\n\n- [x] 500\n"
            "  > Yes.\n- [ ] 3000\n  > No.\n- [ ] None\n  > No.",
            [],
        ),
        (
            "### Question: Whom do you call?\n\n<!-- id: q -->\n\n- [x] 0 8008 8008\n  > Or 102.\n"
            "- [ ] 122\n  > No.\n- [ ] Nobody\n  > No.",
            ["0 8008 8008", "102", "122"],
        ),
    ],
)
def test_a_number_is_found_wherever_a_page_prints_it(
    lesson: Path, body: str, numbers: list[str]
) -> None:
    assert phones(lesson, body) == numbers


@pytest.mark.parametrize("language", ["en", "ru", "uk", "ka", "tr", "ar", "fa", "es", "fr"])
@pytest.mark.parametrize(
    "words",
    [
        "112, 911, 999",
        "112/911/999",
        "999 / 112 / 911",
        "112 – 911 – 999",
        "112 (EU), 911, 999 (UK)",
    ],
)
def test_emergency_numbers_that_are_named_together_are_all_found(
    lesson: Path, language: str, words: str
) -> None:
    assert sorted(phones(lesson, f"Aaa {words}.", language)) == ["112", "911", "999"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "112 or 911"), ("en", "112 and 911"), ("en", "112 in Europe, 911 in America"),
        ("ru", "112 или 911"), ("ru", "112 в Европе и 911 в США"), ("uk", "112 або 911"),
        ("ka", "112 ან 911"), ("tr", "112 ya da 911"), ("tr", "112 veya 911"),
        ("sr", "112 ili 911"),
    ],
)  # fmt: skip
def test_two_emergency_numbers_are_found(lesson: Path, language: str, words: str) -> None:
    assert sorted(phones(lesson, f"Aaa {words}.", language)) == ["112", "911"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "112 pages and 911 words and 999 stars"), ("en", "112 apples, 911 pears"),
        ("en", "between 112 and 911 pages"), ("en", "pages 112, 911 and 999"),
        ("en", "112 things or 911 things"), ("en", "112,911 and 999,112"),
        ("en", "112 stars, 999 likes"), ("en", "112.911 kg"), ("en", "999 and 999 again"),
        ("ru", "112 страниц и 911 слов"), ("ru", "112 яблок, 911 груш"),
        ("ru", "от 112 до 911 звёзд"), ("uk", "112 сторінок і 911 слів"),
        ("uk", "112 яблук та 911 груш"), ("ka", "112 გვერდი და 911 სიტყვა"),
        ("ka", "112 ვაშლი და 911 მსხალი"), ("tr", "112 sayfa ve 911 kelime"),
        ("tr", "112 elma, 911 armut"), ("sr", "112 jabuka i 911 krušaka"),
    ],
)  # fmt: skip
def test_counts_are_no_emergency_numbers(lesson: Path, language: str, words: str) -> None:
    assert phones(lesson, f"Aaa {words}.", language) == []


def test_a_number_behind_a_hard_break_is_found(lesson: Path) -> None:
    assert phones(lesson, "Our office\\\nTel: (+1) 212 807-8400\\\nEnd.") == ["(+1) 212 807-8400"]


def test_what_a_lesson_says_of_itself_is_printed_too(lesson: Path) -> None:
    front = "licence: CC 0 800 123 456\nsources:\n  - UN, 2024, +44 7700 900123\n"
    body = "Words.\n\n```\nRing +44 7700 900124\n```"
    course = read(small(lesson.parents[1], body, front))
    found = [one.place.line for one in look(course, AS_OF, lambda picture: 0) if one.code == "A406"]
    assert sorted(found) == [4, 6, 12]


def test_a_glossary_is_told_once(lesson: Path) -> None:
    (lesson.parents[1] / "glossary.md").write_text("## Passkey\n\nA key. The line is 116 006.\n")
    assert phones(lesson, "A [passkey](../glossary.md#passkey).") == ["116 006"]


def test_an_exception_has_a_reason(lesson: Path) -> None:
    body = "She was told to call +44 7700 900123."
    assert phones(lesson, f"<!-- advice: allow phone: a false number -->\n\n{body}") == []
    assert phones(lesson, f"<!-- advice: allow phone -->\n\n{body}") == ["+44 7700 900123"]


@pytest.mark.parametrize(
    ("status", "marks", "found"),
    [
        ("verified", "GE", []),
        ("verified", "GE, MD", ["112"]),
        ("draft", "GE", ["112"]),
        ("suspended", "GE", ["112"]),
    ],
)
def test_112_stands_where_all_its_territories_have_verified_it(
    lesson: Path, status: str, marks: str, found: list[str]
) -> None:
    _territory(lesson, status)
    assert phones(lesson, f"<!-- only: {marks} -->\n\nCall 112.\n\n<!-- end -->") == found
    assert phones(lesson, "Call 112.") == ["112"]
    assert phones(lesson, "Ask at 116 006.") == ["116 006"]  # which the project's file lacks


@pytest.mark.parametrize(("status", "codes"), [("verified", []), ("draft", ["A406"])])
def test_an_edition_shows_112_where_it_shows_its_entry(
    lesson: Path, status: str, codes: list[str], tmp_path: Path
) -> None:
    phones(lesson, "Call 112.\n\nA second sentence.")
    _territory(lesson, status)
    request = Request(
        folders=(lesson.parents[1],),
        kind="preview",
        as_of=AS_OF,
        formats=("site",),
        dist=tmp_path / "dist",
        territory="GE",
    )
    found = [problem.code for problem in build(request).problems]
    assert [code for code in found if code == "A406"] == codes


def test_a_release_is_refused_for_a_short_number(lesson: Path, tmp_path: Path) -> None:
    phones(lesson, "Hotline for victims of violence: 1545")
    dist = tmp_path / "dist"
    outcome = build(Request((lesson.parents[1],), "release", AS_OF, formats=("site",), dist=dist))
    assert "A406" in {one.code for one in outcome.problems if one.severity == "error"}
    assert not (dist / "release/site").exists()


@pytest.mark.parametrize(
    ("locales", "said"),
    [
        (("en",), ["'0 8008 8008' is a number"]),
        (("en", "uk"), ["'0 8008 8008' is a number", "In the translation 'uk', '15-47'"]),
    ],
)
def test_a_build_looks_at_its_translations(
    lesson: Path, tmp_path: Path, locales: tuple[str, ...], said: list[str]
) -> None:
    phones(lesson, "Ask somebody.\n\nOr 0 8008 8008.")
    entries = {"Ask somebody.": "Телефонуйте 15-47.", "Or 0 8008 8008.": "Або 0 8008 8008."}
    _catalogue(tmp_path, "bad", entries)
    _catalogue(tmp_path, "course", {"Bad": "Погано"})
    request = Request(
        folders=(lesson.parents[1],),
        kind="preview",
        as_of=AS_OF,
        formats=("site",),
        dist=tmp_path / "dist",
        locales=locales,
    )
    found = [one.message for one in build(request).problems if one.code == "A406"]
    assert len(found) == len(said)
    assert all(message.startswith(start) for message, start in zip(found, said, strict=True))


@pytest.mark.parametrize("number", ["0 800 12&#51; 456", "O8OO 123 456", "0&#56;00 123 456"])
def test_the_source_is_no_translation_however_a_number_is_written(
    lesson: Path, tmp_path: Path, number: str
) -> None:
    phones(lesson, f"Call {number} now.")
    dist = tmp_path / "dist"
    request = Request((lesson.parents[1],), "preview", AS_OF, formats=("site",), dist=dist)
    [message] = [one.message for one in build(request).problems if one.code == "A406"]
    assert message.startswith("'0")


def _catalogue(folder: Path, name: str, entries: dict[str, str]) -> None:
    path = folder / "locales" / "uk" / "bad" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = (
        'msgid ""\nmsgstr ""\n"Language: uk\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Segments: 1\\n"\n'
    )
    body = [f'\nmsgid "{source}"\nmsgstr "{words}"\n' for source, words in entries.items()]
    path.write_text(head + "".join(body), "utf-8")


def _territory(lesson: Path, status: str) -> None:
    folder = lesson.parents[1] / "locales" / "territories"
    folder.mkdir(parents=True)
    (folder / "GE.yml").write_text(VERIFIED.replace("STATUS", status))


def test_the_names_of_reviewers_are_printed_too(lesson: Path) -> None:
    course = read(small(lesson.parents[1], "Words.", "reviewers: [Line 116 006]\n"))
    found = look(course, AS_OF, lambda picture: 0)
    told = [(one.code, one.place.line) for one in found if one.code != "R002"]
    assert told == [("A406", 4)]
