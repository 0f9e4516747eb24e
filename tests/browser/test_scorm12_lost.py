"""What an LMS lost or refused is sent again until it holds it, and she is told meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.lms import FRAMED, Lms
from browser.moodle import Moodle
from browser.sitting import Sitting
from playwright.sync_api import expect

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
MEMORY = "cmi.suspend_data"
DONE = ("passed", "83.33")
NOT_YET = "Not saved yet: your learning platform does not answer."


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


def result(lms: Lms) -> tuple[Any, Any]:
    return lms.stored.get(STATUS), lms.stored.get(RAW)


def half(lms: Lms, sit: Sit) -> Sitting:
    """The first of two quizzes is submitted and saved, and the second is open."""
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.until(lambda: result(lms) == ("incomplete", "50"))
    return sitting


def told(sitting: Sitting) -> bool:
    """Whether she reads that nothing is saved; the exit stays where it is."""
    line = sitting.shell.locator("#unsaved")
    assert line.inner_text() == NOT_YET
    assert line.get_attribute("role") == "status"
    box = sitting.shell.locator("iframe").bounding_box()
    assert box and box["height"] > 500
    assert sitting.inner.locator("a.exit").is_visible()
    return line.is_visible()


def cut_off(lms: Lms, sit: Sit) -> Sitting:
    """The second quiz is submitted while the LMS cannot be reached, and she is told so."""
    sitting = half(lms, sit)
    lms.unreachable = True
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    return sitting


def test_what_moodle_took_as_sent_is_sent_anew(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full", kind=Moodle)
    sitting = half(lms, sit)
    assert not sitting.shell.locator("#unsaved").is_visible()
    sitting.context.set_offline(True)
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    assert result(lms) == ("incomplete", "50")
    before = len(lms.commits)
    sitting.context.set_offline(False)
    sitting.until(lambda: result(lms) == DONE)
    sitting.until(lambda: not sitting.shell.locator("#unsaved").is_visible())
    # What comes first is harmless: should the next be lost, the LMS holds no less than before.
    assert STATUS not in lms.commits[before] and RAW not in lms.commits[before]
    assert lms.stored["cmi.interactions.0.id"] == "tin-2-three"
    assert lms.stored["cmi.interactions.0.type"] == "true-false"
    assert lms.stored["cmi.interactions.0.result"] == "correct"
    assert float(lms.stored["cmi.core.score.max"]) == 100
    assert lms.stored["cmi.core.exit"] == ""
    assert not lms.stored[MEMORY].endswith(";")


@pytest.mark.parametrize("expired", ["redirect", "page"])
def test_a_session_that_ran_out_is_told_and_mended(lms_of: LmsOf, sit: Sit, expired: str) -> None:
    lms = lms_of("minimal", kind=Moodle)
    sitting = half(lms, sit)
    lms.expired = expired
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    lms.expired = ""
    sitting.until(lambda: result(lms) == DONE)
    sitting.until(lambda: not sitting.shell.locator("#unsaved").is_visible())


def test_an_lms_that_says_yes_to_what_it_lost_is_found_out(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", kind=Moodle)
    sitting = half(lms, sit)
    lms.expired = "redirect"
    sitting.host.evaluate("const real = API.LMSCommit; API.LMSCommit = one => (real(one), 'true')")
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    lms.expired = ""
    sitting.until(lambda: result(lms) == DONE)


def test_what_was_lost_is_sent_anew_at_the_exit(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", kind=Moodle)
    sitting = cut_off(lms, sit)
    lms.unreachable = False
    sitting.inner.locator("a.exit").click()
    sitting.host.wait_for_url("**/recipe.html")
    # Sent while a page goes, they arrive in any order: the next visit believes what says most.
    sitting.until(lambda: any(commit.get(STATUS) == "passed" for commit in lms.commits))
    second = sit(lms)
    second.until(lambda: result(lms) == DONE)


def test_a_second_loss_is_mended_by_the_next_visit(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", kind=Moodle)
    sitting = cut_off(lms, sit)
    lms.lost = lambda data: data.get(STATUS) == "passed"
    lms.unreachable = False
    sitting.until(lambda: result(lms) == ("incomplete", "83.32"))
    sitting.host.goto("about:blank")
    lms.lost = lambda data: False
    second = sit(lms)
    second.until(lambda: result(lms) == DONE)
    second.inner.wait_for_url("**/tin-2.html")


def test_a_memory_that_says_more_than_the_status_is_believed(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", kind=Moodle)
    half(lms, sit).submit("tin-2", 2)
    assert result(lms) == DONE
    lms.stored |= {STATUS: "incomplete", RAW: "50", "cmi.core.exit": "suspend"}
    second = sit(lms)
    second.until(lambda: result(lms) == DONE)


def test_below_the_pass_mark_she_goes_on_at_the_next_visit(lms_of: LmsOf, sit: Sit) -> None:
    """Moodle opens what is `failed` as a review, and stores nothing more."""
    lms = lms_of("minimal", kind=Moodle)
    first = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        first.open(lesson)
        first.submit(lesson, 1)
    assert result(lms) == ("incomplete", "33.33")
    second = sit(lms)
    second.open("tin-1")
    second.submit("tin-1", 3)
    second.open("tin-2")
    second.submit("tin-2", 3)
    assert result(lms) == ("passed", "100")
    assert not second.shell.locator("#unrecorded").is_visible()


def test_what_an_older_package_failed_can_be_passed(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.stored = {STATUS: "failed", RAW: "40", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    assert result(lms) == ("incomplete", "40")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.submit("tin-2", 3)
    assert result(lms) == ("passed", "100")


def test_a_review_of_what_failed_says_that_it_is_not_recorded(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", kind=Moodle)
    lms.stored = {STATUS: "failed", RAW: "40", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    assert sitting.shell.locator("#unrecorded").is_visible()
    assert sitting.written() == {}
    assert result(lms) == ("failed", "40")


ONCE = """<script>
var real = API.LMSSetValue, times = 0;
API.LMSSetValue = function (name, value) {
  if (name === 'NAME' && (value !== 'incomplete') && !times++) { ACT }
  return real(name, value);
};
</script>"""


@pytest.mark.parametrize("act", ["return 'false';", "throw new Error('busy');"])
@pytest.mark.parametrize("name", [RAW, STATUS, "cmi.interactions.0.student_response", MEMORY])
def test_what_was_refused_once_is_sent_again(lms_of: LmsOf, sit: Sit, name: str, act: str) -> None:
    lms = lms_of("full")
    lms.body = ONCE.replace("NAME", name).replace("ACT", act) + FRAMED
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.submit("tin-2", 3)
    sitting.until(lambda: result(lms) == ("passed", "100"))
    assert lms.stored["cmi.interactions.0.student_response"] == "b"
    sitting.until(lambda: not sitting.shell.locator("#unsaved").is_visible())


def test_what_is_refused_for_ever_is_not_called_unsaved(lms_of: LmsOf, sit: Sit) -> None:
    """Some LMSs know no interactions."""
    lms = lms_of("full")
    lms.body = (
        "<script>var real = API.LMSSetValue; API.LMSSetValue = (name, value) =>"
        " /interactions/.test(name) ? 'false' : real(name, value)</script>" + FRAMED
    )
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    sitting.submit("tin-1", 3)
    assert lms.stored[RAW] == "50"
    expect(sitting.shell.locator("#unsaved")).to_be_hidden()
