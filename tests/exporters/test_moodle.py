"""Question XML as Moodle's import reads it, and the faults that would stop or mislead it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from exporters.test_lowering import match, order
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._lowering import lowered
from kandil.exporters.moodle import EXPORTER
from kandil.model.blocks import Paragraph
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import Interaction, LongFillIn, Option
from lxml import etree
from standin import (
    HERE,
    StandInPages,
    choice,
    course,
    edition,
    fill_in,
    module,
    numeric,
    quiz,
    text,
    true_false,
)

TESTS = Path(__file__).parents[1]


def written(*questions: Interaction, **settings: object) -> str:
    """The file of a course with one test."""
    made = edition(course(module("tin-1", quiz(*questions)), **settings))
    ready, _ = lowered(made, EXPORTER)
    [artefact] = EXPORTER.artefacts([ready], StandInPages, EXPORTER.options(made.course))
    [file] = artefact.files()
    return file.content.decode()


def asked(*questions: Interaction, **settings: object) -> list[etree._Element]:
    """Its questions, without what is told beside them."""
    root = etree.fromstring(written(*questions, **settings).encode())
    return [one for one in root if one.get("type") not in ("category", "description")]


def test_a_hint_stands_with_the_wrong_answer_where_one_answers_once() -> None:
    [one] = asked(replace(true_false("one"), hints=(text("Look again"),)))
    right, wrong = one.findall("answer")
    assert (right.get("fraction"), wrong.get("fraction")) == ("100", "0")
    assert "Look again" in wrong.findtext("feedback/text", "")
    assert "Look again" not in right.findtext("feedback/text", "") and one.find("hint") is None


def test_each_question_is_of_moodles_own_type() -> None:
    own = LongFillIn(id="own", explicit_id=True, prompt=text("own"), place=HERE, scored=False)
    every = (choice("a", "b"), choice("b", "ac"), true_false("c"), fill_in("d"), numeric("e"))
    found = asked(*every, match("f"), order("g"), own)
    assert [one.get("type") for one in found] == [
        *("multichoice", "multichoice", "truefalse", "shortanswer", "numerical"),
        *("matching", "ordering", "essay"),
    ]
    assert [one.findtext("defaultgrade") for one in found] == [*"1111111", "0"]
    assert {one.findtext("penalty") for one in found} == {"0"}


def test_true_and_false_stand_under_moodles_own_words() -> None:
    [found] = asked(true_false("a"))
    answers = {one.findtext("text"): one.get("fraction") for one in found.iter("answer")}
    assert answers == {"true": "100", "false": "0"}
    [yes] = asked(
        replace(
            true_false("a"),
            options=tuple(
                replace(one, word={"True": "Yes", "False": "No"}[one.word])
                for one in true_false("a").options
            ),
        )
    )
    assert yes.get("type") == "multichoice"


@pytest.mark.parametrize(
    ("low", "high", "middle", "tolerance"),
    [("0.1", "0.3", "0.2", "0.1"), ("3", "3", "3", "0"), ("-1", "0.5", "-0.25", "0.75")],
)
def test_a_range_is_its_middle_and_how_far_its_ends_are_away(
    low: str, high: str, middle: str, tolerance: str
) -> None:

    gap = Blank(number=Range(Decimal(low), Decimal(high)))
    [found] = asked(replace(numeric("n"), body=(Paragraph(text("It is ", gap)),)))
    assert found.findtext("answer/text") == middle
    assert found.findtext("answer/tolerance") == tolerance


def test_a_star_in_an_answer_is_a_star() -> None:
    body = (Paragraph(text("It is ", Blank(("5*5",)))),)
    [found] = asked(replace(fill_in("a"), body=body))
    assert found.findtext("answer/text") == r"5\*5"


def test_what_is_said_of_right_and_wrong_answers_has_a_place_in_every_type() -> None:
    said = {"correct": (text("Well."),), "incorrect": (text("Look."),), "why": (text("So."),)}
    for question in (choice("a", "b"), true_false("b"), fill_in("c"), numeric("d"), match("e")):
        [found] = asked(replace(question, **said))
        words = etree.tostring(found, encoding="unicode")
        assert all(one in words for one in ("Well.", "Look.", "So."))
        assert found.findtext("generalfeedback/text") == "<p>So.</p>"
    [found] = asked(replace(fill_in("c"), **said))
    assert [one.findtext("text") for one in found.iter("answer")] == ["email", "mail", "*"]
    assert [one.get("fraction") for one in found.iter("answer")] == ["100", "100", "0"]


def test_a_name_is_no_longer_than_moodle_keeps_and_is_what_is_asked() -> None:
    [found] = asked(replace(choice("a", "a"), prompt=text("long " * 99)))
    name = found.findtext("name/text") or ""
    assert len(name) <= 255
    assert name.startswith("long long") and name.endswith("…")


def test_what_is_printed_bears_its_own_name_and_the_lesson_as_a_tag() -> None:
    own = LongFillIn(
        id="own", explicit_id=True, prompt=text("In your words?"), place=HERE, scored=False
    )
    made = edition(course(module("tin-1", replace(own, sensitive=True), quiz(choice("a", "a")))))
    ready, _ = lowered(made, EXPORTER)
    [artefact] = EXPORTER.artefacts([ready], StandInPages, EXPORTER.options(made.course))
    [file] = artefact.files()
    [found] = etree.fromstring(file.content).xpath("//question[idnumber='tin-1-p1']")
    assert found.findtext("name/text") == "In your words?"
    assert [one.text for one in found.iterfind("tags/tag/text")] == ["tin-1"]


def test_as_many_hints_as_further_tries() -> None:
    hinted = replace(choice("a", "b"), hints=(text("Longer."),), attempts=3)
    [found] = asked(hinted)
    assert [one.findtext("text") for one in found.iter("hint")] == ["<p>Longer.</p>", ""]
    [gap] = asked(replace(fill_in("c"), hints=(text("Longer."),), attempts=3))
    assert len([*gap.iter("hint")]) == 1


def test_a_field_stands_in_the_gap_that_is_asked_for() -> None:
    body = (Paragraph(text("One ", Blank(("a",)), " and ", Blank(("b",)))),)
    first, second = asked(replace(fill_in("a"), body=body))
    assert first.findtext("questiontext/text").endswith("<p>One ________ and …</p>")
    assert second.findtext("questiontext/text").endswith("<p>One … and ________</p>")


def test_things_that_belong_nowhere_are_rows_without_a_stem() -> None:
    [found] = asked(match("a"))
    rows = [
        (one.findtext("text"), one.findtext("answer/text")) for one in found.iter("subquestion")
    ]
    assert rows == [("A", "to a"), ("B", "to b"), ("C", "to c"), ("", "to d")]


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose question shows a picture."""
    folder = tmp_path_factory.mktemp("pictured")
    (folder / "modules").mkdir()
    (folder / "images").mkdir()
    lamp = (TESTS / "courses/tiny/images/lamp.png").read_bytes()
    (folder / "images/lamp.png").write_bytes(lamp)
    (folder / "course.yml").write_text("id: pic\ntitle: Pictures\nmodules: [pic-1]\n", "utf-8")
    (folder / "modules/pic-1.md").write_text(
        "---\nid: pic-1\ntitle: One\n---\n\n## Quiz: Check\n\n<!-- id: q -->\n\n"
        "### Question: What is it?\n\n<!-- id: lamp -->\n\n![A lamp](../images/lamp.png)\n\n"
        "- [x] A lamp\n  > Yes.\n- [ ] A bird\n  > No.\n",
        "utf-8",
    )
    dist = folder / "dist"
    build(Request((folder,), "preview", date(2026, 11, 24), ("en",), ("moodle",), dist))
    return dist / "preview/moodle/pic/pic-en-preview-moodle.xml"


