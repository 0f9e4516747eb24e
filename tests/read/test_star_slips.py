"""Stars and addresses as a beginner types them: what stays in the text is told."""

from __future__ import annotations

import pytest
from kandil.model.inlines import Link, Strong, plain, walk
from kandil.problems import Place
from kandil.read.inline.inlines import read_inlines


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("**重要：**請注意", "重要："),
        ("这是**「重要」**的", "「重要」"),
        ("これは**重要。**です", "重要。"),
        ("**(重要)**請", "(重要)"),
        ("ไทย**สำคัญ!**คำ", "สำคัญ!"),
        ("**중요!**는", "중요!"),
        ("A **bold** word", "bold"),
        ("in**tra**word", "tra"),
    ],
)
def test_emphasis_closes_where_a_reader_expects(source: str, bold: str) -> None:
    inlines, problems = read_inlines(source, Place("a.md"))
    assert [plain(part.children) for part in walk(inlines) if isinstance(part, Strong)] == [bold]
    assert problems == []


@pytest.mark.parametrize("source", ["**Hint:**word", "a**b!**c", "** a ** b", "Grüße**!**Ende"])
def test_scripts_with_spaces_keep_to_commonmark(source: str) -> None:
    inlines, _ = read_inlines(source, Place("a.md"))
    assert not [part for part in walk(inlines) if isinstance(part, Strong)]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("** Important ** words", "**Important**"),
        ("**fake ** words", "**fake**"),
        ("Some ** wrong** words", "**wrong**"),
        ("A *fake * word", "*fake*"),
        ("**Half of it", "**Half of it**"),
        ("** Важно ** слова", "**Важно**"),
        ("A * fake * word", "*fake*"),
        ("A word, * very fake *.", "*very fake*"),
        ("A * fake* word", "*fake*"),
        ("__ Important __ words", "**Important**"),
        ("Some __fake __ words", "**fake**"),
        ("Some _fake _ words", "*fake*"),
        ("Some _ fake_ words", "*fake*"),
        ("_ Увага _", "*Увага*"),
        ("**Note:**this is", "**Note:** this"),
        ("**Note: **this is", "**Note:** this"),
        ("**Grüße!**Ende", "**Grüße!** Ende"),
        ('He said **"stop"**now', '"**stop**"now'),
        ('**"მთავარი"**ა', '"**მთავარი**"ა'),
        ("**«Important»**ის", "«**Important**»ის"),
        ('**"Ana"**dan sor', '"**Ana**"dan'),
        ("слово**(главное)**слово", "слово(**главное**)слово"),
        ('see**"x"** now', 'see"**x**"'),
        ("a**b!**c", "a**b!** c"),
    ],
)
def test_stars_that_stay_in_the_text_are_told(source: str, mended: str) -> None:
    _, problems = read_inlines(source, Place("a.md"))
    assert [problem.code for problem in problems] == ["M042"]
    assert f"'{mended}'" in problems[0].hint


@pytest.mark.parametrize(
    "source",
    [
        "**** **** **** 1234",
        "2 ** 3 ** 4 and 5 * 3 * 2",
        "p**d and f*** and ****",
        "Price* and *",
        "`** x **`",
        r"\*\* x \*\* and \*y \*",
        "**good** and *good* and ***good***",
        "A star * between",
        "5 * price * 2 and a * b * c",
        "area = width * height * depth",
        "A star * between. Fields with * must be filled in.",
        "Open from __ to __, and ____ or ___",
        "p _ s s w _ r d",
        "f**k and s**t",
        "p**k!, s**t! and f**!",
        "x**2**y and 2**-1**n",
        "snake_case, _private and __init__",
        r"\_ x \_ and \__ y \__",
        "`_it _` and `* it *`",
    ],
)
def test_stars_that_are_meant_are_left_alone(source: str) -> None:
    assert read_inlines(source, Place("a.md"))[1] == []


def test_an_address_keeps_its_spaces() -> None:
    inlines, problems = read_inlines("[x](<https://e.org/a b/c>)", Place("a.md"))
    assert [p.target for p in walk(inlines) if isinstance(p, Link)] == ["https://e.org/a%20b/c"]
    assert problems == []


def test_a_mail_address_is_words() -> None:
    assert read_inlines("Write to <a@example.org>.", Place("a.md")) == (
        ("Write to a@example.org.",),
        [],
    )
