"""What a person can see or tap is read back from a package, and numbers in it are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder import put, small
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.model.territory import Channel, Contact, Territory
from kandil.problems import Place
from kandil.verify.contents import Contents
from kandil.verify.numbers import Numbers
from kandil.verify.shown import Shown, read_shown
from standin import edition

NUMBER = "+44 7700 900123"
VERIFIED = Channel("phone", "0 800 111 222", Place("GE.yml"), from_abroad="+995 800 111 222")


def shown(**files: str) -> list[Shown]:
    """The name of a file bears `__` for its dot."""
    named = {name.replace("__", "."): text.encode() for name, text in files.items()}
    return list(read_shown(Contents(named, named.__getitem__)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p__html", "<p>{}</p>"),
        ("p__html", "<p>a <b>b</b> {}"),
        ("p__html", "<p>+44 <i>7700</i> 900<b>123</b></p>"),
        ("p__html", "<p>+44 7700<br>900123</p>"),
        ("p__html", "<pre><code>x\n{}\n</code></pre>"),
        ("p__html", "<title>{}</title>"),
        ("p__html", "<img alt='{}'>"),
        ("p__html", "<a href='#x' title='{}'>x</a>"),
        ("p__html", "<button aria-label='{}'>x</button>"),
        ("p__html", "<input placeholder='{}'>"),
        ("p__html", "<meta name=description content='{}'>"),
        ("p__html", "<p data-says='Call us on {}'>x</p>"),
        ("p__html", "<svg><text>{}</text></svg>"),
        ("p__html", "<svg><title>{}</title><path d='M1 2'/></svg>"),
        ("p__html", "<noscript>{}</noscript>"),
        ("p__html", "<div hidden>{}</div>"),
        ("p__html", "<details><summary>x</summary>{}</details>"),
        ("p__html", '<script type="application/json">{{"a": ["{}"]}}</script>'),
        ("p__html", '<script>say(/["]/, "{}")</script>'),
        ("p__html", "<img src='data:image/svg+xml,<svg><text>%2B44 7700 900123</text></svg>'>"),
        ("p__html", "<a href='tel:+447700900123'>x</a>"),
        ("p__html", "<a href='sms:112'>x</a>"),
        ("p__html", "<a href='viber://chat?number=%2B447700900123'>x</a>"),
        ("p__html", "<a href='https://wa.me/447700900123'>x</a>"),
        ("p__html", "<a href='https://signal.me/#p/+447700900123'>x</a>"),
        ("p__html", "<a href='https://t.me/+447700900123'>x</a>"),
        ("p__html", "<a href='https://api.whatsapp.com/send?phone=447700900123'>x</a>"),
        ("p__xhtml", "<p>{}</p>"),
        ("imsmanifest__xml", "<manifest><title>{}</title></manifest>"),
        ("x__svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>{}</text></svg>"),
        ("facts__json", '{{"lessons": [["{}", 1]]}}'),
        ("facts__json", '{{"\\u002b44 7700 900123": 1}}'),
        ("words__js", 'w={{"check":"\\u002b44 7700 900123"}}'),
        ("words__js", "w='x';v=`{}`"),
        ("README__txt", "Begin.\r\n{}"),
        ("course__gift", "::q:: {} {{=yes}}"),
        ("unknown", "{}"),
    ],
)
def test_a_number_is_found_wherever_it_can_be_seen_or_tapped(name: str, text: str) -> None:
    found = list(Numbers([edition()]).check(shown(**{name: text.format(NUMBER)})))
    assert [one.code for one in found] == ["V016"]
    assert found[0].place.file == name.replace("__", ".")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Dial <b>9-1-1</b>.", ["9-1-1"]),
        ("Police: 1&nbsp;1&nbsp;2", ["1 1 2"]),
        ("Text HELP to 90909.", ["90909"]),
        ("<b>Hotline</b> for victims of violence: 1545", ["1545"]),
        ("Medica Zenica: <b>032/463-920</b>", ["032/463-920"]),
        ("Lawyer <b>Nino</b>: 599 123 456", ["599 123 456"]),
        ("Population: 599 123 456", []),
        ("The score of the call game: 2 1 0", []),
    ],
)
def test_a_short_number_digit_by_digit_is_found(words: str, numbers: list[str]) -> None:
    found = Numbers([edition()]).check(shown(p__html=f"<p>{words}</p>"))
    assert [one.message.split("'")[1] for one in found] == numbers


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p__html", "<table><tr><td>+44 7700</td><td>900123</td></tr></table>"),
        ("p__html", "<table><tr><td>Line</td><td>0 800</td> <td>505 248</td></tr></table>"),
        ("p__html", "<table><tr><td>0 800<td>505<td>248</table>"),
        ("p__html", "<table><tr><td data-label='No'>0 8OO<td data-label='Rest'>5O5 248</table>"),
        ("p__html", "<ul><li>Ask at 0800</li>\n<li>505 248 (free)</li></ul>"),
        ("p__html", "<ul><li>Ask: (0 800)</li><li>505-248</li></ul>"),
        ("p__html", "<p>Line 0 322</p><p>30 99 03</p>"),
        ("p__html", "<span>0 800</span> <b>505 248</b>"),
        ("p__html", "<span>0 800</span><b>505 248</b>"),
        ("p__html", "<button>0 800</button><button>505 248</button>"),
        ("p__html", "<dl><dt>00995 800<dd>505 248</dl>"),
        ("p__html", "<p>0 800<sup>5</sup>05 248</p>"),
        ("x__svg", "<svg><text>0 800</text><text>505 248</text></svg>"),
        ("README__txt", "0 800\n505 248"),
    ],
)  # fmt: skip
def test_a_number_is_found_over_two_blocks(name: str, text: str) -> None:
    found = list(Numbers([edition()]).check(shown(**{name: text})))
    assert {one.code for one in found} == {"V016"}


@pytest.mark.parametrize(
    "cells",
    [
        ["0", "800", "505", "248"], ["2024", "505 248"], ["08:00", "12:00", "16:00"],
        ["0900", "1300", "1800"], ["0930", "1030", "1200"], ["001", "002", "003"],
        ["01", "2024", "12 000"], ["0,5", "0,75", "0,125"], ["0.25", "505 248"],
        ["24.11.2026", "505 248 123"], ["01.02", "505 248 123"], ["01000", "2 274 106"],
        ["0 800", "505 women", "248"], ["0 800", "Line 505 248"], ["0 800 lei", "505 248"],
        ["0 800", "12.5"], ["0 800", "50%"], ["-0 800", "505"], ["A0800", "505 248"],
        ["12", "0 800"], ["0 1 2 3", "4 5 6 7 8"], ["0100", "200", "300"],
        ["1 500", "0 800", "2 000"], ["+5", "+7", "+12"], ["+5", "100"],
    ],
)  # fmt: skip
def test_cells_that_hold_no_number_together(cells: list[str]) -> None:
    page = "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
    found = Numbers([edition()]).check(shown(p__html=page))
    assert [one.message for one in found] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p__html", "<p id='q-447700900123' class='a 0800 123 456' data-k='447700900123'>x</p>"),
        ("p__html", "<style>p{{width:447700900123px}}</style>"),
        ("p__html", "<script>a=447700900123;b=/0 800 123 456/;// {}</script>"),
        ("p__html", "<svg viewBox='0 0 2400 2400'><path d='M012 345 678z'/></svg>"),
        ("p__html", "<meta http-equiv=x content='sha256-0800123456'>"),
        ("p__html", "<a href='siu-0800123456.html'>x</a>"),
        ("p__html", "<a href='https://example.org/2023/11/0800123456'>x</a>"),
        ("p__html", "<a href='https://t.me/+AbCd1234567'>x</a>"),
        ("p__html", "<img src='images/0800123456.png' alt=''>"),
        ("p__html", "<p>2023<sup>1</sup>16 006 of 24 November 2026</p>"),
        ("p__html", "<!-- {} -->"),
        ("page__css", "p{{width:0800 123 456}}"),
        ("SHA256SUMS", "0800123456  x"),
        ("edition__json", '{{"as_of": "2026-11-24", "kandil": "0.3.0"}}'),
    ],
)
def test_paths_sums_and_programs_are_not_looked_at(name: str, text: str) -> None:
    found = Numbers([edition()]).check(shown(**{name: text.format(NUMBER)}))
    assert [one.message for one in found] == []


def _verified() -> Territory:
    contact = Contact("ge-line", {"en": "Line"}, Place("GE.yml"), "verified", (VERIFIED,))
    return Territory("GE", {"en": "Georgia"}, Place("GE.yml"), contacts=(contact,))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("0 800 111 222", []),
        ("Call 0800-111-222, 09:00-18:00", []),
        ("+995800111222", []),
        ("0 800 111 222 09:00", []),
        ("0 800 111 222 or 0 800 111 223", ["0 800 111 223"]),
        ("0 800 111 2222", ["0 800 111 2222"]),
    ],
)
def test_a_verified_contact_may_stand_there(words: str, said: list[str]) -> None:
    numbers = Numbers([replace(edition(), territory=_verified())])
    found = [one.message.split("'")[1] for one in numbers.check([Shown("p.html", words)])]
    assert found == said


def test_a_number_is_told_once_for_all_pages_and_formats() -> None:
    numbers = Numbers([edition()])
    pages = [Shown(name, f"Ask {NUMBER}") for name in ("a.html", "b.html")]
    assert [one.place.file for one in numbers.check(pages)] == ["a.html"]


GE = """territory: GE
names: {en: "Georgia +995 32 200 00 01"}
status_note: {en: "More: ⓪ ⑧⓪⓪ 200 002"}
areas: {GE-AB: {en: "Area 0_800_200_003"}}
updates: https://signal.me/#p/+995322000004
contacts:
  - id: ge-line
    names: {en: "Line O 800 200 005"}
    status: verified
    service_area: [GE]
    not_valid_in: [GE-AB]
    kinds: [domestic_violence]
    channels:
      - {type: phone, display: "0 800 111 222"}
      - {type: walk_in, value: "Street 1, 995322000006"}
    risk_notes: {en: "Or 0*800*200*007."}
    evidence:
      - {url: https://example.org/one, publisher: Line, from: operator}
      - {url: https://example.com/one, publisher: Paper, from: media}
    verification: {on: 2026-11-01, method: test_call, by: focal point, second_by: manager}
facts:
  - {id: one, text: {en: "A fact, ０８００ ２００ ００８."}, year: 2024, source: "S ٠٨٠٠ ٢٠٠ ٠٠٩",
     url: "https://example.org/f", checked: 2026-10-01, expires: 2027-10-01}
law_notes:
  - {id: two, text: {en: "A law, ⁰⁸⁰⁰ 200 010."}, year: 2024, source: Law,
     url: "https://example.org/l", checked: 2026-10-01, expires: 2027-10-01}
  - {id: three, text: {en: "Lawyer Nino: 599 123 456"}, year: 2024, source: Law,
     url: "https://example.org/l", checked: 2026-10-01, expires: 2027-10-01}
  - {id: four, text: {en: "Medica Zenica, 032/463-920"}, year: 2024, source: Law,
     url: "https://example.org/l", checked: 2026-10-01, expires: 2027-10-01}
"""


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, int]]]:
    """Of a release whose territory file says a number in every place that is shown."""
    top = tmp_path_factory.mktemp("bad")
    body = "Words.\n\n## Help\n\n## More\n\n<!-- facts -->\n\n<!-- law notes -->"
    put(small(top, body, "reviewers: [Ada Lovelace]\n"), {"locales/territories/GE.yml": GE})
    request = Request(
        (top,),
        "release",
        date(2026, 11, 24),
        dist=top / "dist",
        territory="GE",
        own_territories=True,
    )
    outcome = build(request)
    assert not (top / "dist/release/site/bad-GE").exists()
    assert {one.code for one in outcome.problems if one.severity == "error"} == {"V016"}
    found = [one.place for one in outcome.problems if one.code == "V016"]
    yield [(Path(place.file).name, place.line) for place in found]


def test_a_release_refuses_numbers_from_every_field_of_a_territory(
    problems: list[tuple[str, int]],
) -> None:
    wanted = {GE[: GE.index(sign)].count("\n") + 1 for sign in (
        "Georgia", "More:", "Area 0", "signal.me", "Line O", "Street 1", "Or 0*", "A fact", "S ٠",
        "A law", "Lawyer", "Medica",
    )}  # fmt: skip
    assert {line for file, line in problems if file == "GE.yml"} == wanted
