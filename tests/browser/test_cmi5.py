"""The cmi5 package in Chromium, launched by an LMS whose statements a real LRS keeps."""

from __future__ import annotations

from browser.lrsroom import LmsOf, Sit, all_done, passed
from browser.sitting import Sitting

UNSAVED = "#unsaved"


def test_what_is_said_from_the_launch_to_the_end(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = sit(lms)
    all_done(sitting)
    sitting.until(lambda: lms.verbs() == ["initialized", "passed", "completed"])
    sitting.host.goto("about:blank")
    sitting.until(lambda: lms.verbs()[3:] == ["terminated"])
    assert passed(lms)["result"]["score"] == {"scaled": 0.8333}


def test_the_token_is_asked_for_once_and_everything_else_before_the_first_word(
    cmi5_of: LmsOf, sit: Sit
) -> None:
    lms = cmi5_of("minimal")
    sitting = sit(lms)
    sitting.until(lambda: lms.verbs() == ["initialized"])
    assert [one[:2] for one in lms.asked[:5]] == [
        ("POST", "/fetch"),
        ("GET", "/xapi/activities/state"),
        ("GET", "/xapi/activities/state"),
        ("GET", "/xapi/agents/profile"),
        ("PUT", "/xapi/statements"),
    ]
    assert list(lms.fetches.values()) == [True]


def test_below_the_mastery_score_nothing_is_said_of_it(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    first = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        first.open(lesson)
        first.submit(lesson, 1)
    first.until(lambda: lms.state.get("score.raw") == "33.33")
    first.host.goto("about:blank")
    first.until(lambda: lms.verbs() == ["initialized", "terminated"])


def test_she_goes_on_where_she_stopped(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    first = sit(lms)
    first.open("tin-1")
    first.answer("tin-1", "one", "b")
    first.submit("tin-1", 3)
    first.until(lambda: lms.state.get("score.raw") == "50")
    first.host.goto("about:blank")
    second = sit(lms)
    second.inner.wait_for_url("**/tin-1.html")
    second.inner.wait_for_selector('body[data-restored=\'{"one":"b"}\']')
    second.open("tin-2")
    second.submit("tin-2", 3)
    second.until(lambda: "completed" in lms.verbs())
    assert passed(lms)["result"]["score"] == {"scaled": 1}


def test_a_course_that_was_passed_is_not_passed_again(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    first = sit(lms)
    all_done(first)
    first.until(lambda: lms.state.get("told") == ["passed", "completed"])
    first.host.goto("about:blank")
    first.until(lambda: "terminated" in lms.verbs())
    second = sit(lms)
    second.inner.wait_for_url("**/tin-2.html")
    second.submit("tin-2", 3)
    second.until(lambda: lms.state.get("score.raw") == "100")
    second.host.goto("about:blank")
    second.until(lambda: lms.verbs().count("terminated") == 2)
    assert lms.verbs().count("passed") == lms.verbs().count("completed") == 1


def test_an_lms_may_ask_for_another_score(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    lms.unit["masteryScore"] = "0.3"
    sitting = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        sitting.open(lesson)
        sitting.submit(lesson, 1)
    sitting.until(lambda: "passed" in lms.verbs())
    statement = passed(lms)
    assert statement["result"]["score"] == {"scaled": 0.3333}
    mastery = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
    assert statement["context"]["extensions"][mastery] == 0.3


def test_a_look_around_records_nothing(cmi5_of: LmsOf, sit: Sit) -> None:
    for mode in ("Browse", "Review"):
        lms = cmi5_of("full")
        lms.mode = mode
        sitting = sit(lms)
        sitting.open("tin-1")
        sitting.answer("tin-1", "one", "b")
        all_done(sitting)
        assert sitting.shell.locator("#unrecorded").is_visible()
        sitting.host.goto("about:blank")
        sitting.until(lambda lms=lms: "terminated" in lms.verbs())
        assert lms.verbs() == ["initialized", "terminated"]
        assert lms.state == {}


def test_a_page_that_is_loaded_again_asks_for_no_second_token(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = sit(lms)
    sitting.until(lambda: lms.verbs() == ["initialized"])
    assert "?" not in sitting.shell.url
    sitting.shell.evaluate("location.reload()")
    sitting.until(lambda: sitting.shell.locator("#unrecorded").is_visible())
    assert [one[:2] for one in lms.asked].count(("POST", "/fetch")) == 1
    sitting.until(lambda: lms.verbs() == ["initialized", "terminated"])


def test_from_now_on_the_page_can_reach_the_lrs_alone(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting: Sitting = sit(lms)
    sitting.until(lambda: lms.verbs() == ["initialized"])
    reach = "address => fetch(address, {mode: 'no-cors'}).then(() => true, () => false)"
    assert sitting.shell.evaluate(reach, f"{lms.endpoint}/about")
    assert not sitting.shell.evaluate(reach, lms.lrs.address)
    assert not sitting.inner.evaluate(reach, f"{lms.endpoint}/about")


def test_the_way_back_is_the_one_that_the_lms_names(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    lms.back = f"{lms.address}back"
    sitting = sit(lms)
    all_done(sitting)
    lms.wait = 0.2
    sitting.shell.locator("#back a").click()
    sitting.until(lambda: any(frame.url == lms.back for frame in sitting.host.frames))
    # Nothing was left to the last moment.
    assert lms.verbs() == ["initialized", "passed", "completed", "terminated"]


def test_without_such_a_way_none_is_shown(cmi5_of: LmsOf, sit: Sit) -> None:
    sitting = sit(cmi5_of("minimal"))
    assert sitting.shell.locator("#back").is_hidden()
