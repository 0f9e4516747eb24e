"""What a trainer edits: documents that are whole, say what they must, and no more."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contract import suite
from exporters.documents import (
    DAY,
    SCRIPTS,
    TITLE,
    YML,
    A,
    W,
    built,
    documents,
    locks,
    part,
    with_part,
    words,
)
from folder import put
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters import find_exporters
from kandil.exporters._ooxml import check_document, shown_in_document
from kandil.exporters.office import EXPORTER
from kandil.problems import errors
from lxml import etree
from openxml_audit import OpenXmlValidator
from territory.sample import contact, territory


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return locks(tmp_path)


def test_a_lesson_is_slides_a_handout_and_a_key(course: Path, tmp_path: Path) -> None:
    outcome = built(course, tmp_path)
    made = documents(tmp_path)
    names = ("two-1-handout.docx", "two-1-key.docx", "two-1-slides.pptx", "two-2-handout.docx")
    assert [*made] == [*(f"en/{name}" for name in names), "en/two-2-slides.pptx"]
    assert [row.format for row in outcome.rows] == ["office"]


def test_they_are_the_same_at_any_time_of_day(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(course, tmp_path / "now")
    monkeypatch.setattr("time.localtime", lambda second=0: time.gmtime(86_400 * 9_999))
    built(course, tmp_path / "then")
    assert documents(tmp_path / "now") == documents(tmp_path / "then")


def test_a_checker_of_the_standard_finds_nothing(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path / "dist", *SCRIPTS)
    made = documents(tmp_path / "dist")
    assert len({name.partition("/")[0] for name in made}) == len(SCRIPTS)
    for name, content in made.items():
        assert audited(tmp_path / name.replace("/", "-"), content) == [], name


def audited(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [str(one) for one in OpenXmlValidator().validate(path).errors]


def test_the_checker_knows_an_order_that_is_wrong(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path / "dist", "ar-XB")
    content = documents(tmp_path / "dist")["ar-XB/two-1-handout.docx"]
    swapped = with_part(
        content, "word/document.xml", lambda old: old.replace(b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>")
    )
    assert audited(tmp_path / "a.docx", swapped)


def test_the_handout_has_no_key_and_the_key_has_it(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    made = {name: words(content) for name, content in documents(tmp_path).items()}
    handout, key = made["en/two-1-handout.docx"], made["en/two-1-key.docx"]
    for asked in ("1. What opens a lock?", "2. Which lock is strong?"):
        assert asked in handout and asked in key
    assert "☐ The long one" in handout and "Lock it." in handout
    for secret in ("It fits", "Length helps", "This one", "tries short ones"):
        assert secret not in handout
        assert secret in key


def test_a_trainers_word_is_in_the_notes_alone(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    found = [
        (name, one.file)
        for name, content in documents(tmp_path).items()
        for one in shown_in_document("", content)
        if "purple heron" in one.words
    ]
    assert found == [("en/two-1-slides.pptx", "/ppt/notesSlides/notesSlide1.xml")]


def test_a_handout_says_how_far_to_trust_it_and_whose_it_is(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path, "en", "ka")
    made = documents(tmp_path)
    header = "".join(part(made["ka/two-1-handout.docx"], "word/header1.xml").itertext())
    assert header.startswith("Locks") and "English" not in header and len(header) > len("Locks")
    said = words(made["en/two-1-handout.docx"])
    assert "This lesson has not been reviewed by a specialist." in said
    assert "CC BY-SA 4.0" in said and "We have no confirmed number for this service." in said


def test_every_document_says_that_no_specialist_has_read_it(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    made = documents(tmp_path)
    assert len(made) == 5
    for name, document in made.items():
        assert "Not yet reviewed by a specialist." in words(document), name


def test_every_document_for_learners_says_what_each_must_know(tmp_path: Path) -> None:
    course = suite.write_course(tmp_path / "course")
    outcome = suite.built(course, tmp_path / "dist", "office")
    assert errors(outcome.problems) == []
    assert suite.untold(tmp_path / "dist", course, EXPORTER) == []


def test_lists_begin_at_one_again(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    document = documents(tmp_path)["en/two-1-handout.docx"]
    numbers = [one.get(f"{W}val") for one in part(document, "word/document.xml").iter(f"{W}numId")]
    assert len(numbers) == 3 and numbers[0] == numbers[1] != numbers[2]
    starts = part(document, "word/numbering.xml").iter(f"{W}startOverride")
    assert {one.get(f"{W}val") for one in starts} == {"1"}


def test_from_right_to_left_in_paragraphs_tables_and_the_page(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path, "en", "ar-XB")
    made = documents(tmp_path)
    root = part(made["ar-XB/two-1-handout.docx"], "word/document.xml")
    for paragraph in root.iter(f"{W}p"):
        if "".join(paragraph.itertext()) and paragraph.find(f".//{W}drawing") is None:
            assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    langs = {one.get(f"{W}bidi") for one in root.iter(f"{W}lang")}
    assert langs == {"ar-XB"} and root.find(f".//{W}sectPr/{W}bidi") is not None
    assert len([*root.iter(f"{W}bidiVisual")]) == len([*root.iter(f"{W}tbl")]) > 0
    code = [one for one in root.iter(f"{W}t") if "1234" in (one.text or "")]
    assert [one.text for one in code] == ["\u20661234\u2069"]
    plain = part(made["en/two-1-handout.docx"], "word/document.xml")
    assert not [*plain.iter(f"{W}bidi", f"{W}rtl", f"{W}bidiVisual")]


def test_what_fell_back_bears_its_own_language_and_direction(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path, "ar")
    root = part(documents(tmp_path)["ar/two-1-handout.docx"], "word/document.xml")
    [title] = [one for one in root.iter(f"{W}p") if "".join(one.itertext()) == TITLE]
    assert title.find(f".//{W}lang").get(f"{W}val") == "en"
    assert title.find(f".//{W}bidi") is None
    [option] = [one for one in root.iter(f"{W}p") if "".join(one.itertext()) == "☐ A spoon"]
    assert option.find(f".//{W}bidi") is None


@pytest.mark.parametrize(
    ("locale", "font"), [("en", "Arial"), ("ka", "Sylfaen"), ("hy", "Sylfaen")]
)
def test_a_font_is_named_by_the_script(
    locale: str, font: str, course: Path, tmp_path: Path
) -> None:
    built(course, tmp_path, locale)
    styles = part(documents(tmp_path)[f"{locale}/two-1-handout.docx"], "word/styles.xml")
    for script in ("ascii", "hAnsi", "cs"):
        found = {one.get(f"{W}{script}", font) for one in styles.iter(f"{W}rFonts")}
        assert found <= {font, "Courier"}
        assert styles.find(f"{W}docDefaults//{W}rFonts").get(f"{W}{script}") == font
    for theme in ("theme1", "theme2"):
        root = part(documents(tmp_path)[f"{locale}/two-1-slides.pptx"], f"ppt/theme/{theme}.xml")
        for fonts in root.iter(f"{A}majorFont", f"{A}minorFont"):
            assert {one.get("typeface") for one in fonts.iter(f"{A}latin", f"{A}cs")} == {font}


def test_no_name_and_no_machine_is_in_their_properties(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    for content in documents(tmp_path).values():
        facts = part(content, "docProps/core.xml")
        said = {etree.QName(one).localname: one.text or "" for one in facts}
        assert said["creator"] == said["lastModifiedBy"] == said["description"] == ""
        assert said["created"] == said["modified"] == "2026-11-24T00:00:00Z"
        with ZipFile(BytesIO(content)) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert not [name for name in archive.namelist() if "humbnail" in name or "app" in name]
            assert not [name for name in archive.namelist() if b"python" in archive.read(name)]


def test_a_sensitive_course_is_discreet_outside(course: Path, tmp_path: Path) -> None:
    more = "sensitive: yes\ndiscreet_title: Doors\n"
    put(course, {"course.yml": YML + more})
    for path in (course / "modules").glob("*.md"):
        path.write_text(path.read_text().replace("title:", "discreet_title: Doors 1\ntitle:", 1))
    built(course, tmp_path)
    for name, content in documents(tmp_path).items():
        title = part(content, "docProps/core.xml").findtext("{*}title")
        assert title == "Doors 1" and TITLE not in name
    for name in ("handout.docx", "slides.pptx"):
        assert "Is it safe to read this now?" in words(documents(tmp_path)[f"en/two-1-{name}"])


# The optional extra


def test_it_is_made_only_where_it_is_asked_for(course: Path, tmp_path: Path) -> None:
    build(Request((course,), "preview", DAY, ("en",), (), tmp_path))
    assert [*(tmp_path / "preview/trainers").rglob("*-trainers.zip")]
    assert not [*tmp_path.rglob("*-office.zip")]


def test_who_has_no_extra_is_told_how_to_get_it(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kandil.exporters.find_spec", lambda name: None)
    outcome = build(Request((course,), "preview", DAY, ("en",), ("office",), tmp_path))
    [told] = outcome.problems
    assert told.code == "E001" and not outcome.built
    assert told.hint == "Install them beside Kandil: pip install 'kandil[office]'"
    assert "office" in find_exporters()


# Documents that somebody has changed


_RELS = "word/_rels/document.xml.rels"
_AWAY = b'<Relationship Id="x" Type="t" Target="https://example.org" TargetMode="External"/>'
_GONE = b'<Relationship Id="x" Type="t" Target="gone.xml"/>'


@pytest.mark.parametrize(
    ("name", "more", "before", "code"),
    [
        (_RELS, _AWAY, b"</Relationships>", "V003"),
        (_RELS, _GONE, b"</Relationships>", "V002"),
        ("word/document.xml", b"<w:instrText>DDE a b</w:instrText>", b"</w:body>", "V042"),
        ("word/document.xml", b"<w:p", b"</w:body>", "V042"),
    ],
)
def test_what_runs_loads_or_leads_away_is_found(
    name: str, more: bytes, before: bytes, code: str, course: Path, tmp_path: Path
) -> None:
    built(course, tmp_path)
    content = documents(tmp_path)["en/two-1-handout.docx"]
    assert [*check_document("a.docx", content)] == []
    bad = with_part(content, name, lambda old: old.replace(before, more + before))
    [told] = check_document("a.docx", bad)
    assert (told.code, told.place.file) == (code, f"a.docx/{name}")


def test_a_part_of_another_kind_is_found(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    held = BytesIO(documents(tmp_path)["en/two-1-handout.docx"])
    with ZipFile(held, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    [told] = check_document("a.docx", held.getvalue())
    assert (told.code, told.place.file) == ("V042", "a.docx/word/vbaProject.bin")


def test_a_number_to_call_keeps_its_order_between_arabic_words(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course)
    territory(course, contact())
    request = Request((Path(),), "preview", DAY, ("en", "ar-XB"), ("office",), tmp_path)
    outcome = build(replace(request, territory="GE", own_territories=True))
    assert errors(outcome.problems) == []
    made = documents(tmp_path)
    for kind in ("handout.docx", "slides.pptx"):
        assert "0 322 000 001 (call), free" in words(made[f"GE-en/two-1-{kind}"])
        assert "\u20660 322 000 001\u2069" in words(made[f"GE-ar-XB/two-1-{kind}"])
