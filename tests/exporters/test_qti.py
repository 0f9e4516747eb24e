"""What a QTI package says, and what its verify finds in one that somebody changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from exporters.asked import EVERY
from kandil.exporters._lowering import lowered
from kandil.exporters._qti.dialect import QTI21, QTI30, Dialect
from kandil.exporters._qti.markup import insert
from kandil.exporters.qti import EXPORTER, QtiOptions
from kandil.model.blocks import Paragraph
from kandil.model.course import FormatSetting
from kandil.model.edition import Edition
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from lxml import etree
from markupsafe import Markup
from standin import HERE, StandInPages, choice, course, edition, module, quiz, text

Files = dict[str, bytes]
BOTH = pytest.mark.parametrize("dialect", [QTI21, QTI30], ids=["2.1", "3.0"])
SPACES = {"a": QTI30.items, "b": QTI21.items}


def made(**settings: object) -> Edition:
    held = quiz(*(one for one in EVERY.values()))
    practised = choice("outside", "a")
    lesson = module("tin-1", Paragraph(text("Read this.")), practised, held, **settings)
    return edition(course(lesson))


def build(of: Edition, dialect: Dialect = QTI30) -> Files:
    [artefact] = EXPORTER.artefacts([of], StandInPages, QtiOptions(dialect))
    return {file.path: file.content for file in artefact.files()}


def faults(
    folder: Path, change: Callable[[Files], None] | None = None, dialect: Dialect = QTI30
) -> list[tuple[str, str, str]]:
    files = build(made(), dialect)
    if change:
        change(files)
    target = folder / "tin-en-preview-qti.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return [(one.code, one.place.file, one.message) for one in EXPORTER.verify(target)]


def test_the_course_says_its_version() -> None:
    assert EXPORTER.options(course()).dialect is QTI30
    asked = (FormatSetting("qti", "qti", "2.1", HERE),)
    assert EXPORTER.options(course(settings=asked)).dialect is QTI21


@BOTH
def test_verify_finds_nothing_in_what_was_built(dialect: Dialect, tmp_path: Path) -> None:
    assert faults(tmp_path, dialect=dialect) == []


@BOTH
def test_each_question_is_an_item_and_each_quiz_a_test(dialect: Dialect) -> None:
    files = build(made(), dialect)
    asked = {f"tin-1-{name}.xml" for name in ("outside", *EVERY)}
    assert asked < files.keys()
    tests = {"t-course.xml", "t-tin-1.xml", "t-tin-1-check.xml"}
    assert {name for name in files if name.startswith("t-")} == tests
    manifest = files["imsmanifest.xml"]
    assert manifest.index(b"t-tin-1-check.xml") < manifest.index(b"tin-1-outside.xml")
    assert dialect.schema.encode() in manifest and dialect.item_type.encode() in manifest


def refs(content: bytes) -> dict[str, str | None]:
    found = etree.fromstring(content).iter(QTI30.name("assessmentItemRef"))
    return {one.get("identifier", ""): one.get("category") for one in found}


def test_only_questions_of_a_quiz_count() -> None:
    files = build(made())
    assert refs(files["t-tin-1.xml"]) == {"lesson-tin-1": None, "tin-1-outside": None}
    counted = {name for name, kind in refs(files["t-tin-1-check.xml"]).items() if kind == "scored"}
    assert counted == {f"tin-1-{name}" for name, one in EVERY.items() if one.scored}


def test_the_lesson_does_not_ask_what_the_platform_asks() -> None:
    lesson = build(made())["lesson-tin-1.xml"]
    assert b"Read this." in lesson and b"outside" not in lesson


@BOTH
def test_the_way_out_of_a_lesson_leads_out(dialect: Dialect) -> None:
    of = edition(course(module("tin-1", Paragraph(text("Read this.")), sensitivity="mention")))
    item = etree.fromstring(build(of, dialect)["lesson-tin-1.xml"])
    ways = [one for one in item.iter() if one.text == "Exit now"]
    assert ways
    for way in ways:
        above = way.getparent()
        assert above is not None
        assert (above.tag, above.get("href")) == (f"{{{dialect.items}}}a", "about:blank")


def test_a_draw_chooses_among_what_counts() -> None:
    held = replace(quiz(*EVERY.values()), draw=3)
    content = build(edition(course(module("tin-1", held))))["t-tin-1-check.xml"]
    drawn, always = etree.fromstring(content).iter(QTI30.name("assessmentSection"))
    assert drawn[0].get("select") == "3"
    names = [one.get("identifier") for one in always.iter(QTI30.name("assessmentItemRef"))]
    assert names == ["tin-1-rate", "tin-1-words"]
    assert len(drawn.findall(QTI30.name("assessmentItemRef"))) == len(EVERY) - 2


def test_tries_are_those_of_the_question_or_of_its_quiz() -> None:
    held = quiz(choice("one", "a", attempts=1), choice("two", "b"))
    content = build(edition(course(module("tin-1", held))))["t-tin-1-check.xml"]
    controls = etree.fromstring(content).iter(QTI30.name("itemSessionControl"))
    assert [one.get("max-attempts") for one in controls] == ["1", "3"]


def test_all_that_the_author_says_of_an_answer_is_said() -> None:
    item = etree.fromstring(build(made())["tin-1-several.xml"])
    told = {
        one.get("identifier"): "|".join(one.itertext())
        for one in item.iter(QTI30.name("modalFeedback"))
    }
    assert told == {
        "right": "Yes.|Well seen.|Because of it.",
        "wrong": "Not quite.|Look again.|Look at it.|Because of it.",
        **{one: f"Answer {one}|about {one}" for one in "abcd"},
    }
    steps = build(made())["tin-1-order.xml"].decode()
    assert "about a" in steps and "about c" in steps


def test_an_answer_is_accepted_as_the_page_accepts_it() -> None:
    item = etree.fromstring(build(made())["tin-1-gaps.xml"])
    keys = [one.get("map-key") for one in item.iter(QTI30.name("mapEntry"))]
    assert keys == ["п'ять", "five", "п’ять", "пʼять"]
    curly = build(edition(course(module("tin-1", quiz(_typed("п’ять"))))))["tin-1-typed.xml"]
    keys = [one.get("map-key") for one in etree.fromstring(curly).iter(QTI30.name("mapEntry"))]
    assert keys == ["п’ять", "п'ять", "пʼять"]


def _typed(word: str) -> object:
    gap = replace(EVERY["word"], id="typed")
    blank = replace(gap.body[0].text.inlines[1], answers=(word,))
    sentence = replace(gap.body[0].text, inlines=("It is ", blank))
    return replace(gap, body=(Paragraph(sentence),))


def test_what_is_ordered_does_not_stand_in_its_order() -> None:
    item = etree.fromstring(build(made())["tin-1-order.xml"])
    shown = [one.get("identifier") for one in item.iter(QTI30.name("simpleChoice"))]
    right = [one.text for one in item.iter(QTI30.name("value"))][:3]
    assert (sorted(shown), right) == (["a", "b", "c"], ["a", "b", "c"])
    assert shown != right


@BOTH
def test_the_language_and_its_direction_are_said(dialect: Dialect) -> None:
    of = edition(course(module("tin-1", Paragraph(replace(text("A bird"), lang="en")))), "ar-XB")
    item = etree.fromstring(build(of, dialect)["lesson-tin-1.xml"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert item.get(lang) == "ar-XB"
    [part] = [one for one in item.iter() if one.text == "A bird"]
    assert part.get(lang) == "en"
    ways = {one.get("dir") for one in item.iter() if one.get("dir")}
    assert ways == ({"rtl", "ltr"} if dialect.html5 else set())


def test_what_stays_with_the_learner_is_no_item() -> None:
    own = choice("mine", "a", sensitive=True)
    ready, _ = lowered(edition(course(module("tin-1", quiz(own, choice("open", "a"))))), EXPORTER)
    files = build(ready)
    assert "tin-1-open.xml" in files and "tin-1-mine.xml" not in files
    assert b"mine" in files["lesson-tin-1.xml"]
    careful = course(module("tin-1", quiz(choice("open", "a"))), sensitive_setting=True)
    ready, _ = lowered(edition(careful), EXPORTER)
    assert not any(b"interaction" in content for content in build(ready).values())


def changed(name: str, old: str, new: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        assert old.encode() in files[name], (name, old)
        files[name] = files[name].replace(old.encode(), new.encode(), 1)

    return change


ITEM, TEST, MANIFEST = "tin-1-single.xml", "t-tin-1-check.xml", "imsmanifest.xml"
BROKEN = [
    (MANIFEST, changed(MANIFEST, ">3.0.0<", ">3.1<"), "does not say that it is"),
    (MANIFEST, changed(MANIFEST, "imsqti_item_xmlv3p0", "imsqti_item_xmlv2p1"), "kind of resource"),
    (MANIFEST, changed(MANIFEST, 'identifier="about"', 'identifier="1"'), "a letter must"),
    (MANIFEST, changed(MANIFEST, 'identifier="about"', 'identifier="course"'), "two resources"),
    (MANIFEST, changed(MANIFEST, 'href="edition.json"', 'href="gone.json"'), "its own file"),
    (MANIFEST, changed(MANIFEST, 'ref="tin-1-single"', 'ref="gone"'), "'gone', which is not"),
    (MANIFEST, changed(MANIFEST, "qtiv3p0/imscp", "qtiv9/imscp"), "no manifest"),
    (ITEM, changed(ITEM, 'title="single"', ""), "no 'title'"),
    (ITEM, changed(ITEM, 'identifier="tin-1-single"', 'identifier="1"'), "a letter must"),
    (ITEM, changed(ITEM, 'response-identifier="RESPONSE"', 'response-identifier="R"'), "(7.1)"),
    (ITEM, changed(ITEM, 'cardinality="single"', 'cardinality="ordered"'), "(7.2)"),
    (ITEM, changed(ITEM, 'base-type="identifier"', 'base-type="string"'), "(7.2)"),
    (ITEM, changed(ITEM, 'choice identifier="a"', 'choice identifier="b"'), "stands twice"),
    (ITEM, changed(ITEM, "<qti-value>b<", "<qti-value>z<"), "which is no choice"),
    (ITEM, changed(ITEM, "<qti-value>b</qti-value>", ""), "no right answer"),
    (ITEM, changed(ITEM, 'max-choices="1"', 'max-choices="0"'), "number of answers"),
    (
        ITEM,
        changed(ITEM, 'outcome-value identifier="SCORE"', 'outcome-value identifier="S"'),
        "set",
    ),
    (ITEM, changed(ITEM, 'variable identifier="RESPONSE"', 'variable identifier="X"'), "read"),
    (ITEM, changed(ITEM, 'outcome-identifier="VERDICT"', 'outcome-identifier="V"'), "hangs on"),
    (
        ITEM,
        changed(ITEM, 'identifier="right" show', 'identifier="never" show'),
        "no answer reaches",
    ),
    (ITEM, changed(ITEM, 'identifier="MAXSCORE"', 'identifier="SCORE"'), "declared twice"),
    (ITEM, changed(ITEM, "<qti-prompt>", "<qti-prompt><marquee/>"), "'marquee'"),
    (ITEM, changed(ITEM, "<qti-match>", "<qti-match><qti-random/>"), "'qti-random'"),
    ("tin-1-order.xml", changed("tin-1-order.xml", "<qti-value>b</qti-value>", ""), "every item"),
    (TEST, changed(TEST, 'href="tin-1-single.xml"', 'href="gone.xml"'), "no item of the package"),
    (TEST, changed(TEST, 'identifier="tin-1-word"', 'identifier="tin-1-gaps"'), "stands twice"),
    (TEST, changed(TEST, 'mode="nonlinear"', 'mode="free"'), "no legal"),
]


@pytest.mark.parametrize(("name", "change", "words"), BROKEN)
def test_verify_finds_what_is_broken(
    name: str, change: Callable[[Files], None], words: str, tmp_path: Path
) -> None:
    found = faults(tmp_path, change)
    assert any(file == name and words in message for _, file, message in found), found


def test_verify_finds_an_item_that_a_test_may_not_need(tmp_path: Path) -> None:
    line = '      <dependency identifierref="tin-1-single"/>\n'
    found = faults(tmp_path, changed(MANIFEST, line, ""))
    assert [(code, file) for code, file, _ in found] == [("V006", TEST)]


def test_verify_finds_a_draw_of_more_than_there_is(tmp_path: Path) -> None:
    held = replace(quiz(choice("one", "a"), choice("two", "b")), draw=1)
    files = build(edition(course(module("tin-1", held))))
    files[TEST] = files[TEST].replace(b'select="1"', b'select="5"')
    target = tmp_path / "tin-en-preview-qti.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    assert ["draws 5 of 2" in one.message for one in EXPORTER.verify(target)] == [True]


def test_verify_finds_pictures_that_are_not_there(tmp_path: Path) -> None:
    body = "<qti-item-body>"
    for source, code in (("pictures/i-1.png", "V002"), ("https://example.org/a.png", "V003")):
        image = f'{body}<p><img src="{source}" alt=""/></p>'
        found = faults(tmp_path, changed("course.xml", body, image))
        assert code in [one for one, _, _ in found]


@BOTH
def test_the_owner_of_an_address_stands_out_and_a_long_one_may_break(dialect: Dialect) -> None:
    parent = etree.Element("body")
    insert(dialect, parent, Markup("<code>my.<wbr/><mark>bank.example</mark></code>"))
    found = etree.tostring(parent, encoding="unicode")
    assert re.search("my.\u200b<[a-z0-9:]*strong", found)
