from __future__ import annotations

from datetime import date
from pathlib import Path

import polib
import pytest
from handmade import course, entry, scam, write
from kandil.localize.apply import localize
from kandil.localize.coverage import table
from kandil.localize.files import check_catalogues, stats, update_catalogues, write_templates
from kandil.localize.folders import catalogue_folders, project_folder
from kandil.model.text import texts
from kandil.paths import locales

DAY = date(2026, 11, 24)


def test_templates_of_a_course(tmp_path: Path) -> None:
    found = write_templates(course(), tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["tin/course.pot", "tin/tin-1.pot", "ui.pot"]
    assert len(polib.pofile(str(found[1]))) == 13


@pytest.mark.parametrize("name", ["ui.pot", "ui.pot~"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (tmp_path / name).symlink_to(mine)
    write_templates(course(), tmp_path)
    assert mine.read_text() == "mine"
    assert not (tmp_path / "ui.pot").is_symlink()


def test_the_way_round_from_template_to_edition(tmp_path: Path) -> None:
    written, problems = update_catalogues(course(), "gag", tmp_path)
    assert problems == []
    names = [one.path.relative_to(tmp_path).as_posix() for one in written]
    assert names == ["gag/tin/course.po", "gag/tin/tin-1.po", "gag/ui.po"]
    for one in written[:2]:
        file = polib.pofile(str(one.path), wrapwidth=-1)
        for row in file:
            row.msgstr, row.tcomment = row.msgid.upper(), "reviewed: AB 2026-01-31"
            for kept in ("(TIN-2.MD)", "{HELPLINE}", "`PIN`"):
                row.msgstr = row.msgstr.replace(kept, kept.lower() if kept != "`PIN`" else kept)
        file.save()
    edition, problems = localize(course(), "gag", "release", DAY, ("gag",), (tmp_path,))
    assert edition
    assert [p.message for p in problems if "interface" not in p.message][1:] == []
    assert {one.lang for one in texts(edition.course.modules[0].blocks)} == {""}
    assert edition.course.title.plain == "TINY"
    assert edition.coverage["tin-1"].percent(edition.coverage["tin-1"].reviewed) == 100


def test_an_update_of_what_is_up_to_date_changes_no_byte(tmp_path: Path) -> None:
    update_catalogues(course(), "uk", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    update_catalogues(course(), "uk", tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_kandils_own_interface_is_not_copied(tmp_path: Path) -> None:
    written, _ = update_catalogues(course(), "uk", tmp_path)
    assert "ui.po" not in {one.path.name for one in written}


@pytest.mark.parametrize("broken", ["broken", 'msgid "a"\nmsgstr "Слова\n'])
def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path, broken: str) -> None:
    path = write(tmp_path, entry("a", "b"))
    path.write_text(broken, "utf-8")
    written, (problem,) = update_catalogues(course(), "uk", tmp_path)
    assert problem.code == "L001"
    assert path.read_text("utf-8") == broken
    assert path not in {one.path for one in written}


@pytest.mark.parametrize("tag", ["en", "en-XA"])
def test_the_source_and_pseudo_locales_have_no_files(tmp_path: Path, tag: str) -> None:
    written, (problem,) = update_catalogues(course(), tag, tmp_path)
    assert written == []
    assert problem.code == "L018"
    assert [p.code for p in check_catalogues(course(), tag, (tmp_path,))] == ["L018"]


def test_an_unknown_tag_writes_nothing(tmp_path: Path) -> None:
    _, (problem,) = update_catalogues(course(), "../uk", tmp_path)
    assert problem.code == "L013"
    assert list(tmp_path.iterdir()) == []


def test_check_finds_damage_in_drafts_and_what_is_stale(tmp_path: Path) -> None:
    write(
        tmp_path,
        entry("Take care", "Це *я*", state="draft"),
        entry("Why scams work", "Чому", state="outdated"),
        entry("No such sentence", "Немає"),
        *scam(),
    )
    found = check_catalogues(course(), "uk", (tmp_path,))
    assert [(p.code, p.message) for p in found] == [
        ("L008", "The translation has *emphasis*, and the source has none"),
        ("L012", "The source of this translation has changed"),
        ("L012", "The source has no such sentence"),
    ]


def test_stats_are_a_table_in_words(tmp_path: Path) -> None:
    write(tmp_path, *scam(), entry("Why scams work", "Чому", state="draft"))
    parts, problems = stats(course(), "uk", (tmp_path,))
    assert [p.code for p in problems if p.code != "G001"] == []
    lines = table({name: part for name, part in parts.items() if name != "ui"}).split("\n")
    assert lines == [
        "        words  missing  draft  outdated  translated  reviewed  done",
        "course      1        1      0         0           0         0   0 %",
        "tin-1      46       26      3         0           0        17  36 %",
        "all        47       27      3         0           0        17  36 %",
        "Nearest to done: course.po, 1 word to go.",
    ]


def test_the_projects_folder_is_near_the_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "courses" / "tiny"
    folder.mkdir(parents=True)
    one = course()
    assert project_folder(one) == Path("locales")
    (folder / "locales").mkdir()
    assert project_folder(one) == Path("courses/tiny/locales")
    assert catalogue_folders(one) == (Path("courses/tiny/locales"), locales())
