"""What a trainer edits: documents that are whole, say what they must, and no more."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contract import suite
from folder import put
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters import find_exporters
from kandil.exporters._ooxml import check_document, shown_in_document
from kandil.exporters.office import EXPORTER
from kandil.problems import errors
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.shapes.group import GroupShape
from territory.sample import contact, territory

DAY = date(2026, 11, 24)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCRIPTS = ("en", "uk", "ka", "hy", "el", "ar-XB")
"""Latin, Cyrillic, Georgian, Armenian, Greek; and from right to left."""
TITLE = "A lock for a phone"
_YML = "id: two\ntitle: Locks\nmodules: [two-1, two-2]\n"
_YML += "gates: {preview: {translated: 0}}\n"
_LESSON = """---
id: two-1
title: A lock for a phone
objectives:
  - {id: LO1, text: "Lock a phone"}
---

## Why it matters

Ana lost a **phone** in a bus, and `1234` opened it.

## Key ideas

### What opens

1. A key
2. A word

| Thing | Use |
|---|---|
| Lock | Door |

### Question: What opens a lock?

<!-- id: opens -->

- [x] A key
  > It fits.
- [ ] A spoon
  > It bends.

### What closes

1. A door

![A bar before a door](../images/bar.svg) <!-- inline; mirror -->

> [!SAFETY] Look around first
> Somebody may watch.

## Quiz: Check

<!-- id: check -->

### Question: Which lock is strong?

<!-- id: strong -->

- [x] The long one
  > Length helps.
- [ ] The red one
  > Colour is nothing.
- [ ] The loud one
  > Noise is nothing.

> **Why:** A machine tries short ones first.

## Remember

Lock it.

## Help

## Trainer: How to teach

**Likely questions.** The purple heron asks.
"""
_BAR = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" fill="none" \
stroke="currentColor" stroke-width="2.5">
<rect x="20" y="10" width="60" height="80" rx="4"/><path class="accent" d="M10 50h90"/>
<text x="120" y="60" fill="currentColor" stroke="none" font-size="16">a bar</text>
</svg>
"""
_BARE = "---\nid: two-2\ntitle: Nothing yet\n---\n\nWords.\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    files = {"course.yml": _YML, "modules/two-1.md": _LESSON, "modules/two-2.md": _BARE}
    files |= {"images/bar.svg": _BAR}
    return put(tmp_path / "course", files)


def built(course: Path, dist: Path, *locales: str) -> Outcome:
    outcome = build(Request((course,), "preview", DAY, locales or ("en",), ("office",), dist))
    assert errors(outcome.problems) == []
    return outcome


def documents(dist: Path) -> dict[str, bytes]:
    """By locale and name: `en/two-1-handout.docx`."""
    return dict(_documents(dist))


def _documents(dist: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((dist / "preview/trainers").rglob("*-office.zip")):
        locale = path.name.removesuffix("-preview-office.zip").removeprefix("two-")
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".docx", ".pptx")):
                    yield f"{locale}/{name}", archive.read(name)


