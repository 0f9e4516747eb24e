"""Whatever stands in a file, its author gets a report and never a traceback, and loses no word."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from examples import some
from hypothesis import given
from hypothesis import strategies as st
from kandil.commands.report import report
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from read.words import held, written

pytestmark = pytest.mark.timeout(1200)
_COURSES = Path(__file__).parents[2] / "courses"
_TESTED = Path(__file__).parents[1] / "courses"
_TINY = _TESTED / "tiny"
REAL = {
    path.stem: path.read_text("utf-8")
    for folder in (_TINY, _TESTED / "every", *sorted(_COURSES.iterdir()))
    for path in sorted((folder / "modules").glob("*.md"))
}
_SIGNS = st.text(
    st.one_of(
        st.sampled_from("-*#>[]()|!`:;=\\<&\t\n\r \"'~_+{}%@^1x"), st.characters(codec="utf-8")
    ),
    max_size=4,
)
_PIECES = st.sampled_from(
    [
        *("---", "## Quiz: Q", "### Question: Q", "## Trainer: T", "## Help", "#", "> ", "- [x] a"),
        *("- [ ] b", "  > c", "> **Hint:** d", "> [!TIP] e", "<!-- id: f -->", "<!--", "-->"),
        *("[[g]]", "[[= 1]]", "[[", "| h | i |", "|---|---|", "[^j]", "[^j]: k", ": l", "```"),
        *("![m](../images/lamp.png)", "[n](#help)", "<b>", "1. o", "    p", "\\", "===", "\t- q"),
        *("### Order: O", "### Match: M", "### Sort: S", "### Reflect: R", "### Poll: P", "- u"),
        *(
            "### Rate: R",
            "### Cards: C",
            "### Decide: D",
            "## Scenario: S",
            "2. v",
            "1) w",
            "- **x**",
            "## Bank: B",
            "<!-- draw: 1; from: b -->",
        ),
        *("  - y", "    > z", "   > a", "  > **Safer:** b", "  > **It depends:** c", "| d | |"),
        *("| | e |", "> **Model answer:** f", "•g", "2.h", "-i", "| j | k | l |", "|-|-|-|"),
        *("## Bank: B", "<!-- id: b -->", "<!-- draw: 1; from: b -->", "- [c](#d)", "### D"),
        *("- [e](#scenario-s)", "<!-- outcome: good -->", "<!-- objective: LO1 -->"),
        *("id: bad", "title: r", "objectives:", "  - {id: LO1, text: s}", "&t", "*t", "minutes: 5"),
    ]
)


many = some(200, ci=600)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    lines = draw(st.sampled_from(list(REAL.values()))).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, len(lines) - 1))
        line = lines[index]
        column = draw(st.integers(0, len(line)))
        match draw(st.sampled_from(["drop", "twice", "swap", "insert", "cut", "piece", "indent"])):
            case "drop":
                del lines[index : index + draw(st.integers(1, 3))]
            case "twice":
                lines.insert(index, line)
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[index], lines[other] = lines[other], line
            case "insert":
                lines[index] = line[:column] + draw(_SIGNS) + line[column:]
            case "cut":
                lines[index] = line[:column] + line[column + 1 :]
            case "piece":
                lines.insert(index, draw(_PIECES))
            case "indent":
                lines[index] = draw(st.sampled_from([" ", "  ", "    ", "> ", "- ", "\t"])) + line
        lines = lines or [""]
    return "\n".join(lines)


_PATCHWORK = st.lists(st.one_of(_PIECES, _SIGNS), max_size=30).map("\n".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("course")
    shutil.copytree(_TINY / "images", place / "images")
    (place / "modules").mkdir()
    return place


def _check(folder: Path, course: bytes, lesson: bytes) -> tuple[list[Problem], Counter[str] | None]:
    """The report is written too; gives the problems and the words of the lesson's model."""
    (folder / "course.yml").write_bytes(course)
    (folder / "modules" / "bad.md").write_bytes(lesson)
    read, problems = read_course(folder, find_questions())
    for form in ("text", "json", "github"):
        report(problems, form)
    for problem in problems:
        assert problem.place.line >= 1 and problem.place.column >= 1
        assert problem.message
        assert problem.hint
    return problems, held(read.modules[0]) if read else None


_GOOD = b"id: bad\ntitle: Bad\nmodules: [bad]\n"


@many
@given(
    lesson=st.one_of(
        st.text(), _PATCHWORK, _PATCHWORK.map("---\nid: bad\ntitle: Bad\n---\n".__add__)
    )
)
def test_arbitrary_text(folder: Path, lesson: str) -> None:
    _check(folder, _GOOD, lesson.encode("utf-8"))


@many
@given(course=st.one_of(st.text(), _PATCHWORK, st.binary().map(lambda b: b.decode("latin-1"))))
def test_arbitrary_settings(folder: Path, course: str) -> None:
    _check(folder, course.encode("utf-8"), b"---\n" + course.encode("utf-8") + b"\n---\n")


@many
@given(bank=st.one_of(st.text(), _PATCHWORK, mutated()))
def test_arbitrary_banks(folder: Path, bank: str) -> None:
    path = folder / "banks" / "b.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bank.encode("utf-8"))
    lesson = "---\nid: bad\ntitle: Bad\n---\n\n## Quiz: Q\n\n<!-- id: q; draw: 1; from: b -->\n"
    try:
        _check(folder, _GOOD, lesson.encode("utf-8"))
    finally:
        path.unlink()


@many
@given(content=st.binary())
def test_arbitrary_bytes(folder: Path, content: bytes) -> None:
    _check(folder, content, content)


@many
@given(lesson=mutated())
def test_mutated_lessons(folder: Path, lesson: str) -> None:
    _check(folder, _GOOD, lesson.encode("utf-8"))


@many
@given(lesson=mutated())
def test_no_word_is_lost_in_silence(folder: Path, lesson: str) -> None:
    name = next((line[4:] for line in lesson.split("\n") if line.startswith("id: ")), "bad")
    lesson = lesson.replace(f"id: {name}", "id: bad", 1)
    problems, words = _check(folder, _GOOD, lesson.encode("utf-8"))
    told = [p for p in problems if p.severity == "error" and p.code not in ("M004", "M006")]
    told += [p for p in problems if p.code == "Q709"]
    if words is not None and not told:
        assert written(lesson) - words == Counter()


@pytest.mark.parametrize("name", REAL)
def test_real_lessons_keep_every_word(folder: Path, name: str) -> None:
    lesson = REAL[name].replace(f"id: {name}", "id: bad", 1)
    _, words = _check(folder, _GOOD, lesson.encode("utf-8"))
    assert words is not None
    assert written(lesson) - words == Counter()
