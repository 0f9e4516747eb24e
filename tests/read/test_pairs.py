"""How many questions of one objective two quizzes may ask of their bank."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from folder import put, read, settings
from handmade import choice, course, text
from hypothesis import given
from hypothesis import strategies as st
from kandil.model.blocks import Quiz
from kandil.model.brief import QuizBrief
from kandil.problems import Place
from kandil.read.course.pairs import most, small_banks


def quiz(aims: str, draw: int, name: str = "q", bank: str = "") -> Quiz:
    """A letter is a question of that objective, `-` one without."""
    questions = [
        replace(choice(), id=f"{i}{aim}", objective=aim.strip("-")) for i, aim in enumerate(aims)
    ]
    stored = tuple(
        replace(choice(), id=f"b{i}", objective=aim.strip("-")) for i, aim in enumerate(bank)
    )
    return Quiz(
        name, name, text("Q"), tuple(questions), None, 0, Place(name), draw=draw, bank=stored
    )


def brief(block: Quiz) -> QuizBrief:
    """Of a quiz alone in its lesson."""
    (found,) = replace(course().modules[0], blocks=(block,)).brief.quizzes
    return found


def turns(order: tuple[str, ...], sizes: Counter[str], draw: int) -> Counter[str]:
    """As the player lets objectives take turns (`draw.js`)."""
    given: Counter[str] = Counter()
    left, turn = min(draw, sizes.total()), 0
    while left:
        aim = order[turn % len(order)]
        if given[aim] < sizes[aim]:
            given[aim] += 1
            left -= 1
        turn += 1
    return given


@given(aims=st.text("abc-", min_size=1, max_size=9), draw=st.integers(1, 10))
def test_no_order_of_the_objectives_asks_more(aims: str, draw: int) -> None:
    sizes = Counter(aims)
    for aim in sizes:
        asked = [turns(order, sizes, draw)[aim] for order in permutations(sizes)]
        assert most(brief(quiz(aims, draw)), aim.strip("-")) == max(asked)


def test_without_a_draw_all_are_asked() -> None:
    assert most(brief(quiz("aab", 0)), "a") == 2


@pytest.mark.parametrize(
    ("bank", "first", "second", "short"),
    [
        ("aaaabbbb", 4, 4, 0),
        ("aaabbbb", 4, 4, 1),
        ("aabb", 2, 3, 2),
        ("aaaa", 2, 2, 0),
        ("aaaa", 0, 1, 1),
    ],
)
def test_a_bank_for_two_quizzes(bank: str, first: int, second: int, short: int) -> None:
    pair = quiz("", first, "before", bank), quiz("", second, "after", bank)
    lesson = replace(course().modules[0], blocks=pair)
    found = list(small_banks(replace(course(), modules=(lesson,))))
    assert [problem.code for problem in found] == ["Q714"] * short
    assert {problem.place.file for problem in found} <= {"after"}
    alone = replace(course(), modules=(replace(lesson, blocks=pair[:1]),))
    assert list(small_banks(alone)) == []


def test_an_id_that_nobody_wrote_gives_way_in_the_lesson_that_draws(tmp_path: Path) -> None:
    asks = "### Question: Right?\n\n{}- [x] Yes\n- [ ] No\n\n"
    lesson = "---\nid: a-1\ntitle: A\n---\n\n## Quiz: Q\n\n<!-- id: q; from: locks -->\n\n"
    files = {
        "course.yml": settings("a-1", name="a"),
        "modules/a-1.md": lesson + asks.format("<!-- id: right -->\n\n"),
        "banks/locks.md": asks.format(""),
    }
    found = read(put(tmp_path, files), clean=True)
    (check,) = found.modules[0].blocks
    assert isinstance(check, Quiz)
    assert [question.id for question in check.questions] == ["right", "right-2"]
