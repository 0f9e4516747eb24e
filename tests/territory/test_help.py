"""What a learner sees under "Help", built as `kandil build --territory` builds it."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from folder import put, settings
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.model.edition import Kind
from territory.sample import DAY, contact, territory

FALLBACK = "We have no confirmed number for this service."
LESSON = """---
id: tin-1
title: One
reviewers: [Ana Beridze]
variants: [youth]
---

Words.

<!-- for: youth -->

Words for the young.

<!-- end -->

<!-- only: GE -->

Words for Georgia.

<!-- end -->

## Help
"""
RICH = """risk_notes: {en: "Their office is watched."}
recording: "yes"
appears_on_bill: "yes"
anonymity: identified
mandatory_reporting: {applies: "yes"}
audience: {gender: women, min_age: 12}
not_valid_in: [GE-X]"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    course = settings("tin-1", name="tin", title="Tin")
    return put(tmp_path, {"course.yml": course, "modules/tin-1.md": LESSON})


def built(kind: Kind = "release", **more: Any) -> tuple[Outcome, str]:
    request = Request((Path(),), kind, DAY, formats=("site",), own_territories=True, **more)
    outcome = build(request)
    page = Path("dist", kind, "site", outcome.rows[0].course, "en", "tin-1.html")
    html = page.read_text("utf-8")
    return outcome, html


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_without_a_territory_no_contact_is_shown(project: Path) -> None:
    territory(project, contact())
    outcome, html = built()
    assert FALLBACK in html
    assert "0 322 000 001" not in html
    assert "data-until" not in html
    assert [row.course for row in outcome.rows] == ["tin"]
    assert (project / "dist/release/site/tin/tin-en.zip").is_file()


@pytest.mark.parametrize("kind", ["release", "preview"])
def test_a_verified_contact_stands_with_all_that_must_stand_beside_it(
    project: Path, kind: Kind
) -> None:
    territory(
        project,
        contact(3, more=RICH),
        above="areas: {GE-X: Place X}\nupdates: https://newer.example\n",
    )
    _, html = built(kind, territory="GE")
    words = plain(html)
    assert FALLBACK not in words
    for part in (
        "These contacts are for Georgia.",
        "Calls and messages stay in the lists of a phone",
        "You can hang up at any time. You do not have to give your name.",
        "Helpline one",
        "0 322 000 001",
        "free",
        "day and night, every day",
        "Languages: Georgian, Russian",
        "Their office is watched.",
        "Calls are recorded.",
        "The call stands on the bill.",
        "This service finds out who you are.",
        "This service must tell the authorities about some cases.",
        "Does not work in: Place X",
        "For women and girls.",
        "From the age of 12.",
        "Checked on November 21, 2026. If that is more than 6 months ago, ask a trainer.",
        "Do not rely on these contacts after February 19, 2027.",
        "Newer ones: https://newer.example",
    ):
        assert part in words
    [band] = re.findall(r"<p[^>]*data-until[^>]*>", html)
    assert "data-until=2027-02-19" in band.replace('"', "")
    assert " hidden" in band
    assert "tel:" not in html


ALL = ("For people under 18.", "For refugees.", "For women who defend human rights.", "cannot hear")


@pytest.mark.parametrize(
    ("kinds", "more", "said"),
    [
        ("domestic_violence", "", ()),
        ("domestic_violence, child", "", ()),
        ("child", "", ("For people under 18.",)),
        ("legal", "audience: {groups: [refugees]}", ("For refugees.",)),
        ("legal", "audience: {groups: [whrd, refugees]}", ALL[1:3]),
        ("legal", "access: {deaf: unknown}", ()),
        ("legal", "access: {deaf: sms}", ("If you cannot hear: text message", "cannot hear")),
        ("legal", "access: {deaf: app}", ("If you cannot hear: app", "cannot hear")),
        (
            "legal",
            "access: {deaf: video_sign}",
            ("hear: video call in", "cannot hear"),
        ),
        ("legal", "access: {deaf: none}", ("People who cannot hear cannot use it.", "cannot hear")),
    ],
)
def test_whom_a_line_is_for_and_how_deaf_people_reach_it(
    project: Path, kinds: str, more: str, said: tuple[str, ...]
) -> None:
    other = contact(name="two", number="0 322 000 002")
    territory(project, contact(kinds=kinds, more=more), other)
    words = plain(built(territory="GE")[1])
    assert all(part in words for part in said)
    assert {part for part in ALL if part in words} == {*ALL} & {*said}


@pytest.mark.parametrize("group", ["refugees", "disability", "lgbtqi", "whrd"])
def test_every_group_has_its_words(project: Path, group: str) -> None:
    territory(project, contact(more=f"audience: {{groups: [{group}]}}"))
    [words] = re.findall(r"<li>(For [^<]*)", built(territory="GE")[1])
    assert words.strip().endswith(".")


