"""What an LMS that follows the sequencing of SCORM 2004 lets her open, and what it concludes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser.lms import served
from browser.sequencer import Sequencer, Visit
from browser.sitting import package
from playwright.sync_api import Browser
from standin import choice, course, fill_in, module, numeric, quiz, true_false

VisitOf = Callable[[str], Visit]
OVER = ["completed", True]
WITHOUT_QUIZ = ["completed", False]


@pytest.fixture
def visit(tmp_path: Path, browser: Browser) -> Iterator[VisitOf]:
    """A learner in a course of three lessons, the second without a quiz."""
    of = course(
        module("tin-1", quiz(choice("one", "b"), choice("two", "ac", points=2))),
        module("tin-2"),
        module("tin-3", quiz(true_false("three"), fill_in("four"), numeric("five"))),
    )
    with ExitStack() as stack:

        def begin(order: str) -> Visit:
            packed = package(tmp_path, "minimal", of, "module", "scorm2004", order)
            lms = stack.enter_context(served(packed, Sequencer))
            page = stack.enter_context(browser.new_context()).new_page()
            page.goto(lms.address)
            return Visit(page)

        yield begin


def choose(visit: Visit, lesson: str) -> bool:
    """Whether an LMS that lists the lessons opens this one."""
    return visit.ask("choice", f"lesson-{lesson}") == f"lesson-{lesson}"


def test_a_fixed_order_opens_no_lesson_before_the_one_in_front_of_it_is_over(
    visit: VisitOf,
) -> None:
    one = visit("fixed")
    assert one.ask("continue") == ""
    assert not choose(one, "tin-2")
    assert not choose(one, "tin-3")
    assert choose(one, "tin-1")
    one.submit("tin-1", 3)
    assert not choose(one, "tin-3")
    assert one.ask("continue") == "lesson-tin-2"
    # Without a quiz it is over as it opens.
    assert choose(one, "tin-3")
    assert choose(one, "tin-2")


def test_a_lesson_that_was_left_unfinished_can_be_chosen_again(visit: VisitOf) -> None:
    one = visit("fixed")
    one.submit("tin-1", 1)
    assert one.ask("continue") == ""
    assert one.standing()["lesson-tin-1"] == ["incomplete", False]
    assert choose(one, "tin-1")
    one.submit("tin-1", 3)
    assert choose(one, "tin-2")
    assert choose(one, "tin-3")
    one.submit("tin-3", 1)
    assert choose(one, "tin-1")
    assert choose(one, "tin-3")


@pytest.mark.parametrize("order", ["free", "fixed"])
def test_the_course_is_complete_and_passed_when_each_lesson_is(visit: VisitOf, order: str) -> None:
    one = visit(order)
    one.submit("tin-1", 3)
    assert one.ask("continue") == "lesson-tin-2"
    assert one.ask("continue") == "lesson-tin-3"
    one.submit("tin-3", 3)
    assert one.ask("exitAll") == "over"
    assert one.standing() == {
        "course": OVER,
        "lesson-tin-1": OVER,
        "lesson-tin-2": WITHOUT_QUIZ,
        "lesson-tin-3": OVER,
    }


@pytest.mark.parametrize("order", ["free", "fixed"])
def test_a_lesson_that_was_passed_stays_so_when_it_is_opened_again(
    visit: VisitOf, order: str
) -> None:
    one = visit(order)
    one.submit("tin-1", 3)
    assert choose(one, "tin-2")
    assert choose(one, "tin-1")
    assert one.standing()["lesson-tin-1"] == OVER
    one.submit("tin-1", 0)
    # What waited for it stays open.
    assert choose(one, "tin-2")
    assert one.standing()["lesson-tin-1"] == OVER


def test_a_free_order_opens_any_lesson(visit: VisitOf) -> None:
    one = visit("free")
    assert all(choose(one, lesson) for lesson in ("tin-3", "tin-1", "tin-2"))