def test_a_picture_lies_beside_the_text_that_shows_it(pictured: Path) -> None:
    root = etree.fromstring(pictured.read_bytes())
    [question] = (one for one in root if one.get("type") == "multichoice")
    stem = question.find("questiontext")
    names = [file.get("name") for file in stem.findall("file")]
    assert names and all(f"@@PLUGINFILE@@/{name}" in stem.findtext("text") for name in names)
    assert all(b64decode(file.text)[:4] in (b"RIFF", b"\x89PNG") for file in stem.findall("file"))
    assert [*EXPORTER.verify(pictured)] == []


def test_words_that_look_like_the_sign_of_a_file_stay_words(tmp_path: Path) -> None:
    typed = text('Type src="@@PLUGINFILE@@/x.png here')
    options = (Option("a", typed, True, (typed,)), Option("b", text("B"), False))
    told = {"options": options, "hints": (typed,), "why": (typed,), "stem": (Paragraph(typed),)}
    gap = (Paragraph(text("It is ", Blank(("@@PLUGINFILE@@/x.png",)))),)
    ask = (replace(choice("one", "a"), prompt=typed, **told), replace(fill_in("gap"), body=gap))
    file = tmp_path / "x.xml"
    file.write_text(written(*ask), "utf-8")
    assert [*EXPORTER.verify(file)] == []
    root = etree.fromstring(file.read_bytes())
    rewritten = [one for one in root.iter("*") if one.get("format") == "html"]
    assert rewritten and root.find(".//file") is None
    assert "@@PLUGINFILE@@" not in "".join(one.findtext("text", "") for one in rewritten)
    assert "&#64;@PLUGINFILE@@/x.png" in "".join(root.itertext())


