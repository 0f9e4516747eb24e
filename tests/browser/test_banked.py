"""A bank in a file: from the Markdown of a trainer to what a learner is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.keeping import drawn, finish, hosted, visitor
from browser.learner import Learner
from folder import put, read, settings
from kandil.model.course import Course
from playwright.sync_api import Browser, expect

_FRONT = """---
id: {}
title: Locks
objectives:
  - {{id: LO1, text: Lock}}
  - {{id: LO2, text: Unlock}}
---

"""
_BEFORE = """## Quiz: Before

<!-- id: before; draw: 3; from: locks; pass: 60% -->

### Question: Which of its own?

<!-- id: own; objective: LO1; points: 2; shuffle: no -->

- [ ] A
- [x] B
"""
_AFTER = """## Quiz: After

<!-- id: after; draw: 2; from: locks -->

## Quiz: Again

<!-- id: again; draw: 2; from: locks -->
"""
_BANK = "".join(
    f"## Question: Is {aim} {number} right?\n\n"
    f"<!-- id: {aim.lower()}-{number}; objective: {aim}; points: 2; shuffle: no -->\n\n"
    "- [ ] A\n- [x] B\n\n"
    for aim in ("LO1", "LO2")
    for number in range(4)
)


def banked(folder: Path) -> Course:
    """Two lessons and three quizzes that draw from one file."""
    files = {
        "course.yml": settings("l-1", "l-2", name="locks"),
        "modules/l-1.md": _FRONT.format("l-1") + _BEFORE,
        "modules/l-2.md": _FRONT.format("l-2") + _AFTER,
        "banks/locks.md": _BANK,
    }
    return read(put(folder, files), clean=True)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("banked")
    course = banked(folder / "course")
    with hosted(folder, course) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    with visitor(browser, start) as made:
        yield made


def test_points_places_and_result_are_those_of_the_draw(learner: Learner) -> None:
    page = learner.open("l-1.html")
    names = drawn(learner)
    assert len(names) == 3
    places = page.locator(".quiz .q[id]:not([hidden]) .n").all_text_contents()
    assert [words[:15] for words in places] == [f"Question {n} of 3" for n in (1, 2, 3)]
    for name in names[:2]:
        learner.answer(name, "B")
    learner.hand_in()
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 4 of 6 points. You need 4. That is enough to pass.")
    [told] = learner.heard("quiz")
    assert (told["quiz"], told["points"], told["of"]) == ("before", 4, 6)
    result.locator("button").click()
    assert drawn(learner) == names
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_two_quizzes_of_one_page_ask_different_questions(learner: Learner) -> None:
    page = learner.open("l-2.html")
    names = [name.removesuffix("-again") for name in drawn(learner)]
    assert len(names) == len(set(names)) == 4
    finish(learner)
    assert [(told["quiz"], told["of"]) for told in learner.heard("quiz")] == [
        ("after", 4),
        ("again", 4),
    ]
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_and_without_a_script_all_can_be_read(
    browser: Browser, start: str, scripts: bool
) -> None:
    learner = Learner(browser, start, java_script_enabled=scripts)
    learner.open("l-1.html")
    learner.page.emulate_media(media="print")
    assert len(drawn(learner)) == (3 if scripts else 9)
    learner.close()
