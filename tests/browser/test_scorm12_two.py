"""One SCORM course in two windows of a browser: neither writes over what the other kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser.lms import Lms
from browser.sitting import Sitting
from playwright.sync_api import Browser

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
MEMORY = "cmi.suspend_data"
WHO = "cmi.core.student_id"


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


@pytest.fixture
def two(lms_of: LmsOf, sit: Sit, browser: Browser) -> Iterator[Callable[[str, str], list[Sitting]]]:
    """Two windows of an LMS, opened one after the other by these learners."""

    def begin(one: str, other: str) -> list[Sitting]:
        lms = lms_of("full")
        lms.stored = {WHO: one}
        first = sit(lms)
        first.open("tin-1")
        lms.stored = {**lms.stored, WHO: other}
        second = Sitting(browser, lms, beside=first)
        second.inner.wait_for_url("**/tin-1.html")
        second.pause()
        return [first, second]

    yield begin


def test_the_last_writer_keeps_what_the_other_did(
    two: Callable[[str, str], list[Sitting]],
) -> None:
    first, second = two("amina", "amina")
    lms = first.lms
    first.answer("tin-1", "one", "b")
    first.submit("tin-1", 3)
    second.until(lambda: RAW in second.written())
    second.open("tin-2")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "50")
    second.submit("tin-2", 3)
    first.until(lambda: first.written()[STATUS] == "passed")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    # The first window goes last, with a copy of its own.
    first.host.evaluate("document.getElementById('sco').remove()")
    second.until(lambda: "LMSFinish" in first.names())
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    assert lms.stored[MEMORY].count(".IPZczz") == 2 and "!JuO8b" in lms.stored[MEMORY]
    assert second.errors == []


def test_a_second_round_is_not_undone_by_the_other_window(
    two: Callable[[str, str], list[Sitting]],
) -> None:
    first, second = two("amina", "amina")
    first.answer("tin-1", "one", "b")
    second.until(lambda: "!JuO8b" in second.written()[MEMORY])
    first.say(type="again", module="tin-1", questions=["one"])
    second.until(lambda: "!JuO8b" not in second.written()[MEMORY])
    assert "!JuO8b" not in first.lms.stored[MEMORY]


def test_nobody_hears_the_window_of_somebody_else(
    two: Callable[[str, str], list[Sitting]],
) -> None:
    first, second = two("amina", "somebody")
    first.answer("tin-1", "one", "b")
    first.submit("tin-1", 3)
    second.pause()
    second.shell.evaluate("new Promise(done => setTimeout(done, 100))")
    assert RAW not in second.written() and "!" not in second.written()[MEMORY]