FAULTS: list[tuple[str, Callable[[str], str]]] = [
    ("no type of question", lambda xml: xml.replace('type="matching"', 'type="pairs"')),
    ("in Moodle's list", lambda xml: xml.replace('fraction="50"', 'fraction="49"', 1)),
    ("ticks everything", lambda xml: xml.replace('fraction="-50"', 'fraction="-5"')),
    ("not one answer alone", lambda xml: xml.replace('fraction="100"', 'fraction="90"', 1)),
    (
        "not one answer alone",
        lambda xml: re.sub(
            r'(<single>true</single>.*?<answer fraction=")0"',
            r'\g<1>100"',
            xml,
            count=1,
            flags=re.S,
        ),
    ),
    ("a tolerance is no number", lambda xml: xml.replace("<tolerance>0<", "<tolerance>x<")),
    ("before its beginning", lambda xml: xml.replace("<tolerance>0<", "<tolerance>-1<")),
    ("one of true and false", lambda xml: xml.replace(*_swapped(xml))),
    ("another question has its id", lambda xml: xml.replace("tin-1-two<", "tin-1-one<")),
    ("has no name", lambda xml: xml.replace("<text>one</text>", "<text/>", 1)),
    ("more than 255", lambda xml: xml.replace("<text>one<", f"<text>{'long' * 64}<", 1)),
    ("asks nothing", lambda xml: xml.replace("<![CDATA[<p>one</p>]]>", "", 1)),
    ("without a place", lambda xml: xml.replace("<text>to b</text>", "<text/>")),
    ("fewer than two things to put", lambda xml: _without_items(xml)),
]


def _swapped(xml: str) -> tuple[str, str]:
    start = xml.index('type="truefalse"')
    head = xml[start : xml.index("</question>", start)]
    return head, head.replace('fraction="0"', 'fraction="100"')


def _without_items(xml: str) -> str:
    start = xml.index('type="ordering"')
    first = xml.index("</answer>", start) + len("</answer>")
    return xml[:first] + xml[xml.index("</question>", start) :]


@pytest.mark.parametrize(("told", "plant"), FAULTS)
def test_what_an_import_would_refuse_or_grade_wrongly_is_found(
    told: str, plant: Callable[[str], str], tmp_path: Path
) -> None:
    every = (choice("one", "b"), choice("two", "ac"), true_false("three"), numeric("five"))
    xml = written(*every, match(), order())
    file = tmp_path / "x-moodle.xml"
    file.write_text(xml, "utf-8")
    assert [*EXPORTER.verify(file)] == []
    assert plant(xml) != xml
    file.write_text(plant(xml), "utf-8")
    found = [*EXPORTER.verify(file)]
    assert {one.code for one in found} == {"V050"}
    assert any(told in one.message for one in found), found


PICTURE_FAULTS: list[tuple[str, Callable[[str], str]]] = [
    ("is missing", lambda xml: xml.replace('<file name="', '<file name="x', 1)),
    ("nothing shows its file", lambda xml: xml.replace("@@PLUGINFILE@@/", "")),
    ("cannot be decoded", lambda xml: xml.replace('encoding="base64">', 'encoding="base64">!', 1)),
]


@pytest.mark.parametrize(("told", "plant"), PICTURE_FAULTS)
def test_a_picture_that_is_lost_is_found(
    told: str, plant: Callable[[str], str], pictured: Path, tmp_path: Path
) -> None:
    file = tmp_path / "x-moodle.xml"
    file.write_text(plant(pictured.read_text("utf-8")), "utf-8")
    assert any(told in one.message for one in EXPORTER.verify(file))


def test_a_file_that_is_no_bank_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x-moodle.xml"
    for content in ("<quiz/>", "<course><question/></course>", "<quiz>"):
        file.write_text(content, "utf-8")
        assert "V006" in {one.code for one in EXPORTER.verify(file)}
