"""A backup of Moodle's: what lies in it, and that each disagreement is found."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._mbz.languages import moodle_language
from kandil.exporters.mbz import EXPORTER
from kandil.package.artefact import File
from kandil.package.tarball import tarball
from lxml import etree

TESTS = Path(__file__).parents[1]
Tree = dict[str, bytes]
QUESTION = """### Question: {name}?

<!-- id: {name} -->

{more}- [x] Right {name}
  > Yes.
- [ ] Wrong {name}
  > No.

"""
FIRST = """---
id: pic-1
title: The first
---

The [second](pic-2.md) comes later.

![A lamp](../images/lamp.png)

### Question: Practice?

<!-- id: practice -->

- [x] Yes
  > It is.
- [ ] No
  > It is not.

## Quiz: Check

<!-- id: check; pass: 70% -->

"""
SECOND = """---
id: pic-2
title: The second
---

Words.

## Quiz: Draw

<!-- id: draws; draw: 2 -->

"""


def write_course(folder: Path) -> Path:
    """Two lessons: a picture in a page and in a question; a quiz of all types, one that draws."""
    (folder / "modules").mkdir(parents=True)
    (folder / "images").mkdir()
    lamp = (TESTS / "courses/tiny/images/lamp.png").read_bytes()
    (folder / "images/lamp.png").write_bytes(lamp)
    course = "id: pic\ntitle: Pictures\nmodules: [pic-1, pic-2]\n"
    (folder / "course.yml").write_text(course, "utf-8")
    picture = "![A lamp](../images/lamp.png)\n\n"
    every = [
        QUESTION.format(name="lamp", more=picture),
        "### Question: Both?\n\n<!-- id: both -->\n\n- [x] One\n- [x] Two\n- [ ] Three\n\n",
        "### Question: So?\n\n<!-- id: so -->\n\n- [x] True\n  > Yes.\n- [ ] False\n\n",
        "### Question: Gap\n\n<!-- id: gap -->\n\nIt is [[a word]].\n\n",
        "### Question: Number\n\n<!-- id: number -->\n\nIt is [[= 3 .. 5]].\n\n",
        "### Order: Steps\n\n<!-- id: steps -->\n\n1. One\n2. Two\n3. Three\n\n",
        "### Match: Pairs\n\n<!-- id: pairs -->\n\n| A | B |\n|--|--|\n| a | b |\n| c | d |\n"
        "| | e |\n\n",
        "### Reflect: Own words\n\n<!-- id: own -->\n\n> **Model answer:** Any.\n\n",
    ]
    (folder / "modules/pic-1.md").write_text(FIRST + "".join(every), "utf-8")
    drawn = "".join(QUESTION.format(name=name, more="") for name in ("one", "two", "three"))
    (folder / "modules/pic-2.md").write_text(SECOND + drawn, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = write_course(tmp_path_factory.mktemp("pic") / "course")
    dist = folder.parent / "dist"
    asked = Request((folder,), "preview", date(2026, 11, 24), ("en",), ("mbz",), dist)
    outcome = build(asked)
    return dist / "preview/mbz/pic/pic-en-preview.mbz", outcome


@pytest.fixture(scope="module")
def tree(built: tuple[Path, Outcome]) -> Tree:
    return dict(members(built[0]))


def members(package: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(package) as tar:
        for one in tar:
            held = tar.extractfile(one)
            assert held
            yield one.name, held.read()


def xml(tree: Tree, name: str) -> etree._Element:
    return etree.fromstring(tree[name])


def test_a_section_a_lesson_with_its_page_and_its_quiz(tree: Tree) -> None:
    rows = xml(tree, "moodle_backup.xml").iterfind(".//activity[directory]")
    found = [(row.findtext("directory"), row.findtext("sectionid")) for row in rows]
    assert found == [
        ("activities/page_1", "2"),
        ("activities/quiz_2", "2"),
        ("activities/page_3", "3"),
        ("activities/quiz_4", "3"),
    ]
    names = [xml(tree, f"sections/section_{n}/section.xml").findtext("name") for n in (2, 3)]
    assert names == ["The first", "The second"]


def test_practice_stays_on_its_page_and_pages_lead_to_each_other(tree: Tree) -> None:
    page = xml(tree, "activities/page_1/page.xml").findtext("page/content") or ""
    assert "Practice?" in page and "$@PAGEVIEWBYID*3@$" in page
    assert "Practice?" not in tree["questions.xml"].decode()


def test_every_type_has_its_own_settings(tree: Tree) -> None:
    kinds = [one.text for one in xml(tree, "questions.xml").iter("qtype")]
    assert kinds[:8] == [
        *("multichoice", "multichoice", "truefalse", "shortanswer", "numerical"),
        *("ordering", "match", "description"),
    ]
    quiz = xml(tree, "activities/quiz_2/quiz.xml")
    assert [one.text for one in quiz.iter("maxmark")] == [*"1111111", "0"]
    assert quiz.findtext("quiz/sumgrades") == "7"


def test_passing_is_what_completes_it(tree: Tree) -> None:
    item = xml(tree, "activities/quiz_2/grades.xml").find(".//grade_item")
    assert item is not None
    assert (item.findtext("gradepass"), item.findtext("grademax")) == ("70", "100")
    module = xml(tree, "activities/quiz_2/module.xml")
    assert module.findtext("completionpassgrade") == "1"
    page = xml(tree, "activities/page_1/module.xml")
    assert (page.findtext("completion"), page.findtext("completionview")) == ("2", "1")


def test_a_draw_is_made_of_slots_that_each_ask_any_of_a_category(tree: Tree) -> None:
    quiz = xml(tree, "activities/quiz_4/quiz.xml")
    conditions = [one.text for one in quiz.iter("filtercondition")]
    assert len(conditions) == 2 and len({*conditions}) == 1
    [name] = {*re.findall(r'id":"(\d+)', conditions[0] or "")}
    entries = xml(tree, "questions.xml").findall(
        f"question_category[@id='{name}']/question_bank_entries/question_bank_entry"
    )
    assert len(entries) == 3
    assert quiz.findtext("quiz/sumgrades") == "2"


def test_nothing_in_it_says_more_than_the_date_of_the_edition(tree: Tree) -> None:
    stamps = {one for content in tree.values() for one in re.findall(rb">(1[5-9]\d{8})<", content)}
    assert stamps == {b"1795478400"}


def test_a_whole_backup_has_no_fault(built: tuple[Path, Outcome]) -> None:
    assert [*EXPORTER.verify(built[0])] == []
    assert built[0].stat().st_size < 20_000


@pytest.mark.parametrize(
    ("locale", "name"),
    [("uk", "uk"), ("sr-Latn-ME", "sr_lt"), ("sr-Cyrl", "sr_cr"), ("ro-MD", "ro"), ("ar-XB", "ar")],
)
def test_languages_bear_moodles_names(locale: str, name: str) -> None:
    assert moodle_language(locale) == name


def change(name: str, before: str, after: str, count: int = 1) -> Callable[[Tree], Tree]:
    """One file with other words in it."""

    def changed(tree: Tree) -> Tree:
        words = tree[name].decode()
        assert before in words, words
        return {**tree, name: words.replace(before, after, count).encode()}

    return changed


def without(*names: str) -> Callable[[Tree], Tree]:
    return lambda tree: {key: one for key, one in tree.items() if key not in names}


def picture(tree: Tree) -> str:
    return next(name for name in tree if name.startswith("files/"))


def cut(name: str, start: str, end: str) -> Callable[[Tree], Tree]:
    """Without what stands between the first of these, both included."""

    def changed(tree: Tree) -> Tree:
        words = tree[name].decode()
        first = words.index(start)
        last = words.index(end, first) + len(end)
        return {**tree, name: (words[:first] + words[last:]).encode()}

    return changed


BACKUP, QUESTIONS = "moodle_backup.xml", "questions.xml"
QUIZ, DRAWS = "activities/quiz_2/quiz.xml", "activities/quiz_4/quiz.xml"
MODULE, GRADES = "activities/quiz_2/module.xml", "activities/quiz_2/grades.xml"
FAULTS: list[tuple[str, Callable[[Tree], Tree]]] = [
    ("has no 'scales.xml'", without("scales.xml")),
    ("not well-formed", change("groups.xml", "<groups/>", "<groups>")),
    ("backup of a course", change(BACKUP, "<type>course<", "<type>activity<")),
    ("lists no activity", cut(BACKUP, "<activities>", "</activities>")),
    ("its numbers are not those", change("course/course.xml", 'contextid="15"', 'contextid="16"')),
    ("the course has no name", change("course/course.xml", ">Pictures<", "><")),
    ("pass over", change(BACKUP, "<modulename>page", "<modulename>leaf")),
    ("has no 'activities/quiz_2/grades.xml'", without(GRADES)),
    ("it is no quiz", change(QUIZ, 'modulename="quiz"', 'modulename="page"')),
    ("its number is another", change(QUIZ, 'moduleid="2"', 'moduleid="9"')),
    ("another section", change(MODULE, "<sectionid>2<", "<sectionid>3<")),
    ("it has no name", change(QUIZ, "<name>The first: Check<", "<name><")),
    ("the page is empty", cut("activities/page_3/page.xml", "<content>", "</content>")),
    ("its sequence", change("sections/section_2/section.xml", ">1,2<", ">1<")),
    ("list of sections", change("sections/section_2/section.xml", 'id="2"', 'id="7"')),
    ("a section that is not there", change(BACKUP, "<sectionid>3<", "<sectionid>9<")),
    (
        "keeps something",
        change(
            BACKUP,
            *("<name>files</name>\n        <value>1", "<name>files</name>\n        <value>0"),
        ),
    ),
    (
        "does not list 'activities/page_9'",
        lambda tree: {**tree, "activities/page_9/x.xml": b"<x/>"},
    ),
    ("same context", change(DRAWS, 'contextid="104"', 'contextid="102"')),
    ("in the context of no quiz", change(QUESTIONS, "<contextid>102<", "<contextid>999<")),
    ("names another quiz", change(QUESTIONS, "<contextinstanceid>2<", "<contextinstanceid>4<")),
    ("below one that is not there", change(QUESTIONS, "<parent>1<", "<parent>77<")),
    ("below one of another quiz", change(QUESTIONS, "<parent>1<", "<parent>3<")),
    ("of a 'question' stands 2 times", change(QUESTIONS, '<question id="2"', '<question id="1"')),
    ("of a 'answer' stands 2 times", change(QUESTIONS, '<answer id="2"', '<answer id="1"')),
    ("one version that is ready", change(QUESTIONS, ">ready<", ">draft<")),
    ("another category", change(QUESTIONS, "<questioncategoryid>2<", "<questioncategoryid>1<")),
    ("no type of question", change(QUESTIONS, "<qtype>match<", "<qtype>pairs<")),
    ("the settings of its type", change(QUESTIONS, "plugin_qtype_match", "plugin_qtype_pairs", 2)),
    ("true and false", change(QUESTIONS, "<trueanswer>", "<trueanswer>9")),
    ("an answer has no tolerance", cut(QUESTIONS, "<numerical_records>", "</numerical_records>")),
    ("in Moodle's list", change(QUESTIONS, ">0.5000000<", ">0.4900000<")),
    ("ticks everything", change(QUESTIONS, ">-1.0000000<", ">-0.1000000<")),
    ("from 1 on", change(QUIZ, "<slot>2<", "<slot>5<")),
    ("begins with the first slot", change(QUIZ, "<firstslot>1<", "<firstslot>2<")),
    ("has not one reference", cut(QUIZ, "<question_reference", "</question_reference>")),
    ("leads to no question", change(QUIZ, "<questionbankentryid>2<", "<questionbankentryid>99<")),
    ("no slot leads to pic-1-both", change(QUIZ, "bankentryid>2<", "bankentryid>1<")),
    ("another context than its", change(QUIZ, "<usingcontextid>102<", "<usingcontextid>104<")),
    ("as a slot of a quiz does", change(QUIZ, ">slot<", ">page<")),
    ("other points than its question", change(QUIZ, "<maxmark>1<", "<maxmark>2<")),
    ("its slots together", change(QUIZ, "<sumgrades>7<", "<sumgrades>8<")),
    ("too few questions", change(DRAWS, '"questioncategoryid":"5"', '"questioncategoryid":"4"', 2)),
    ("does not give 100", change(QUIZ, "<grade>100<", "<grade>10<")),
    ("one grade item", change(GRADES, "<iteminstance>2<", "<iteminstance>4<")),
    ("enough to pass", change(GRADES, "<gradepass>70<", "<gradepass>170<")),
    ("hang on passing", change(MODULE, "<completionpassgrade>1<", "<completionpassgrade>0<")),
    ("is not there", lambda tree: without(picture(tree))(tree)),
    ("what its hash says", lambda tree: {**tree, picture(tree): b"x" + tree[picture(tree)][1:]}),
    ("another size", change("files.xml", "<filesize>", "<filesize>1")),
    ("is not beside it", change("files.xml", "<itemid>0<", "<itemid>5<")),
    ("where it lies", change("activities/page_1/page.xml", "@@PLUGINFILE@@/", "", 9)),
    ("it does not list 'files/aa/", lambda tree: {**tree, f"files/aa/aa{'0' * 38}": b"x"}),
    ("which no activity has", change("files.xml", "<contextid>101<", "<contextid>900<")),
    ("just the files", change("activities/page_1/inforef.xml", "<id>1<", "<id>9<")),
    (
        "just the categories",
        change(
            "activities/quiz_2/inforef.xml", "category>\n      <id>1<", "category>\n      <id>9<"
        ),
    ),
]


@pytest.mark.parametrize(("told", "plant"), FAULTS, ids=[one for one, _ in FAULTS])
def test_each_disagreement_is_found(
    told: str, plant: Callable[[Tree], Tree], tree: Tree, tmp_path: Path
) -> None:
    package = tmp_path / "x.mbz"
    package.write_bytes(tarball(File(name, content) for name, content in plant(tree).items()))
    found = [*EXPORTER.verify(package)]
    assert any(told in one.message for one in found), [one.message for one in found]


def test_what_no_run_time_can_mark_gives_no_points(tree: Tree, tmp_path: Path) -> None:
    words = tree[QUESTIONS].decode()
    start = words.rindex("<defaultmark>0<", 0, words.index("<qtype>description"))
    scored = words[:start] + words[start:].replace("<defaultmark>0<", "<defaultmark>1<", 1)
    quiz = tree[QUIZ].decode().replace("<maxmark>0<", "<maxmark>1<").replace(">7<", ">8<")
    package = tmp_path / "x.mbz"
    changed = {**tree, QUESTIONS: scored.encode(), QUIZ: quiz.encode()}
    package.write_bytes(tarball(File(*one) for one in changed.items()))
    assert any("until a teacher marks it" in one.message for one in EXPORTER.verify(package))


def test_it_is_a_gzipped_tar_that_names_nobody(built: tuple[Path, Outcome]) -> None:
    with tarfile.open(fileobj=BytesIO(built[0].read_bytes())) as tar:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in tar} == {(0, 0, "", "")}


def test_what_a_person_sees_is_read_back(built: tuple[Path, Outcome]) -> None:
    shown = " ".join(" ".join(one.words.split()) for one in EXPORTER.shown(built[0]))
    for words in ("Pictures", "The first: Check", "Practice?", "Right lamp", "a word", "Own words"):
        assert words in shown


def test_words_that_look_like_the_sign_of_a_file_stay_words(tmp_path: Path) -> None:
    sign = "@@PLUGINFILE@@/x.png"
    course = tmp_path / "course"
    (course / "modules").mkdir(parents=True)
    (course / "course.yml").write_text("id: sign\ntitle: Signs\nmodules: [s-1]\n", "utf-8")
    asked = QUESTION.format(name="one", more=f"{sign}\n\n").replace("Yes.", f"Yes, {sign}.")
    lesson = f"---\nid: s-1\ntitle: One\n---\n\nType {sign}.\n\n## Quiz: Check\n\n{asked}"
    (course / "modules/s-1.md").write_text(lesson, "utf-8")
    dist = tmp_path / "dist"
    build(Request((course,), "preview", date(2026, 11, 24), ("en",), ("mbz",), dist))
    [package] = (dist / "preview/mbz/sign").glob("*.mbz")
    assert [*EXPORTER.verify(package)] == []
    with tarfile.open(package) as tar:
        held = {one.name: tar.extractfile(one).read().decode() for one in tar if one.isfile()}
    for name in ("questions.xml", "activities/page_1/page.xml"):
        assert sign not in held[name] and "@PLUGINFILE@@/x.png" in held[name]
