"""The SCORM packages under real run-times (scorm-again), in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.lms import Lms
from browser.lms2004 import NAMES
from browser.sitting import Sitting
from playwright.sync_api import Browser
from standin import course, module

Sit = Callable[..., Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


def test_a_first_visit_is_incomplete_and_suspended(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/index.html")
    sitting.pause()
    assert lms.stored[STATUS] == "incomplete"
    assert lms.stored["cmi.core.exit"] == "suspend"
    assert RAW not in lms.stored
    assert sitting.names()[0] == "LMSInitialize"
    assert sitting.names().count("LMSInitialize") == 1


def test_each_answer_is_saved_at_once(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "two", "a,c", of=2, key="a,c")
    at = "cmi.interactions.0."
    assert {name: lms.stored[at + name] for name in ("id", "type", "weighting", "result")} == {
        "id": "tin-1-two",
        "type": "choice",
        "weighting": "2",
        "result": "correct",
    }
    assert lms.stored[at + "student_response"] == "a,c"
    assert lms.stored[at + "correct_responses.0.pattern"] == "a,c"


def test_a_second_try_at_a_question_is_the_same_interaction(
    lms_of: Callable[..., Lms], sit: Sit
) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "a", right=False, key="b")
    sitting.answer("tin-1", "one", "b", key="b")
    assert lms.stored["cmi.interactions.0.student_response"] == "b"
    assert lms.stored["cmi.interactions.0.result"] == "correct"
    assert "cmi.interactions.1.id" not in lms.stored


@pytest.mark.parametrize(
    ("question", "form", "typed", "kind", "heard"),
    [
        ("three", "true-false", "b", "true-false", "t"),
        ("three", "true-false", "a", "true-false", "f"),
        ("four", "fill-in", "ელ.ფოსტა; 100% e-mail!*", "fill-in", "ელ.ფოსტა; 100% e-mail!*"),
        ("five", "numeric", " 3,5 ", "numeric", "3.5"),
        ("five", "numeric", "−٣٫٥", "numeric", "-3.5"),
        ("five", "numeric", "three", "numeric", None),
        ("five", "numeric", "+1 000", "numeric", "1000"),
        ("five", "numeric", "1,000.5", "numeric", "1000.5"),
    ],
)
def test_responses_are_legal_for_their_type(
    lms_of: Callable[..., Lms],
    sit: Sit,
    question: str,
    form: str,
    typed: str,
    kind: str,
    heard: str | None,
) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-2")
    sitting.answer("tin-2", question, typed, right=False, key=typed)
    assert lms.stored["cmi.interactions.0.type"] == kind
    assert lms.stored.get("cmi.interactions.0.student_response") == heard
    sitting.open("tin-1")
    sitting.open("tin-2")
    restored = sitting.inner.locator("body").get_attribute("data-restored") or ""
    assert sitting.inner.evaluate("words => JSON.parse(words)", restored) == {question: typed}


def test_a_long_response_is_told_as_far_as_it_may_be(
    lms_of: Callable[..., Lms], sit: Sit, standard: str
) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-2")
    sitting.answer("tin-2", "four", "x" * 300, right=False, form="fill-in")
    told = lms.stored["cmi.interactions.0.student_response"]
    assert told == "x" * {"scorm12": 255, "scorm2004": 250}[standard]


def test_the_next_sitting_resumes(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of()
    first = sit(lms)
    first.open("tin-2")
    first.answer("tin-2", "four", "mail")
    first.submit("tin-2", 3)
    first.context.close()
    second = sit(lms)
    second.inner.wait_for_url("**/tin-2.html")
    second.inner.wait_for_selector("body[data-restored]")
    assert second.inner.locator("body").get_attribute("data-restored") == '{"four":"mail"}'
    assert lms.stored[STATUS] == "incomplete"
    second.open("tin-1")
    second.submit("tin-1", 3)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    second.errors.clear()


def test_she_passes_when_every_quiz_is_submitted(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "50")
    sitting.open("tin-2")
    sitting.submit("tin-2", 2)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "83.33")
    assert (lms.stored["cmi.core.score.min"], lms.stored["cmi.core.score.max"]) == ("0", "100")
    assert lms.stored["cmi.core.exit"] == ""


def test_below_the_pass_mark_she_may_try_again_and_is_never_set_back(
    lms_of: Callable[..., Lms], sit: Sit
) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 1)
    sitting.open("tin-2")
    sitting.submit("tin-2", 2)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "50")
    assert lms.stored["cmi.core.exit"] == "suspend"
    sitting.submit("tin-2", 0)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "50")
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "83.33")
    sitting.submit("tin-1", 0)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "83.33")


def test_passed_stays_although_the_memory_is_gone(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.stored = {STATUS: "passed", RAW: "90", "cmi.core.exit": ""}
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 0)
    sitting.open("tin-2")
    sitting.submit("tin-2", 0)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "90")
    assert RAW not in sitting.written()


def test_a_status_is_not_downgraded_on_loading(lms_of: Callable[..., Lms], sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.stored = {STATUS: "completed", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    assert lms.stored[STATUS] == "completed"


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_a_look_back_writes_nothing(lms_of: Callable[..., Lms], sit: Sit, mode: str) -> None:
    lms = lms_of()
    lms.stored = {STATUS: "failed", RAW: "40", "cmi.core.lesson_mode": mode}
    lms.stored |= {"cmi.core.lesson_location": "tin-2", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/tin-2.html")
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 3)
    sitting.open("tin-1")
    sitting.shell.evaluate("window.dispatchEvent(new Event('online'))")
    assert sitting.written() == {}
    assert "LMSCommit" not in sitting.names()
    sitting.shell.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert sitting.names()[-1] == "LMSFinish"
    assert sitting.shell.locator("#unrecorded").is_visible()


def test_a_course_without_a_quiz_completes_when_each_lesson_was_opened(
    lms_of: Callable[..., Lms], sit: Sit
) -> None:
    lms = lms_of("minimal", course(module("tin-1"), module("tin-2")))
    sitting = sit(lms)
    sitting.open("tin-1")
    assert lms.stored[STATUS] == "incomplete"
    sitting.open("tin-2")
    assert lms.stored[STATUS] == "completed"
    assert lms.stored["cmi.core.exit"] == ""
    assert not any("score" in name for name in sitting.written())


def test_a_window_closed_in_the_middle_loses_nothing(
    lms_of: Callable[..., Lms], browser: Browser
) -> None:
    lms = lms_of()
    sitting = Sitting(browser, lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.host.close(run_before_unload=False)
    sitting.context.close()
    assert lms.stored[RAW] == "50"
    assert lms.stored["cmi.core.lesson_location"] == "tin-2"


def test_the_score_is_told_before_the_status(lms_of: Callable[..., Lms], sit: Sit) -> None:
    """Some LMSs read the score when the status comes."""
    sitting = sit(lms_of("minimal"))
    for lesson in ("tin-1", "tin-2"):
        sitting.open(lesson)
        sitting.submit(lesson, 3)
    old = {**NAMES, "cmi.success_status": STATUS}
    told = [(old.get(n, n), v) for name, n, v, *_ in sitting.calls() if name == "LMSSetValue"]
    assert told.index((RAW, "100")) < told.index((STATUS, "passed"))


def test_an_answer_more_tells_nothing_of_the_others_again(
    lms_of: Callable[..., Lms], sit: Sit
) -> None:
    sitting = sit(lms_of("full"))
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    before = len(sitting.calls())
    sitting.answer("tin-1", "two", "a,c", of=2, key="a,c")
    told = {one[1] for one in sitting.calls()[before:] if one[0] == "LMSSetValue"}
    assert {name for name in told if "interactions" not in name} <= {
        "cmi.suspend_data",
        "cmi.core.session_time",
        "cmi.session_time",
    }
    assert {name.split(".")[2] for name in told if "interactions" in name} == {"1"}


def test_every_argument_of_every_call_is_a_string(lms_of: Callable[..., Lms], sit: Sit) -> None:
    sitting = sit(lms_of("full"))
    sitting.open("tin-1")
    sitting.answer("tin-1", "two", "a", right=False, key="a,c", points=0.5, of=2)
    sitting.submit("tin-1", 2)
    calls = sitting.host.evaluate("calls")
    assert calls and all(typed for *_, typed, _ in calls)
    heard = {"LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit"}
    assert heard <= {*sitting.names()}
