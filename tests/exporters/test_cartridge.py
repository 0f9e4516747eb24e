"""What a cartridge says, and what its verify finds in one that somebody changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exporters.asked import EVERY
from kandil.exporters._cartridge.version import QTI, VERSIONS, Version
from kandil.exporters._lowering import lowered
from kandil.exporters.cartridge import EXPORTER, CartridgeOptions
from kandil.model.blocks import Paragraph
from kandil.model.course import FormatSetting
from kandil.model.edition import Edition
from kandil.model.inlines import Blank, Link
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from lxml import etree
from standin import HERE, StandInPages, choice, course, edition, module, quiz, text

Files = dict[str, bytes]
IN = {"q": QTI}
BOTH = pytest.mark.parametrize("version", VERSIONS.values(), ids=[*VERSIONS])
QUIZ, BANK = "quizzes/tin-1-check/assessment.xml", "quizzes/practice/bank.xml"
MANIFEST = "imsmanifest.xml"
PAGE = "pages/lesson-tin-1.html"


def made() -> Edition:
    """As the pipeline hands it."""
    blocks = (Paragraph(text("Read this.")), choice("outside", "a"), quiz(*EVERY.values()))
    return lowered(edition(course(module("tin-1", *blocks))), EXPORTER)[0]


def build(of: Edition, version: Version = VERSIONS["1.1"]) -> Files:
    [artefact] = EXPORTER.artefacts([of], StandInPages, CartridgeOptions(version))
    return {file.path: file.content for file in artefact.files()}


def faults(
    folder: Path, change: Callable[[Files], None] | None = None, **options: Any
) -> list[tuple[str, str, str]]:
    files = build(made(), **options)
    if change:
        change(files)
    target = folder / "tin-en-preview.imscc"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return [(one.code, one.place.file, one.message) for one in EXPORTER.verify(target)]


def item(name: str, of: Files | None = None) -> etree._Element:
    root = etree.fromstring((of or build(made()))[QUIZ])
    [found] = root.xpath(f"//q:item[@ident='tin-1-{name}']", namespaces=IN)
    return found


def kind(found: etree._Element) -> str:
    return found.findtext(".//q:fieldentry", "", IN)


def rules(found: etree._Element) -> list[tuple[list[str], str, list[str]]]:
    """Of each condition: what is judged, what it gives, what is said."""
    return [
        (
            [one.text or "" for one in rule.iterfind(".//q:varequal", IN)],
            rule.findtext("q:setvar", "", IN),
            [one.get("linkrefid", "") for one in rule.iterfind("q:displayfeedback", IN)],
        )
        for rule in found.iterfind(".//q:respcondition", IN)
    ]


def test_the_course_says_its_version() -> None:
    assert EXPORTER.options(course()).version is VERSIONS["1.1"]
    asked = (FormatSetting("cartridge", "cc", "1.3", HERE),)
    assert EXPORTER.options(course(settings=asked)).version is VERSIONS["1.3"]


@BOTH
def test_verify_finds_nothing_in_what_was_built(version: Version, tmp_path: Path) -> None:
    assert faults(tmp_path, version=version) == []


@BOTH
def test_an_importer_finds_the_namespace_where_it_looks(version: Version) -> None:
    manifest = build(made(), version)[MANIFEST]
    assert f'xmlns="{version.namespace}"'.encode() in manifest[:1024]
    assert version.assessment.encode() in manifest and version.bank.encode() in manifest


def test_a_lesson_is_a_folder_with_its_page_and_its_quiz() -> None:
    root = etree.fromstring(build(made())[MANIFEST])
    space = {"c": VERSIONS["1.1"].namespace}
    lines = root.xpath("//c:item[c:title]", namespaces=space)
    told = [(one.findtext("c:title", "", space), one.get("identifierref")) for one in lines]
    assert told == [
        ("Tiny & plain", "course"),
        ("Lesson tin-1", None),
        ("Lesson tin-1", "lesson-tin-1"),
        ("Lesson tin-1: Check yourself", "quiz-tin-1-check"),
    ]


def test_each_question_is_of_a_kind_that_the_profile_has() -> None:
    kinds = {
        one.get("ident", "").removeprefix("tin-1-"): kind(one)
        for one in etree.fromstring(build(made())[QUIZ]).iterfind(".//q:item", IN)
    }
    choices = {f"{name}-{one}" for name in ("order", "pairs", "groups") for one in "abc"}
    matched = {name for name in choices if not name.startswith("groups")}
    assert kinds == {
        "single": "cc.multiple_choice.v0p1",
        "several": "cc.multiple_response.v0p1",
        "verdict": "cc.true_false.v0p1",
        "word": "cc.fib.v0p1",
        "number": "cc.fib.v0p1",
        "words": "cc.essay.v0p1",
        **dict.fromkeys(matched, "cc.multiple_choice.v0p1"),
    }


def test_what_the_profile_has_not_is_printed() -> None:
    page = build(made())[PAGE].decode()
    assert "groups" in page and "gaps" in page and "rate" in page


def test_a_star_is_printed_since_moodle_takes_it_for_any_words() -> None:
    word = EVERY["word"]
    assert EXPORTER.takes(word, quizzed=True)
    blank = replace(word.body[0].text.inlines[1], answers=("plain", "a*b"))
    starred = replace(word.body[0].text, inlines=("It is ", blank))
    assert not EXPORTER.takes(replace(word, body=(Paragraph(starred),)), quizzed=True)


def test_a_right_answer_gives_the_points_and_a_wrong_one_does_not() -> None:
    assert rules(item("single")) == [(["b"], "100", [])]
    assert rules(item("verdict")) == [(["true"], "100", [])]
    assert rules(item("word")) == [(["email", "mail"], "100", [])]
    assert rules(item("number")) == [(["3"], "100", [])]
    *_, right, wrong = rules(item("several"))
    assert right == (["a", "b", "c", "d"], "100", ["right"]) and wrong == ([], "", ["wrong"])
    refused = item("several").findall(".//q:and/q:not/q:varequal", IN)
    assert [one.text for one in refused] == ["b", "d"]
    assert rules(item("order-b"))[1:] == [(["b"], "100", [])]


def test_points_are_weights() -> None:
    weights = item("single").xpath(".//q:fieldentry", namespaces=IN)
    assert [one.text for one in weights] == ["cc.multiple_choice.v0p1", "2"]


def test_all_that_the_author_says_of_an_answer_is_said() -> None:
    found = item("several")
    told = {
        one.get("ident"): etree.fromstring(f"<x>{''.join(one.itertext())}</x>").xpath("//p/text()")
        for one in found.iterfind("q:itemfeedback", IN)
    }
    assert told == {
        "general": ["Because of it.", "Look at it."],
        "right": ["Well seen."],
        "wrong": ["Look again."],
        **{f"about-{one}": [f"about {one}"] for one in "abcd"},
    }
    assert rules(item("words")) == [([], "", ["solution"])]


def test_what_may_be_practised_is_on_the_page_and_in_the_bank() -> None:
    files = build(made())
    names = etree.fromstring(files[BANK]).xpath("//q:item/@ident", namespaces=IN)
    assert names == ["tin-1-outside"]
    assert b"outside" in files[PAGE] and b"<details" in files[PAGE]
    plain = build(lowered(edition(course(module("tin-1", quiz(choice("a", "a"))))), EXPORTER)[0])
    assert BANK not in plain


def test_what_stays_with_the_learner_is_no_question() -> None:
    own = quiz(choice("mine", "a", sensitive=True), choice("open", "a"))
    files = build(lowered(edition(course(module("tin-1", own))), EXPORTER)[0])
    assert b"tin-1-open" in files[QUIZ] and b"mine" not in files[QUIZ]
    assert b"mine" in files[PAGE]
    careful = course(module("tin-1", own), sensitive_setting=True)
    assert QUIZ not in build(lowered(edition(careful), EXPORTER)[0])


def test_a_quiz_that_draws_asks_all_and_the_report_says_it() -> None:
    held = replace(quiz(choice("one", "a"), choice("two", "b")), draw=1)
    ready, told = lowered(edition(course(module("tin-1", held))), EXPORTER)
    assert build(ready)[QUIZ].count(b"<item ") == 2
    assert [one.code for one in told] == ["V030"]


def test_what_a_question_says_is_read_back(tmp_path: Path) -> None:
    files = build(made())
    target = tmp_path / "tin-en-preview.imscc"
    write_archive(target, [File(path, content) for path, content in files.items()])
    words = {(one.file, one.words) for one in EXPORTER.shown(target)}
    for said in (
        "Because of it.",
        "Answer a",
        "about d",
        "Lesson tin-1: Check yourself",
        "email",
        "several",
    ):
        assert (QUIZ, said) in words
    assert (PAGE, "Read this.") in words


def changed(name: str, old: str, new: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        assert old.encode() in files[name], (name, old)
        files[name] = files[name].replace(old.encode(), new.encode(), 1)

    return change


def _in_item(name: str, old: str, new: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        before, mark, rest = files[QUIZ].decode().partition(f'ident="tin-1-{name}"')
        assert old in rest, (name, old)
        files[QUIZ] = (before + mark + rest.replace(old, new, 1)).encode()

    return change


BASE = 'type="webcontent" href="pages/course.html"'
KIND = "imsqti_xmlv1p2/imscc_xmlv1p1/"
BROKEN = [
    (MANIFEST, changed(MANIFEST, "imsccv1p1/imscp", "imsccv9/imscp"), "no manifest"),
    (MANIFEST, changed(MANIFEST, "<manifest ", "<manifest" + " " * 1100), "first 1024 bytes"),
    (MANIFEST, changed(MANIFEST, ">1.1.0<", ">1.2.0<"), "does not say that it is"),
    (MANIFEST, changed(MANIFEST, 'structure="rooted-hierarchy"', ""), "table of contents"),
    (
        MANIFEST,
        changed(MANIFEST, '<item identifier="root">', '<item identifier="root"><title>x</title>'),
        "root without",
    ),
    (
        MANIFEST,
        changed(MANIFEST, "<title>Lesson tin-1: Check yourself</title>", "<title/>"),
        "has no title",
    ),
    (MANIFEST, changed(MANIFEST, ' identifierref="course"', ""), "leads nowhere"),
    (MANIFEST, changed(MANIFEST, 'ref="quiz-tin-1-check"', 'ref="practice"'), "rule 8a"),
    (MANIFEST, changed(MANIFEST, '"f-tin-1"', '"f-tin-1" identifierref="course"'), "rule 8b"),
    (MANIFEST, changed(MANIFEST, 'identifier="i-course"', 'identifier="1"'), "a letter must"),
    (MANIFEST, changed(MANIFEST, 'identifier="i-course"', 'identifier="course"'), "two things"),
    (MANIFEST, changed(MANIFEST, KIND + "assessment", KIND + "test"), "this version has not"),
    (MANIFEST, changed(MANIFEST, KIND + 'assessment"', KIND + 'assessment" href="x"'), "rules 3"),
    (MANIFEST, changed(MANIFEST, KIND + "assessment", KIND + "question-bank"), "rule 4a"),
    (MANIFEST, changed(MANIFEST, BASE, 'type="webcontent" href="x.html"'), "rule 10b"),
    (
        MANIFEST,
        changed(
            MANIFEST,
            '<file href="pages/course.html"/>',
            '<file href="pages/course.html"/><dependency identifierref="course"/>',
        ),
        "which it may not",
    ),
    (QUIZ, changed(QUIZ, ">unlimited<", ">9<"), "rule 1"),
    (QUIZ, changed(QUIZ, ' title="Lesson tin-1: Check yourself"', ""), "no title"),
    (QUIZ, _in_item("single", ">cc.multiple_choice.v0p1<", ">cc.drawing.v0p1<"), "rule 2b"),
    (QUIZ, _in_item("single", ">2<", ">200<"), "rule 2c"),
    (QUIZ, _in_item("single", '"Single"', '"Multiple"'), "4a"),
    (QUIZ, _in_item("single", 'ident="c"', 'ident="a"'), "one twice"),
    (QUIZ, _in_item("single", ">b</varequal>", ">z</varequal>"), "9a"),
    (QUIZ, _in_item("single", 'respident="response"', 'respident="other"'), "9a"),
    (QUIZ, _in_item("single", ">100</setvar>", ">50</setvar>"), "one rule"),
    (QUIZ, _in_item("verdict", 'ident="true"', 'ident="a"'), "stops Moodle"),
    (QUIZ, _in_item("word", ">email</varequal>", "> </varequal>"), "accepted"),
    (QUIZ, _in_item("word", 'respident="response"', 'respident="other"'), "rule 6c"),
    (QUIZ, _in_item("words", ">No<", ">Yes<"), "rule 8f"),
    (QUIZ, _in_item("several", 'linkrefid="right"', 'linkrefid="gone"'), "rule 12c"),
    (QUIZ, _in_item("several", 'itemfeedback ident="right"', 'itemfeedback ident="x"'), "rule 12d"),
    (QUIZ, _in_item("word", 'ident="tin-1-number"', 'ident="tin-1-word"'), "rule 13a"),
]


@pytest.mark.parametrize(("name", "change", "words"), BROKEN)
def test_verify_finds_what_is_broken(
    name: str, change: Callable[[Files], None], words: str, tmp_path: Path
) -> None:
    found = faults(tmp_path, change)
    assert any(file == name and words in message for _, file, message in found), found


BAD = [
    ("&lt;script&gt;alert(1)&lt;/script&gt;", "V042"),
    ('&lt;img src="https://example.org/a.png" alt="" /&gt;', "V003"),
    ('&lt;a href="lnk-2.html#ideas"&gt;there&lt;/a&gt;', "V002"),
    ('&lt;a href="https://example.org/"&gt;there&lt;/a&gt;', "V003"),
    ('&lt;img src="$IMS-CC-FILEBASE$../../pictures/no.png" alt="" /&gt;', "V002"),
]


@pytest.mark.parametrize(("words", "code"), BAD)
def test_verify_looks_into_the_words_of_questions(words: str, code: str, tmp_path: Path) -> None:
    found = faults(tmp_path, changed(QUIZ, "&lt;p&gt;single", f"{words}&lt;p&gt;single"))
    assert code in [one for one, _, _ in found], found


def _linking(target: str) -> Files:
    """A quiz of one question, whose explanation links somewhere."""
    why = replace(text("Read"), inlines=("Read ", Link(target, ("the guide",)), "."))
    asked = quiz(choice("single", "b", why=(why,)))
    return build(lowered(edition(course(module("tin-1", asked))), EXPORTER)[0])


def test_a_link_out_of_a_question_may_be_clicked(tmp_path: Path) -> None:
    files = _linking("https://example.org/guide")
    assert b'href="https://example.org/guide" rel="noopener noreferrer"' in _mattext(files)
    target = tmp_path / "tin-en-preview.imscc"
    write_archive(target, [File(path, content) for path, content in files.items()])
    assert [*EXPORTER.verify(target)] == []


def test_a_link_to_another_lesson_is_words_in_a_question() -> None:
    said = _mattext(_linking("tin-2#ideas"))
    assert b"Read the guide." in said and b"href" not in said


def _mattext(files: Files) -> bytes:
    root = etree.fromstring(files[QUIZ])
    return "".join(one.text for one in root.iter(f"{{{QTI}}}mattext")).encode()


def test_only_the_gap_that_is_asked_is_a_line() -> None:
    said = replace(
        text("It"), inlines=("First ", Blank(("lock",)), ", then ", Blank(("hide",)), ".")
    )
    two = replace(EVERY["word"], body=(Paragraph(said),), points=2)
    files = build(lowered(edition(course(module("tin-1", quiz(two)))), EXPORTER)[0])
    root = etree.fromstring(files[QUIZ])
    asked = [
        one.findtext("q:presentation/q:material/q:mattext", "", IN)
        for one in root.iter(f"{{{QTI}}}item")
    ]
    assert len({*asked}) == len(asked) > 1
    assert all(one.count("________") == 1 and "…" in one for one in asked), asked


def test_verify_finds_a_lesson_that_is_not_there(tmp_path: Path) -> None:
    found = faults(tmp_path, lambda files: files.pop(PAGE))
    assert ("V004", MANIFEST) in [(code, file) for code, file, _ in found]