def part(document: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def words(document: bytes) -> str:
    return "\n".join(one.words for one in shown_in_document("", document))


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


def with_part(document: bytes, name: str, change: object) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(held, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return held.getvalue()


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


def slides(document: bytes) -> list[tuple[str, str, str]]:
    """Title, what else is shown, and the notes of each."""
    found = []
    for slide in Presentation(BytesIO(document)).slides:
        title, *rest = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
        frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        found.append((title, "\n".join(rest), frame.text if frame else ""))
    return found


def test_slides_follow_the_lesson_and_answers_stand_in_the_notes(
    course: Path, tmp_path: Path
) -> None:
    built(course, tmp_path)
    found = slides(documents(tmp_path)["en/two-1-slides.pptx"])
    assert [title for title, *_ in found] == [
        *(TITLE, "After this lesson they can", "Why it matters", "What opens"),
        *("1. What opens a lock?", "What closes", "What closes", "2. Which lock is strong?"),
        *("Remember", "Help", TITLE),
    ]
    shown = "\n".join(f"{title}\n{rest}" for title, rest, _ in found)
    for secret in ("It fits", "Length helps", "This one", "tries short ones", "purple heron"):
        assert secret not in shown
    said = {title: notes for title, _, notes in found}
    assert "It fits." in said["1. What opens a lock?"]
    assert "tries short ones first" in said["2. Which lock is strong?"]
    for _, rest, _ in found:
        assert "This lesson has not been reviewed by a specialist." in rest
    assert "CC BY-SA 4.0" in found[-1][1]


def test_a_slide_says_the_first_sentence_and_its_notes_all(course: Path, tmp_path: Path) -> None:
    lesson = _LESSON.replace("Ana lost", "It rained. Ana lost").replace(
        "Lock it.", "Lock it. Look."
    )
    put(course, {"modules/two-1.md": lesson})
    built(course, tmp_path)
    found = {title: rest for title, *rest in slides(documents(tmp_path)["en/two-1-slides.pptx"])}
    shown, notes = found["Why it matters"]
    assert "It rained." in shown and "Ana" not in shown
    assert "Ana lost a phone in a bus, and 1234 opened it." in notes
    assert "Lock it. Look." in found["Remember"][0]


def test_what_keeps_somebody_safe_is_on_the_slide_itself(course: Path, tmp_path: Path) -> None:
    more = "> Somebody may watch. Make a plan first."
    put(course, {"modules/two-1.md": _LESSON.replace("> Somebody may watch.", more)})
    built(course, tmp_path)
    found = slides(documents(tmp_path)["en/two-1-slides.pptx"])
    shown = "".join(rest for title, rest, _ in found if title == "What closes")
    assert "Make a plan first." in shown


def test_much_text_goes_on_on_the_next_slide(course: Path, tmp_path: Path) -> None:
    points = "\n".join(f"- Point {number}" for number in range(1, 16))
    put(course, {"modules/two-1.md": _LESSON.replace("Lock it.", points)})
    built(course, tmp_path)
    found = slides(documents(tmp_path)["en/two-1-slides.pptx"])
    pages = [rest for title, rest, _ in found if title.startswith("Remember")]
    assert [title for title, *_ in found if title.startswith("Rem")] == ["Remember", "Remember (2)"]
    assert "Point 10" in pages[0] and "Point 11" in pages[1]


def test_each_step_of_a_scenario_is_a_slide(tmp_path: Path) -> None:
    outcome = suite.built(suite.write_course(tmp_path / "course"), tmp_path / "dist", "office")
    assert errors(outcome.problems) == []
    [path] = (tmp_path / "dist/preview/trainers").rglob("*-en-preview-office.zip")
    with ZipFile(path) as archive:
        found = slides(archive.read("every-1-slides.pptx"))
    said = {title: (rest, notes) for title, rest, notes in found}
    begin = '"Only to check something"'
    assert "Say the PIN → You say the PIN" in said[begin][0] and "Safer." in said[begin][1]
    assert "It was not a mistake." in said["You say the PIN"][0]


def groups(document: bytes) -> list[GroupShape]:
    deck = Presentation(BytesIO(document))
    every = (shape for slide in deck.slides for shape in slide.shapes)
    return [one for one in every if isinstance(one, GroupShape)]


def test_a_drawing_is_shapes_that_can_be_changed(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path, "en", "ar-XB")
    made = documents(tmp_path)
    [drawing] = groups(made["en/two-1-slides.pptx"])
    door, bar, label = drawing.shapes
    assert next(drawing._element.iter(f"{P}cNvPr")).get("descr") == "A bar before a door"
    assert label.text_frame.text == "a bar" and label.left > door.left + door.width / 2
    scale = door.width / 200
    assert door.height == pytest.approx(100 * scale, abs=1)
    assert bar.line.color.rgb == RGBColor(0xE9, 0xA2, 0x1B)
    assert bar.line.width == pytest.approx(2.5 * scale, abs=1)
    points = [(int(one.get("x")), int(one.get("y"))) for one in bar._element.iter(f"{A}pt")]
    assert points == [(round(x * scale), round(50 * scale)) for x in (10, 100)]
    [turned] = groups(made["ar-XB/two-1-slides.pptx"])
    first = next(turned.shapes[1]._element.iter(f"{A}pt"))
    assert int(first.get("x")) == round(190 * scale)


def test_a_handout_has_the_drawing_too(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    made = documents(tmp_path)
    root = part(made["en/two-1-handout.docx"], "word/document.xml")
    [drawing] = root.iter(f"{W}drawing")
    assert drawing.find(".//{*}docPr").get("descr") == "A bar before a door"
    assert [one.text for one in drawing.iter(f"{W}t")] == ["a bar"]
    assert [len([*one.iter(f"{A}pt")]) for one in drawing.iter(f"{A}custGeom")][1] == 2
    [fallback] = root.iter("{*}Fallback")
    assert "".join(fallback.itertext()) == "[A bar before a door]"
    said = words(made["en/two-1-handout.docx"]).splitlines()
    assert [one for one in said if "a bar" in one] == ["a bar"]


def test_a_drawing_is_told_to_who_cannot_see_it(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    made = documents(tmp_path)
    for name in ("slides.pptx", "handout.docx"):
        assert "A bar before a door" in words(made[f"en/two-1-{name}"])
    shown = "".join(rest for _, rest, _ in slides(made["en/two-1-slides.pptx"]))
    assert "A bar before a door" not in shown


def test_slides_are_wide_and_nothing_stays_at_the_left(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path)
    deck = Presentation(BytesIO(documents(tmp_path)["en/two-1-slides.pptx"]))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    for slide in deck.slides:
        for shape in (one for one in slide.shapes if not isinstance(one, GroupShape)):
            assert shape.left * 2 + shape.width == deck.slide_width, shape.name


def test_every_run_of_a_slide_has_its_language_and_direction(course: Path, tmp_path: Path) -> None:
    built(course, tmp_path, "ar-XB")
    content = documents(tmp_path)["ar-XB/two-1-slides.pptx"]
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.search(r"lides/\w+\.xml$", name)]
    assert {name.split("/")[1] for name in names} == {"slides", "notesSlides"}
    for name in names:
        for paragraph in part(content, name).iter(f"{A}p"):
            if runs := paragraph.findall(f"{A}r"):
                assert {run.find(f"{A}rPr").get("lang") for run in runs} == {"ar-XB"}
                properties = paragraph.find(f"{A}pPr")
                assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")


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
    put(course, {"course.yml": _YML + more})
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
