"""Whose words a sentence is, what stands above it, and what the lints make of whole lessons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder import read, small
from kandil.lint.look import look
from kandil.lint.privacy.outside import outside
from kandil.lint.readability.measure import cut, measure
from kandil.lint.readability.syllables import syllables
from kandil.lint.text.sentences import sentences, words
from kandil.model.course import Course
from kandil.model.text import texts
from kandil.questions import find_questions
from kandil.read.course.course import read_course

AS_OF = date(2026, 11, 24)
COURSES = Path(__file__).parents[2] / "courses"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return small(tmp_path, "Words.") / "modules/bad.md"


def written(path: Path, body: str) -> Course:
    return read(small(path.parents[1], body.removesuffix("\n")), clean=True)


def codes(path: Path, body: str) -> list[str]:
    return [problem.code for problem in look(written(path, body), AS_OF, lambda picture: 0)]


def test_our_own_lessons_have_no_outdated_advice_and_no_conflict() -> None:
    for folder in sorted(COURSES.glob("*/course.yml")):
        course, _ = read_course(folder.parent, find_questions())
        assert course
        found = look(course, AS_OF, lambda picture: 0)
        assert [str(problem) for problem in found if problem.code[1] in "04"] == []


@pytest.mark.parametrize(
    "body",
    [
        "Do not:\n\n- change your password every month\n- just block him\n",
        "| Old advice | What helps |\n|---|---|\n| Just block him | Plan first |\n",
        "> [!NOTE] Myths\n> A VPN makes you anonymous.\n",
        "### Sort: What is true?\n\n<!-- id: s -->\n\n- **Old advice**\n  - Just block him\n"
        "  - Count the fingers\n- **Good advice**\n  - Write it down\n  - Ask a friend\n",
        "### Question: True or false: a VPN makes you anonymous.\n\n<!-- id: vpn -->\n\n"
        "- [ ] True\n  > It only moves trust.\n- [x] False\n  > Right.\n",
    ],
)
def test_what_is_refuted_above_is_not_advice(lesson: Path, body: str) -> None:
    assert codes(lesson, body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Do:\n\n- change your password every month\n",
        "| What helps | Why |\n|---|---|\n| Just block him | Quick |\n",
        "> [!NOTE] Good advice\n> A VPN makes you anonymous.\n",
        "### Question: True or false: a VPN makes you anonymous.\n\n<!-- id: vpn -->\n\n"
        "- [x] True\n  > It does.\n- [ ] False\n  > Not so.\n",
        "Words.\n\n## Trainer: Notes\n\nTell them: change your password every month.\n",
    ],
)
def test_what_the_lesson_means_is_advice(lesson: Path, body: str) -> None:
    assert codes(lesson, body) == ["A001"]


def test_an_exception_covers_one_block_and_no_more(lesson: Path) -> None:
    allow = "<!-- advice: allow just-block: a quotation -->\n\n"
    assert codes(lesson, f"{allow}Just block him.\n") == []
    assert codes(lesson, f"{allow}Words.\n\nJust block him.\n") == ["A001", "A005"]
    assert codes(lesson, f"{allow}- One\n- Just block him\n") == []
    assert codes(lesson, f"{allow}Just block him. Count the fingers.\n") == ["A001"]


def test_an_exception_above_a_question_covers_all_of_it(lesson: Path) -> None:
    question = (
        "### Question: What did he say?\n\n<!-- id: he -->\n\n"
        "- [x] Just block him\n  > So he said.\n- [ ] Words\n  > No.\n- [ ] More\n  > No.\n"
    )
    allow = "<!-- advice: allow just-block: he said it -->\n\n"
    first = question.replace("he -->", "first -->").replace("Just block him", "Something else")
    assert codes(lesson, question) == ["A001"]
    assert codes(lesson, f"{first}\n{allow}{question}") == []


def test_an_exception_leaves_nothing_in_the_lesson(lesson: Path) -> None:
    with_it = written(lesson, "One.\n\n<!-- advice: allow figure: ours -->\n\n58% of us.\n")
    without = written(lesson, "One.\n\n\n\n58% of us.\n")
    assert [b.__class__ for b in with_it.modules[0].blocks] == [
        b.__class__ for b in without.modules[0].blocks
    ]


def test_a_figure_may_be_excepted_with_a_reason(lesson: Path) -> None:
    assert codes(lesson, "58% of us.\n") == ["A201"]
    assert codes(lesson, "<!-- advice: allow figure: an example -->\n\n58% of us.\n") == []


def test_outside_addresses_are_listed_with_their_lesson(lesson: Path) -> None:
    course = written(lesson, "See [this](https://one.example/a) and [that](#words).\n\n## Words\n")
    assert [(one.address, one.module, one.host) for one in outside(course)] == [
        ("https://one.example/a", "bad", "one.example")
    ]


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = 'She said "Stop." He left, e.g. at 3.5 km. Then? Nothing!'
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        'She said "Stop."',
        "He left, e.g. at 3.5 km.",
        "Then?",
        "Nothing!",
    ]
    assert words("It's a well-known 3.5") == ["It's", "a", "well-known", "3", "5"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("phone", 1), ("message", 2), ("account", 2), ("second", 2), ("password", 2)),
        *(("changes", 2), ("any", 2), ("she", 1), ("photos", 2), ("asked", 1), ("needed", 2)),
    ],
)
def test_syllables_are_counted_by_letters(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_grade_is_that_of_flesch_and_kincaid(lesson: Path) -> None:
    course = written(lesson, "The cat sat on the mat. The dog ran to the man.\n")
    found = measure(cut(text.plain) for text in texts(course.modules[0].blocks))
    assert (found.sentences, found.words, found.syllables) == (2, 12, 12)
    assert found.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)
