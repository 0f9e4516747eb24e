"""What an LRS lost, refused or answered late is said again, under the same name."""

from __future__ import annotations

from typing import Any

from browser.launcher import Launcher
from browser.lrsroom import LmsOf, Sit, all_done, passed
from browser.sitting import Sitting
from playwright.sync_api import expect

STATEMENTS = "/xapi/statements"
STATE = "/xapi/activities/state"
WHOLE = ["initialized", "passed", "completed"]
NOT_YET = "Not saved yet: your learning platform does not answer."


def told(sitting: Sitting) -> bool:
    """Whether she reads that it is not saved yet."""
    line = sitting.shell.locator("#unsaved")
    assert line.inner_text() == NOT_YET
    return line.is_visible()


def half(lms: Launcher, sit: Sit) -> Sitting:
    """The first of two quizzes is submitted and saved, and the second is open."""
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.until(lambda: lms.state.get("place") == "tin-2")
    return sitting


def ids(lms: Launcher) -> list[str]:
    return [one["id"] for one in lms.said()]


def test_a_connection_that_comes_back_brings_everything_in_order(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    sitting = half(lms, sit)
    sitting.context.set_offline(True)
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    assert lms.verbs() == ["initialized"]
    sitting.context.set_offline(False)
    sitting.until(lambda: lms.verbs() == ["initialized", "answered", "passed", "completed"])
    sitting.until(lambda: not told(sitting))
    sitting.until(lambda: lms.state.get("told") == ["passed", "completed"])


def test_what_arrived_without_an_answer_is_not_recorded_twice(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    sitting = half(lms, sit)
    lost = iter([-1, 500, -1, 503])
    lms.after = lambda method, path: next(lost, 0) if path == STATEMENTS else 0
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 2)
    sitting.until(lambda: "completed" in lms.verbs(), 60_000)
    assert lms.verbs() == ["initialized", "answered", "passed", "completed"]
    assert len(set(ids(lms))) == 4
    sent = [one for one in lms.asked if one[:2] == ("PUT", STATEMENTS)]
    assert len(sent) > 4


def test_an_lrs_that_is_down_is_asked_until_it_answers(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.answer = lambda method, path: 503
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    lms.answer = lambda method, path: 0
    sitting.until(lambda: lms.verbs() == WHOLE)
    sitting.until(lambda: not told(sitting))


def test_a_slow_lrs_keeps_nobody_waiting(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    lms.wait = 1
    sitting = sit(lms)
    all_done(sitting)
    assert lms.verbs() == []
    assert not told(sitting)
    lms.wait = 0.3
    sitting.until(lambda: lms.verbs() == WHOLE)


def test_an_lms_that_does_not_answer_at_the_launch_is_told_and_met_later(
    cmi5_of: LmsOf, sit: Sit
) -> None:
    lms = cmi5_of("minimal")
    lms.answer = lambda method, path: 503 if path == STATE else 0
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.until(lambda: told(sitting))
    lms.answer = lambda method, path: 0
    sitting.until(lambda: lms.state.get("score.raw") == "50")
    assert not told(sitting)


def test_a_token_that_was_refused_is_not_asked_for_again(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    lms.answer = lambda method, path: 500 if path == "/fetch" else 0
    sitting = sit(lms)
    sitting.until(lambda: sitting.shell.locator("#unrecorded").is_visible())
    all_done(sitting)
    assert [one[:2] for one in lms.asked] == [("POST", "/fetch")]
    assert lms.verbs() == []


def test_a_token_that_has_expired_is_said_and_the_next_visit_mends_it(
    cmi5_of: LmsOf, sit: Sit
) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.tokens.clear()
    sitting.submit("tin-2", 3)
    sitting.until(lambda: sitting.shell.locator("#unrecorded").is_visible())
    assert not told(sitting)
    sitting.host.goto("about:blank")
    second = sit(lms)
    second.inner.wait_for_url("**/tin-2.html")
    second.submit("tin-2", 3)
    second.until(lambda: lms.verbs()[-2:] == ["passed", "completed"])


def test_a_pass_that_did_not_arrive_is_said_by_the_next_session(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.answer = lambda method, path: 503 if path == STATEMENTS else 0
    sitting.submit("tin-2", 3)
    sitting.until(lambda: lms.state.get("status") == "passed")
    sitting.host.goto("about:blank")
    # The last words are lost too.
    sitting.until(lambda: ("POST", STATEMENTS, 503) in lms.asked)
    lms.answer = lambda method, path: 0
    second = sit(lms)
    second.until(lambda: lms.verbs()[-2:] == ["passed", "completed"])
    assert passed(lms)["result"]["score"] == {"scaled": 1}


def test_a_state_that_was_lost_makes_no_second_pass(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    first = sit(lms)
    all_done(first)
    first.until(lambda: lms.state.get("told") == ["passed", "completed"])
    first.host.goto("about:blank")
    first.until(lambda: "terminated" in lms.verbs())
    # A last state may come behind the last words.
    first.host.wait_for_timeout(300)
    lms.documents.clear()
    second = sit(lms)
    all_done(second)
    second.until(lambda: lms.state.get("told") == ["passed", "completed"])
    assert lms.verbs().count("passed") == 1
    assert ("PUT", STATEMENTS, 409) in lms.asked
    assert not told(second)


def test_what_an_lrs_will_never_take_keeps_nothing_back(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    sitting = half(lms, sit)
    once = iter([400])
    lms.answer = lambda method, path: next(once, 0) if path == STATEMENTS else 0
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 2)
    sitting.until(lambda: lms.verbs() == WHOLE)
    assert sitting.shell.locator("#unrecorded").is_visible()


def test_a_login_page_in_the_place_of_an_answer_is_none(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.page = True
    sitting.submit("tin-2", 2)
    sitting.until(lambda: told(sitting))
    lms.page = False
    sitting.until(lambda: lms.verbs() == WHOLE)


def test_what_is_left_at_the_exit_goes_in_one_request_and_in_order(
    cmi5_of: LmsOf, sit: Sit
) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.answer = lambda method, path: 503 if (method, path) == ("PUT", STATEMENTS) else 0
    sitting.submit("tin-2", 3)
    sitting.until(lambda: told(sitting))
    sitting.host.goto("about:blank")
    sitting.until(lambda: lms.verbs() == [*WHOLE, "terminated"])
    assert ("POST", STATEMENTS, 200) in lms.asked


def test_the_exit_waits_for_no_lms(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = half(lms, sit)
    lms.answer = lambda method, path: -1
    lms.back = f"{lms.address}back"
    sitting.submit("tin-2", 3)
    sitting.inner.locator("a.exit").click()
    sitting.host.wait_for_url("**/recipe.html")


def test_an_answer_bears_the_time_at_which_it_was_given(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    sitting = half(lms, sit)
    lms.answer = lambda method, path: 503
    sitting.answer("tin-2", "three", "b", form="true-false")
    before: Any = sitting.shell.evaluate("new Date().toISOString()")
    sitting.until(lambda: told(sitting))
    lms.answer = lambda method, path: 0
    sitting.until(lambda: lms.verbs() == ["initialized", "answered"])
    assert lms.said()[1]["timestamp"] <= before


def test_a_document_that_the_lrs_refuses_for_now_is_not_called_saved(
    cmi5_of: LmsOf, sit: Sit
) -> None:
    lms = cmi5_of()
    sitting = sit(lms)
    sitting.open("tin-1")
    lms.answer = lambda method, path: 409 if method == "PUT" and path.endswith("state") else 0
    sitting.submit("tin-1", 3)
    expect(sitting.shell.locator("#unsaved")).to_be_visible()
    lms.answer = lambda method, path: 0
    sitting.until(lambda: lms.state.get("score.raw") == "50")
    expect(sitting.shell.locator("#unsaved")).to_be_hidden()
