"""What an LRS is told in each privacy profile, and by a package of one AU a lesson."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browser.launcher import Launcher, launching
from browser.lrs import Lrs
from browser.lrsroom import LmsOf, Sit, all_done
from browser.sitting import Sitting
from kandil.exporters.cmi5 import EXPORTER, Cmi5Options
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import Browser
from standin import choice, course, edition, fill_in, module, numeric, quiz, true_false

ANSWERED = ["initialized", "answered", "answered", "answered", "answered"]


def results(lms: Launcher) -> list[dict[str, Any]]:
    return [one.get("result", {}) for one in lms.said()]


def test_full_tells_each_answer_with_its_key(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("full")
    sitting = sit(lms)
    sitting.open("tin-2")
    sitting.answer("tin-2", "three", "a", key="b", right=False, points=0)
    sitting.answer("tin-2", "four", "Post", key="mail", right=False, points=0)
    sitting.answer("tin-2", "five", "3", key="3")
    sitting.open("tin-1")
    sitting.answer("tin-1", "two", "a,b", key="a,c", right=False, points=0.5, of=2)
    sitting.until(lambda: lms.verbs() == ANSWERED)
    said = lms.said()[1:]
    definitions = [one["object"]["definition"] for one in said]
    assert [(one["interactionType"], one["correctResponsesPattern"]) for one in definitions] == [
        ("true-false", ["true"]),
        ("fill-in", ["mail"]),
        ("numeric", ["3[:]3"]),
        ("choice", ["a[,]c"]),
    ]
    given = [(one["result"]["response"], one["result"]["success"]) for one in said]
    assert given == [("false", False), ("Post", False), ("3", True), ("a[,]b", False)]
    assert said[3]["result"]["score"] == {"scaled": 0.25, "raw": 0.5, "min": 0, "max": 2}
    own = lms.unit["id"]
    assert [one["object"]["id"] for one in said][::3] == [f"{own}#tin-2-three", f"{own}#tin-1-two"]


def test_full_tells_the_time_and_minimal_tells_none(cmi5_of: LmsOf, sit: Sit) -> None:
    for profile in ("full", "minimal"):
        lms = cmi5_of(profile)
        sitting = sit(lms)
        all_done(sitting)
        sitting.until(lambda lms=lms: "completed" in lms.verbs())
        durations = [one["duration"] for one in results(lms) if one]
        assert all((one == "PT0S") == (profile == "minimal") for one in durations), durations


def test_minimal_tells_no_answer(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    all_done(sitting)
    sitting.until(lambda: lms.verbs() == ["initialized", "passed", "completed"])
    assert "one" not in json.dumps([lms.state, *lms.said()[0:1]])


@pytest.mark.parametrize("of", [None, course(sensitive_setting=True)])
def test_none_says_that_it_was_opened_and_no_more(cmi5_of: LmsOf, sit: Sit, of: Any) -> None:
    """Nor when she leaves: the standard asks for an end, which is said at once."""
    lms = cmi5_of("none" if of is None else "full", of)
    sitting = sit(lms)
    sitting.until(lambda: lms.verbs() == ["initialized", "terminated"])
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    all_done(sitting)
    sitting.host.goto("about:blank")
    sitting.host.wait_for_timeout(500)
    assert lms.verbs() == ["initialized", "terminated"]
    assert results(lms) == [{}, {"duration": "PT0S"}]
    assert lms.state == {}
    assert lms.unit["moveOn"] == "NotApplicable"


def test_a_sensitive_question_is_told_in_no_profile(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of(
        "full",
        course(module("tin-1", quiz(choice("one", "b"), choice("two", "a", sensitive=True)))),
    )
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "two", "a")
    sitting.answer("tin-1", "one", "b")
    sitting.until(lambda: lms.verbs() == ["initialized", "answered"])
    assert "two" not in json.dumps([*lms.said(), lms.state])


def test_a_course_without_a_quiz_is_completed_when_all_is_seen(cmi5_of: LmsOf, sit: Sit) -> None:
    lms = cmi5_of("minimal", course(module("tin-1"), module("tin-2")))
    assert (lms.unit["moveOn"], lms.unit.get("masteryScore")) == ("Completed", None)
    sitting = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        sitting.open(lesson)
    sitting.until(lambda: lms.verbs() == ["initialized", "completed"])


def test_each_lesson_can_be_an_au(cmi5_of: LmsOf, browser: Browser) -> None:
    lms: Any = cmi5_of("minimal", None, "module")
    for page, lesson in (("start-tin-1.html", "tin-1"), ("start-tin-2.html", "tin-2")):
        sitting = Sitting(browser, lms, sco=page)
        sitting.inner.wait_for_url(f"**/{lesson}.html")
        sitting.submit(lesson, 3)
        sitting.until(lambda: lms.state.get("told") == ["passed", "completed"])
        sitting.host.goto("about:blank")
        sitting.close()
    objects = {one["object"]["id"] for one in lms.said()}
    assert len(objects) == 2 == len({one["id"] for one in lms.units})


def test_the_real_player_is_heard(tmp_path: Path, lrs: Lrs, sit: Sit) -> None:
    """A lesson as it is rendered, answered with the keyboard's own buttons."""
    questions = (true_false("three"), fill_in("four"), numeric("five"))
    made = edition(course(module("tin-1", quiz(*questions)), profile="full"))
    [artefact] = EXPORTER.artefacts([made], render, Cmi5Options("full"))
    target = tmp_path / artefact.name
    write_archive(target, artefact.files())
    with launching(target, lrs) as lms:
        sitting = sit(lms)
        lesson = sitting.inner
        lesson.goto(lesson.url.rpartition("/")[0] + "/tin-1.html")
        lesson.locator("#q_three label").nth(1).click()
        lesson.locator("#q_three button").first.click()
        sitting.until(lambda: "answered" in lms.verbs())
        assert lms.said()[1]["result"]["success"] is True
