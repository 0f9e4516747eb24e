"""What `<!-- profile -->` shows of the edition's territory, and what the shipped files hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import lesson, put, settings
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.model.blocks import Records
from kandil.model.edition import Edition
from kandil.model.help import joined
from kandil.model.structure import within
from kandil.paths import locales
from kandil.territory.read import read_file
from territory.sample import DAY, territory
from territory.test_shipped import NUMBERS

DATES = "year: 2024, checked: 2026-11-24, expires: 2027-11-24"
PLAN = f"""languages: [ka]
profile: {{source: A brief, {DATES}, spoken_too: [az-Latn, xmf], sure: high,
  plan: {{en: Little of technology., ka: ცოტა ტექნოლოგია.}}}}
"""
LAW = """law_notes:
  - {id: one, text: {en: A law.}, year: 2025, source: S, url: "https://example.org/a",
     checked: 2026-11-24, expires: 2027-11-24}
  - {id: two, text: {en: A rumour.}, year: 2025, source: S, url: here, expires: 2027-11-24,
     status: draft}
"""
ANALYSED = {
    "AM": "high", "BA": "high", "GE": "named", "KZ": "very high", "MD": "high", "UA": "named",
    "UZ": "high",
}  # fmt: skip


def edition(folder: Path, code: str = "GE", locale: str = "en") -> Edition:
    gates = "gates: {preview: {translated: 0%}}\n"
    body = "Words.\n\n<!-- profile -->"
    put(folder, {"course.yml": settings("bad", more=gates), "modules/bad.md": lesson(body)})
    found, problems = read(folder)
    assert found, problems
    wanted = Wanted("preview", DAY, (locale,), code, own_territories=True)
    [made] = prepare(found, problems, wanted, lambda _: None).editions
    return made


def said(made: Edition) -> list[str]:
    [records] = within(Records, made.course.modules[0])
    below = [joined(records.below).plain] if records.below else []
    above = [joined(line).plain for line in records.above]
    return [*above, *(fact.plain for fact in records.facts), *below]


def test_it_shows_names_languages_the_plan_and_how_sure_that_is(tmp_path: Path) -> None:
    territory(tmp_path, above=PLAN)
    assert said(edition(tmp_path)) == [
        "Georgia",
        "Main languages: Georgian.",
        "Spoken there too: Azerbaijani (Latin), Mingrelian.",
        "National action plan on women, peace and security: Little of technology. The source does "
        "not name the country here; we are fairly sure of it. "
        "(A brief, 2024. Good until November 24, 2027.)",
    ]


def test_the_name_of_a_language_is_marked_where_it_is_in_another(tmp_path: Path) -> None:
    territory(tmp_path, above=PLAN.replace("[az-Latn, xmf]", "[az, xmf, kmr]"))
    [records] = within(Records, edition(tmp_path, locale="ka").course.modules[0])
    [line] = [one for one in records.above if "Mingrelian" in joined(one).plain]
    marked = {piece.plain: piece.lang for piece in line if piece.plain.strip(" ,")}
    assert marked["აზერბაიჯანული"] == ""
    assert marked["Mingrelian"] == "en"
    assert marked["Kurdî (kurmancî)"] == "kmr"


def test_no_shipped_file_names_romani_twice() -> None:
    for path in sorted((locales() / "territories").glob("*.yml")):
        found, _ = read_file(path)
        spoken = found.profile.spoken_too if found and found.profile else ()
        assert not {"rmn", "rmy"} & {*spoken} or "rom" not in spoken, path


def test_a_plan_that_the_source_does_not_analyse_is_not_judged(tmp_path: Path) -> None:
    territory(tmp_path, above=f"profile: {{source: A brief, {DATES}}}\n")
    assert said(edition(tmp_path))[1:] == [
        "National action plan on women, peace and security: not analysed in the source brief. "
        "(A brief, 2024. Good until November 24, 2027.)"
    ]


def test_its_words_are_those_of_the_edition(tmp_path: Path) -> None:
    territory(tmp_path, above=PLAN)
    made = said(edition(tmp_path, locale="ka"))
    assert made[1] == "ძირითადი ენები: ქართული."
    assert "ცოტა ტექნოლოგია." in made[3] and "Little" not in made[3]


def test_a_note_on_the_law_is_shown_when_somebody_has_verified_it(tmp_path: Path) -> None:
    territory(tmp_path, above=PLAN + LAW)
    made = said(edition(tmp_path))
    assert made[-2:] == [
        "A law. (S, 2025. Good until November 24, 2027.)",
        "Laws change. Ask a lawyer before you rely on this.",
    ]
    assert "rumour" not in "".join(made)


@pytest.mark.parametrize("code", ["", "GE"])
def test_without_a_territory_or_a_profile_nothing_stands_there(tmp_path: Path, code: str) -> None:
    territory(tmp_path)
    assert within(Records, edition(tmp_path, code).course.modules[0]) == []


@pytest.mark.parametrize("code", NUMBERS)
def test_a_shipped_profile(code: str, tmp_path: Path) -> None:
    """Its plan is judged only where the brief does, and as surely as the field reference says."""
    found, problems = read_file(locales() / "territories" / f"{code}.yml")
    assert found and found.profile and problems == []
    assert found.profile.sure == ANALYSED.get(code)
    assert bool(found.profile.plan.text) == (code in ANALYSED)
    assert "UN Women" in found.profile.plan.source
    assert found.languages and len(found.names) > 1
    assert found.law_notes and all(one.draft and not one.checked for one in found.law_notes)
    made = edition(tmp_path, code)
    assert made.territory and made.territory.law_notes == ()
    assert len([one for one in said(made) if "National action plan" in one]) == 1


def test_the_name_that_needs_a_note_is_never_without_its_star(tmp_path: Path) -> None:
    made = said(edition(tmp_path, "XK"))
    assert made[0] == "Kosovo* · Kosovë* · Косово*"
    assert made[-1].startswith("* All references to Kosovo") and "1244 (1999)" in made[-1]
