"""`kandil format` loses nothing, is stable, and what it lays out reads as the same model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from constructs import CONSTRUCTS
from examples import some
from hypothesis import given
from hypothesis import strategies as st
from kandil.write.layout import lay_out
from read.lesson import read_lesson
from read.test_fuzz import mutated
from write.same import differ
from write.test_write import COURSES, FIXTURES

pytestmark = pytest.mark.timeout(1200)
HEAD = "---\nid: bad\ntitle: Bad\nobjectives:\n  - {id: LO1, text: Fix}\n---\n\n"
FILES = {
    path.relative_to(folder.parent).as_posix(): path.read_text("utf-8")
    for folder in COURSES
    for path in sorted(folder.rglob("*.md"))
}
_OPENED = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def lost(before: str, after: str) -> list[str]:
    """Words, and comments in the order of their words, that are no longer there."""
    words = [re.findall(r"[^\W_]+", text) for text in (before, after)]
    comments = [[one.split() for one in _OPENED.findall(text)] for text in (before, after)]
    return [] if words[0] == words[1] and comments[0] == comments[1] else [before, after]


def laid(folder: Path, text: str) -> str:
    """The text laid out, after a look at all that must hold."""
    out = lay_out(text)
    assert lay_out(out) == out
    assert lost(text, out) == []
    first, second = read_lesson(folder, text), read_lesson(folder, out)
    told = [{problem.code for problem in one.reading.problems} for one in (first, second)]
    if not any(problem.severity == "error" for problem in first.reading.problems):
        assert differ(first.module, second.module) == []
        assert told[1] == told[0]
    return out


@pytest.mark.parametrize("name", FILES)
def test_our_own_lessons_are_laid_out_already(name: str) -> None:
    assert lay_out(FILES[name]) == FILES[name]


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture(name: str, tmp_path: Path) -> None:
    laid(tmp_path, HEAD + FIXTURES[name])


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_every_construct(name: str, tmp_path: Path) -> None:
    for text in CONSTRUCTS[name](300).values():
        laid(tmp_path, text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#  no\n\n##   Head  ##\nwords", "# no\n\n## Head\n\nwords\n"),
        ("a\n\n\n\nb   \n", "a\n\nb\n"),
        ("a  \nb\\\nc", "a\\\nb\\\nc\n"),
        ("words\ngo on\n   here", "words\ngo on\nhere\n"),
        ("words\n    # not a heading", "words\n    # not a heading\n"),
        ("* a\n* b\n  + c", "- a\n- b\n  - c\n"),
        ("* a\n- b\n+ c", "- a\n\n* b\n\n- c\n"),
        ("-   a\n\n    b\n-   c", "- a\n\n  b\n\n- c\n"),
        ("1)  a\n2)  b\n    > c", "1) a\n2) b\n   > c\n"),
        ("1. a\n1. b", "1. a\n1. b\n"),
        ("-\ta\n\t- b", "- a\n  - b\n"),
        ("- ***\n\n***", "- ___\n\n---\n"),
        (">a\n>\n>  b\nc", "> a\n>\n> b\n> c\n"),
        ("> a\n> - b", "> a\n>\n> - b\n"),
        ("|a|b|\n|-|:-:|\n|`c\\|d`||", "| a | b |\n|---|:---:|\n| `c\\|d` | |\n"),
        ("a | b\n-|-\nc | d", "| a | b |\n|---|---|\n| c | d |\n"),
        ("~~~ text\n  a\n\n b  \n~~~", "~~~text\n  a\n\n b  \n~~~\n"),
        ("Term\n\n~ a\n~ b\n\n  c", "Term\n: a\n\n: b\n\n  c\n"),
        ("[^a]:   b\n\n    c\n\nd[^a]", "[^a]: b\n\n    c\n\nd[^a]\n"),
        ("a\n***\nb", "a\n\n---\n\nb\n"),
        ("<!--  a\n   b -->\nc", "<!--  a\n   b -->\n\nc\n"),
        ("- a\n  <!-- b -->\n  > c", "- a\n  <!-- b -->\n  > c\n"),
        ("<!-- points: 2; id: a -->", "<!-- points: 2; id: a -->\n"),
        ("重要：**請**\n不要", "重要：**請**\n不要\n"),
        ("-  שלום\n-  \u200fعالم\u200f", "- שלום\n- \u200fعالم\u200f\n"),
        ("a\x0bb\u2028c\u0085d", "a\x0bb\u2028c\u0085d\n"),
        ("", ""),
    ],
)
def test_what_is_written(before: str, after: str) -> None:
    assert lay_out(before) == after
    assert lay_out(after) == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_the_file_stay(end: str, mark: str) -> None:
    text = mark + "---\nid: bad  # mine\n\n# why\ntitle:   Bad\n---\nWords  \nmore\n\n\n* a\n"
    after = mark + "---\nid: bad  # mine\n\n# why\ntitle:   Bad\n---\n\nWords\\\nmore\n\n- a\n"
    assert lay_out(text.replace("\n", end)) == after.replace("\n", end)


def test_what_cannot_be_laid_out_without_loss_stays_as_it_was_typed() -> None:
    short = "a   \n\n| a | b |\n|---|---|\n| c | d | lost |\n"
    assert lay_out(short) == short
    assert lay_out("---\nid: open\n\n*  a\n") == "---\nid: open\n\n*  a\n"


@some(60, ci=300)
@given(lesson=mutated(), end=st.sampled_from(["\n", "\r\n"]))
def test_whatever_stands_in_a_lesson(
    tmp_path_factory: pytest.TempPathFactory, lesson: str, end: str
) -> None:
    laid(tmp_path_factory.getbasetemp(), lesson.replace("\n", end))


@pytest.mark.parametrize("name", FILES)
def test_what_another_hand_typed_is_put_right(name: str) -> None:
    """Other signs, indents and empty lines."""
    head, mark, body = FILES[name].partition("\n---\n")
    if not mark:
        head, body = "", FILES[name]
    body = re.sub(r"^## (.*)$", r"##  \1  ##", body, flags=re.MULTILINE)
    body = re.sub(r"^- (?!\[|\*\*)(.*)$", r"* \1 ", body, flags=re.MULTILINE)
    messy = f"{head}{mark}{body.replace(chr(10) * 2, chr(10) * 4)}\n\n"
    assert lay_out(messy) == FILES[name]
    assert messy != FILES[name]