def test_names_of_areas_in_the_language_of_the_page_or_marked(project: Path) -> None:
    entry = contact(more="not_valid_in: [GE-X, GE-Y, GE-Z]")
    areas = "areas: {GE-X: Place X, GE-Y: {en: Place Y, ka: ადგილი}, GE-Z: {ka: სხვა}}\n"
    territory(project, entry, above=areas)
    html = " ".join(built(territory="GE")[1].replace('"', "").split())
    said = "Does not work in: Place X, Place Y, <span lang=ka dir=ltr>სხვა</span>"
    assert said in html


def test_the_first_date_counts_and_an_extension_moves_it(project: Path) -> None:
    extension = f'extension: {{on: {DAY}, by: "N. B.", reason: "Closed."}}'
    two = contact(100, "two", number="0 322 000 002", more=extension)
    territory(project, contact(3), two)
    _, html = built(territory="GE")
    until = DAY - timedelta(100) + timedelta(120)
    assert f"data-until={until}" in html.replace('"', "")


@pytest.mark.parametrize("kind", ["release", "preview"])
@pytest.mark.parametrize("status", ["draft", "suspended", "closed"])
def test_what_is_not_verified_is_on_no_page(project: Path, kind: Kind, status: str) -> None:
    territory(project, contact(status=status))
    outcome, html = built(kind, territory="GE")
    assert FALLBACK in html
    assert "If you are in immediate danger" in html
    assert "Ask your trainer or a trusted women" in html
    assert "0 322 000 001" not in html
    assert any(problem.code == "H006" for problem in outcome.problems) == (status == "draft")


def test_a_release_stops_at_a_contact_that_is_too_old(project: Path) -> None:
    territory(project, contact(91))
    request = Request(
        (Path(),), "release", DAY, formats=("site",), territory="GE", own_territories=True
    )
    outcome = build(request)
    assert [p.code for p in outcome.problems if p.severity == "error"] == ["H004"]
    assert outcome.rows == []
    assert not (project / "dist").exists() or not list((project / "dist").rglob("*.html"))


@pytest.mark.parametrize("status", ["verified", "draft"])
def test_a_name_with_a_note_is_never_without_it(project: Path, status: str) -> None:
    above = 'status_note: {en: "See resolution 1244."}\n'
    territory(project, contact(status=status), above=above)
    _, html = built(territory="GE")
    assert ("Georgia*." in plain(html)) == (status == "verified")
    assert plain(html).count("* See resolution 1244.") == 1
    overview = Path("dist/release/site/tin-GE/en/index.html").read_text("utf-8")
    assert plain(overview).count("* See resolution 1244.") == 1
    territory(project, contact(status=status))
    assert "<small>" not in built(territory="GE")[1]


def test_words_of_another_language_are_marked(project: Path) -> None:
    territory(project, contact().replace('{en: "Helpline one"}', '{ka: "ცხელი ხაზი"}'))
    _, html = built(territory="GE")
    assert "<span lang=ka dir=ltr>ცხელი ხაზი</span>" in html.replace('"', "")


def test_records_of_the_territory_stand_with_year_source_and_last_day(project: Path) -> None:
    lesson = project / "modules" / "tin-1.md"
    lesson.write_text(LESSON.replace("Words.\n", "<!-- facts -->\n\n<!-- law notes -->\n", 1))
    day = DAY.isoformat()
    record = '{id: %s, text: {en: "%s"}, year: 2024, source: Survey, url: https://example.org/s, '
    record += f"checked: 2026-01-01, expires: {day}}}"
    above = (
        f"facts: [{record % ('a', 'Nine of ten.')}]\nlaw_notes: [{record % ('b', 'A right.')}]\n"
    )
    territory(project, above=above)
    words = plain(built(territory="GE")[1])
    assert "Nine of ten. (Survey, 2024 . Good until November 24, 2026.)" in words
    assert "A right. (Survey, 2024 . Good until November 24, 2026.)" in words
    assert words.count("Ask a lawyer before you rely on this.") == 1
    bare = plain(built()[1])
    assert "Nine of ten" not in bare
    assert "lawyer" not in bare


def test_names_of_packages_and_what_they_say_of_themselves(project: Path) -> None:
    territory(project, contact())
    wanted = {
        ("", ""): "tin", ("GE", ""): "tin-GE", ("", "youth"): "tin.youth",
        ("GE", "youth"): "tin-GE.youth",
    }  # fmt: skip
    for (code, variant), name in wanted.items():
        outcome, html = built(territory=code, variant=variant)
        assert [row.course for row in outcome.rows] == [name]
        assert (project / f"dist/release/site/{name}/{name}-en.zip").is_file()
        assert ("Words for Georgia." in html) == bool(code)
        assert ("Words for the young." in html) == bool(variant)
        said = json.loads((project / f"dist/release/site/{name}/en/edition.json").read_text())
        assert (said.get("territory", ""), said.get("variant", "")) == (code, variant)
    assert len(list((project / "dist/release/site").iterdir())) == 4
