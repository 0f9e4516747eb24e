"""Slides follow a lesson, and say what its page says."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from contract import suite
from exporters.documents import LESSON, TITLE, A, P, W, built, documents, locks, part, slides, words
from folder import put
from kandil.problems import errors
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.shapes.group import GroupShape


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return locks(tmp_path)


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
    lesson = LESSON.replace("Ana lost", "It rained. Ana lost").replace("Lock it.", "Lock it. Look.")
    put(course, {"modules/two-1.md": lesson})
    built(course, tmp_path)
    found = {title: rest for title, *rest in slides(documents(tmp_path)["en/two-1-slides.pptx"])}
    shown, notes = found["Why it matters"]
    assert "It rained." in shown and "Ana" not in shown
    assert "Ana lost a phone in a bus, and 1234 opened it." in notes
    assert "Lock it. Look." in found["Remember"][0]


def test_what_keeps_somebody_safe_is_on_the_slide_itself(course: Path, tmp_path: Path) -> None:
    more = "> Somebody may watch. Make a plan first."
    put(course, {"modules/two-1.md": LESSON.replace("> Somebody may watch.", more)})
    built(course, tmp_path)
    found = slides(documents(tmp_path)["en/two-1-slides.pptx"])
    shown = "".join(rest for title, rest, _ in found if title == "What closes")
    assert "Make a plan first." in shown


def test_much_text_goes_on_on_the_next_slide(course: Path, tmp_path: Path) -> None:
    points = "\n".join(f"- Point {number}" for number in range(1, 16))
    put(course, {"modules/two-1.md": LESSON.replace("Lock it.", points)})
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
