"""An archive for Open edX as it should be, and each fault that its importer takes in silence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from examples import some
from exporters.test_lowering import match, order
from hypothesis import given
from hypothesis import strategies as st
from kandil.exporters._olx.course import course_files
from kandil.exporters._olx.policies import percents
from kandil.exporters.olx import EXPORTER
from kandil.model.blocks import Paragraph
from kandil.model.inlines import Image
from kandil.model.interactions import Interaction
from kandil.package.artefact import File
from kandil.package.tarball import tarball
from kandil.problems import Problem
from kandil.verify.contents import UnreadableError
from standin import choice, course, edition, fill_in, module, numeric, quiz, text, true_false

Files = dict[str, bytes]
GRADES = "policies/en-preview/grading_policy.json"
POLICY = "policies/en-preview/policy.json"
ONE = "problem/problem-tin-1-one.xml"
PAGE = "html/text-tin-1.html"


def questions() -> tuple[Interaction, ...]:
    several = choice("several", "ac")
    ask = choice("one", "b"), true_false("true"), several, fill_in("word"), numeric("number")
    return (*ask, order("order"), match("match"))


def made(*blocks: object) -> Files:
    """Files of a course of one lesson by their paths in its folder."""
    whole = edition(course(module("tin-1", *(blocks or (quiz(*questions()),)))))
    files = course_files(replace(whole, kind="preview"))
    return {file.path.removeprefix("course/"): file.content for file in files}


def problems(tmp_path: Path, files: Files) -> list[Problem]:
    package = tmp_path / "tin.tar.gz"
    held = (File(f"course/{path}", content) for path, content in files.items())
    package.write_bytes(tarball(held))
    return [*EXPORTER.verify(package)]


def test_nothing_is_wrong_with_what_is_built(tmp_path: Path) -> None:
    assert problems(tmp_path, made()) == []


def test_a_course_without_a_quiz_has_a_grade_that_adds_up_too(tmp_path: Path) -> None:
    files = made(Paragraph(text("Read this.")))
    assert problems(tmp_path, files) == []
    assert [kind["weight"] for kind in json.loads(files[GRADES])["GRADER"]] == [1]


@pytest.mark.parametrize("signs", [85, 200])
def test_long_ids_become_names_that_the_archive_holds(signs: int, tmp_path: Path) -> None:
    ask = (choice(f"{'a' * signs}{end}", "b") for end in "xy")
    whole = edition(course(module("b" * signs, quiz(*ask, name="c" * signs))))
    files = {one.path.removeprefix("course/"): one.content for one in course_files(whole)}
    assert problems(tmp_path, files) == []
    assert sum(path.startswith("problem/") for path in files) == 2
    assert max(len(path.rpartition("/")[2]) for path in files) < 100


def swap(file: str, old: str, new: str) -> Callable[[Files], None]:
    def plant(files: Files) -> None:
        words = files[file].decode()
        assert old in words, (file, old, words)
        files[file] = words.replace(old, new, 1).encode()

    return plant


def lose(file: str) -> Callable[[Files], None]:
    return lambda files: files.__delitem__(file)


def put(file: str, content: bytes = b"x") -> Callable[[Files], None]:
    return lambda files: files.__setitem__(file, content)


def told(name: str) -> str:
    return f"problem/problem-tin-1-{name}.xml"


UNIT = "vertical/unit-tin-1-check.xml"
QUIZ = "sequential/quiz-tin-1-check.xml"
POINTER = '<problem url_name="problem-tin-1-one"/>'
LINK = '<a href="{}" rel="noopener noreferrer">x</a></div>'
FAULTS: dict[str, tuple[Callable[[Files], None], str, str]] = {
    "no course.xml": (lose("course.xml"), "V004", "course.xml"),
    "no organisation": (swap("course.xml", "org", "arg"), "V006", "without org"),
    "a run that is not there": (swap("course.xml", "en-pre", "uk-pre"), "V004", "uk-preview.xml"),
    "a chapter that is lost": (lose("chapter/chapter-tin-1.xml"), "V004", "names 'course/chapter"),
    "a unit that is lost": (lose(UNIT), "V004", "unit-tin-1-check"),
    "a problem that is lost": (lose(ONE), "V004", "problem-tin-1-one"),
    "the words of a page that are lost": (lose(PAGE), "V004", "text-tin-1.html"),
    "no policy": (lose(POLICY), "V004", "policy.json"),
    "no grading policy": (lose(GRADES), "V004", "grading_policy.json"),
    "two of one url_name": (swap(UNIT, POINTER, POINTER * 2), "V006", "two blocks"),
    "one url_name for two kinds": (
        swap(UNIT, POINTER, POINTER + '<html url_name="text-tin-1"/>'),
        "V006",
        "two blocks",
    ),
    "a url_name that no link can name": (
        swap(UNIT, POINTER, '<problem url_name="a b"/>'),
        "V006",
        "none that a link can name",
    ),
    "a pointer with more to it": (
        swap(UNIT, POINTER, POINTER.replace("/>", ' weight="2"/>')),
        "V006",
        "is more, or less",
    ),
    "a block that a site may not have": (
        swap(UNIT, POINTER, '<poll url_name="a"/>'),
        "V006",
        "a <poll> stands in a <vertical>",
    ),
    "XML that ends early": (swap(UNIT, "</vertical>", ""), "V006", "not well-formed"),
    "another kind in the file": (
        put(UNIT, b'<chapter display_name="x"/>'),
        "V006",
        "holds a <chapter>",
    ),
    "an empty unit": (put(UNIT, b'<vertical display_name="x"/>'), "V006", "nothing in it"),
    "no display_name": (
        swap(QUIZ, "display_name", "name"),
        "V006",
        "has no display_name",
    ),
    "a file to which nothing leads": (put("static/more.png"), "V004", "nothing in the course"),
    "a policy that is no JSON": (put(POLICY, b"{"), "V006", "cannot be read"),
    "a policy of another run": (swap(POLICY, "en-preview", "uk"), "V006", "is not about"),
    "no start": (swap(POLICY, '"start"', '"begin"'), "V006", "no 'start'"),
    "no end": (swap(POLICY, '"end"', '"until"'), "V006", "no 'end'"),
    "an end that is no date": (swap(POLICY, "2099-", "99-"), "V006", "no 'end'"),
    "an end before the start": (swap(POLICY, "2099", "1999"), "V006", "ends before"),
    "no image of the course": (lose("static/course.png"), "V004", "course.png"),
    "tabs in an order that is refused": (
        swap(POLICY, '"courseware"', '"wiki"'),
        "V006",
        "first two tabs",
    ),
    "a setting that stands twice": (
        swap("course/en-preview.xml", "<course", '<course start="2020-01-01"'),
        "V006",
        "'start' stands in",
    ),
    "weights that do not add up": (swap(GRADES, "1.0", "0.9"), "V006", "do not add up"),
    "a weight that is no number": (swap(GRADES, "1.0", '"1"'), "V006", "not complete"),
    "no pass mark": (swap(GRADES, '"Pass"', '"A"'), "V006", "enough to pass"),
    "more quizzes than there are": (
        swap(GRADES, '"min_count": 1', '"min_count": 2'),
        "V006",
        "there are not 2",
    ),
    "a quiz of no type": (swap(QUIZ, "format", "formal"), "V006", "does not know"),
    "no right answer": (swap(ONE, 'correct="true"', 'correct="false"'), "V050", "one right"),
    "two right answers": (swap(ONE, 'correct="false"', 'correct="true"'), "V050", "one right"),
    "boxes of which none is right": (
        lambda files: files.__setitem__(
            told("several"), files[told("several")].replace(b'="true">', b'="false">')
        ),
        "V050",
        "none is right",
    ),
    "points for a wrong answer": (
        swap(told("several"), "halves", "EDC"),
        "V050",
        "part of the points",
    ),
    "a list without a right answer": (
        swap(told("match"), 'correct="True"', 'correct="False"'),
        "V050",
        "list without one right",
    ),
    "words that a list cannot tell apart": (
        swap(told("match"), "</option>", "'</option>"),
        "V050",
        "cannot tell apart",
    ),
    "a gap without an answer": (
        swap(told("word"), 'answer="email"', 'answer=""'),
        "V050",
        "nothing is right",
    ),
    "an answer that is read as two": (
        swap(told("word"), 'answer="email"', 'answer="a_or_b"'),
        "V050",
        "read as two",
    ),
    "an answer that is a pattern": (
        swap(told("word"), 'type="ci"', 'type="ci regexp"'),
        "V050",
        "a pattern",
    ),
    "a number that is none": (
        swap(told("number"), 'answer="3.000000"', 'answer="3,5"'),
        "V050",
        "no answer can be",
    ),
    "a range that is empty": (
        swap(told("number"), 'answer="3.000000"', 'answer="[4,3]"'),
        "V050",
        "no answer can be",
    ),
    "a response that runs a program": (
        lambda files: files.__setitem__(
            ONE, re.sub(b"multiplechoiceresponse", b"customresponse", files[ONE])
        ),
        "V050",
        "<customresponse>",
    ),
    "a problem that asks nothing": (
        put(
            ONE,
            b'<problem display_name="x" weight="1" showanswer="finished" rerandomize="never"/>',
        ),
        "V050",
        "asks nothing",
    ),
    "a field too few": (
        swap(told("word"), '<textline size="20"/>', ""),
        "V050",
        "0 <textline> instead of one",
    ),
    "a question that is not heard": (
        swap(told("word"), "<label>word</label>", "<label/>"),
        "V050",
        "without a label",
    ),
    "points that are none": (swap(ONE, 'weight="1"', 'weight="x"'), "V050", "number of points"),
    "no try at all": (
        swap(ONE, 'max_attempts="3"', 'max_attempts="0"'),
        "V050",
        "number of tries",
    ),
    "an answer that is always shown": (swap(ONE, "finished", "always"), "V050", "to show"),
    "a script": (swap(ONE, "<label>", "<script>1</script><label>"), "V042", "<script>"),
    "a handler": (swap(PAGE, "<h1", '<h1 onclick="x"'), "V042", "onclick"),
    "a picture that is missing": (
        swap(PAGE, "</div>", '<img src="/static/a.png" alt="" /></div>'),
        "V002",
        "a.png",
    ),
    "a picture from outside": (
        swap(ONE, "<label>", '<img src="https://e.example/a.png" alt=""/><label>'),
        "V003",
        "leads out",
    ),
    "a link to a lesson that is not there": (
        swap(PAGE, "</div>", LINK.format("/jump_to_id/page-tin-9")),
        "V002",
        "page-tin-9",
    ),
    "a link to a place that is not there": (
        swap(PAGE, "</div>", LINK.format("#nowhere")),
        "V002",
        "nowhere",
    ),
    "a link to a page of no site": (
        swap(PAGE, "</div>", LINK.format("tin-2.html")),
        "V003",
        "leads out of the course",
    ),
    "a link that tells of the page": (
        swap(PAGE, "</div>", '<a href="https://e.example">x</a></div>'),
        "V003",
        "tells the other site",
    ),
    "an id that stands twice": (
        swap(PAGE, "</div>", '<p id="a">x</p><p id="a">x</p></div>'),
        "V020",
        "stands twice",
    ),
    "a document type": (
        swap(UNIT, "<vertical", "<!DOCTYPE vertical><vertical"),
        "V042",
        "a definition",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_verify_tells_each_planted_fault(fault: str, tmp_path: Path) -> None:
    plant, code, words = FAULTS[fault]
    files = made()
    plant(files)
    found = problems(tmp_path, files)
    assert [one for one in found if one.code == code and words in one.message], found
    assert all(one.place.file.startswith("tin.tar.gz/course/") for one in found)


def test_what_is_no_archive_cannot_be_read(tmp_path: Path) -> None:
    package = tmp_path / "tin.tar.gz"
    package.write_bytes(b"words")
    with pytest.raises(UnreadableError):
        [*EXPORTER.verify(package)]


@some(60)
@given(
    number=st.integers(0, 99),
    at=st.integers(0, 10**6),
    words=st.sampled_from(
        [b"", b"\xff", b"<", b'"', b"{", b"NaN", b"-1", b"null", b'=""', b"<a/>"]
    ),
)
def test_whatever_stands_in_a_file_verify_and_shown_have_an_answer(
    tmp_path_factory: pytest.TempPathFactory, number: int, at: int, words: bytes
) -> None:
    files, folder = made(), tmp_path_factory.getbasetemp()
    name = sorted(files)[number % len(files)]
    at %= len(files[name]) + 1
    files[name] = files[name][:at] + words + files[name][at + len(words) :]
    problems(folder, files)
    assert [*EXPORTER.shown(folder / "tin.tar.gz")]


def test_a_picture_of_a_question_lies_in_the_archive(tmp_path: Path) -> None:
    tiny = Path(__file__).parents[1] / "courses/tiny"
    shown = Paragraph(text("x"))
    shown = replace(shown, text=replace(shown.text, inlines=(Image("images/lamp.png", "A lamp"),)))
    question = replace(choice("one", "b"), stem=(shown,))
    whole = edition(course(module("tin-1", quiz(question)), folder=str(tiny)))
    files = {one.path.removeprefix("course/"): one.content for one in course_files(whole)}
    [named] = re.findall(rb'<img src="/static/([\w.-]+)"', files[ONE])
    assert f"static/{named.decode()}" in files
    assert problems(tmp_path, files) == []


def test_quizzes_weigh_as_much_as_their_points() -> None:
    """Two of 3 points and one of 6: alike as types, and within one each alike."""
    first, second = (quiz(choice(f"q{n}", "a", points=3), name=f"t{n}") for n in (1, 2))
    third = quiz(choice("q3", "a", points=6), name="t3")
    policy = json.loads(made(first, second, third)[GRADES])
    assert [(kind["min_count"], kind["weight"]) for kind in policy["GRADER"]] == [
        (2, 0.5),
        (1, 0.5),
    ]
    assert policy["GRADE_CUTOFFS"] == {"Pass": 0.8}


@pytest.mark.parametrize("points", [[1], [1, 1, 1], [2, 3, 5, 7], [1, 999], [0, 0]])
def test_percents_are_whole_and_add_up(points: list[int]) -> None:
    found = percents(points)
    wanted = [100 * one / sum(points) for one in points] if any(points) else found
    assert sum(found) == 100
    assert found == pytest.approx(wanted, abs=1)
