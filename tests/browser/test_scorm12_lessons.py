"""Each lesson as a SCO of its own (`scos: module`), under the same run-time and the same LMSs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser.lms import Lessons, Lms, served
from browser.lms2004 import OTHERS
from browser.moodle import MoodleLessons
from browser.sitting import Sitting, package
from kandil.model.course import Course, Profile
from playwright.sync_api import Browser, expect
from standin import choice, course, module, quiz

ONE, TWO = "start-tin-1.html", "start-tin-2.html"
STATUS, RAW, AT = "cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.lesson_location"
MEMORY = "cmi.suspend_data"
Held = Callable[..., Lessons]
Launch = Callable[..., Sitting]


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


@pytest.fixture
def held(tmp_path: Path, standard: str) -> Iterator[Held]:
    """An LMS that holds a package of this profile and course."""
    with ExitStack() as stack:

        def make(
            profile: Profile = "full", of: Course | None = None, kind: type[Lms] = Lessons
        ) -> Lms:
            packed = package(tmp_path, profile, of, "module", standard)
            speaks = kind if standard == "scorm12" else OTHERS[kind]
            return stack.enter_context(served(packed, speaks))

        yield make


@pytest.fixture
def launch(browser: Browser) -> Iterator[Launch]:
    """A sitting at one SCO."""
    sittings: list[Sitting] = []

    def begin(lms: Lms, sco: str, beside: Sitting | None = None) -> Sitting:
        sittings.append(Sitting(browser, lms, beside, sco))
        return sittings[-1]

    yield begin
    for sitting in reversed(sittings):
        sitting.close()


def reads(sitting: Sitting, lesson: str) -> None:
    sitting.inner.wait_for_url(f"**/{lesson}.html")
    sitting.pause()


def test_each_sco_opens_its_lesson_and_tells_status_and_score_of_it_alone(
    held: Held, launch: Launch
) -> None:
    lms = held("minimal")
    first = launch(lms, ONE)
    reads(first, "tin-1")
    assert first.lms.stored[STATUS] == "incomplete"
    first.submit("tin-1", 3)
    assert (first.lms.stored[STATUS], first.lms.stored[RAW]) == ("passed", "100")
    assert (first.lms.stored["cmi.core.score.min"], first.lms.stored["cmi.core.score.max"]) == (
        "0",
        "100",
    )
    second = launch(lms, TWO)
    reads(second, "tin-2")
    second.submit("tin-2", 1)
    assert (second.lms.stored[STATUS], second.lms.stored[RAW]) == ("incomplete", "33.33")
    assert (first.lms.stored[STATUS], first.lms.stored[RAW]) == ("passed", "100")


def test_each_sco_resumes_where_she_stopped_in_it(held: Held, launch: Launch) -> None:
    lms = held("full")
    first = launch(lms, TWO)
    reads(first, "tin-2")
    first.answer("tin-2", "four", "mail")
    first.say(type="part", module="tin-2", part="top")
    assert first.lms.stored[AT] == "tin-2#top"
    first.host.goto("about:blank")
    other = launch(lms, ONE)
    reads(other, "tin-1")
    again = launch(lms, TWO)
    again.inner.wait_for_url("**/tin-2.html#_top")
    again.inner.wait_for_selector("body[data-restored]")
    assert again.inner.locator("body").get_attribute("data-restored") == '{"four":"mail"}'
    assert len(again.lms.stored[MEMORY]) < 60


def test_two_scos_open_at_once_keep_apart(held: Held, launch: Launch) -> None:
    lms = held("full")
    for sco in (ONE, TWO):
        lms.of(sco).stored = {"cmi.core.student_id": "ana"}
    first = launch(lms, ONE)
    second = launch(lms, TWO, first)
    reads(first, "tin-1")
    reads(second, "tin-2")
    first.answer("tin-1", "one", "b")
    first.submit("tin-1", 3)
    second.answer("tin-2", "three", "b", form="true-false")
    second.submit("tin-2", 2)
    assert (first.lms.stored[RAW], second.lms.stored[RAW]) == ("100", "66.67")
    assert first.lms.stored["cmi.interactions.0.id"] == "tin-1-one"
    assert second.lms.stored["cmi.interactions.0.id"] == "tin-2-three"
    assert "cmi.interactions.1.id" not in {**first.lms.stored, **second.lms.stored}


def test_a_lesson_without_a_quiz_is_completed_by_being_opened(held: Held, launch: Launch) -> None:
    lms = held("minimal", course(module("tin-1"), module("tin-2", quiz(choice("one", "a")))))
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    assert sitting.lms.stored[STATUS] == "completed"
    assert not any("score" in name for name in sitting.written())


def test_below_the_pass_mark_it_is_never_failed(held: Held, launch: Launch) -> None:
    lms = held("minimal", kind=MoodleLessons)
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    sitting.submit("tin-1", 0)
    assert sitting.lms.stored[STATUS] == "incomplete"
    sitting.host.goto("about:blank")
    again = launch(lms, ONE)
    reads(again, "tin-1")
    again.submit("tin-1", 3)
    assert (again.lms.stored[STATUS], again.lms.stored[RAW]) == ("passed", "100")


def test_profile_none_says_nothing(held: Held, launch: Launch) -> None:
    lms = held("none")
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    sitting.submit("tin-1", 3)
    assert sitting.written() == {}
    assert sitting.shell.locator("#unrecorded").count() == 0


def test_another_lesson_opens_with_a_word_that_it_is_not_recorded_here(
    held: Held, launch: Launch
) -> None:
    lms = held("full")
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    line = sitting.shell.locator("#unrecorded")
    expect(line).to_be_hidden()
    sitting.open("tin-2")
    expect(line).to_be_visible()
    assert line.inner_text() == "Your result will not be saved this time."
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 3)
    assert sitting.lms.stored[STATUS] == "incomplete" and RAW not in sitting.lms.stored
    assert not any("interactions" in name for name in sitting.written())
    assert sitting.lms.stored[AT] == "tin-1"
    sitting.open("tin-1")
    expect(line).to_be_hidden()


def test_offline_and_back_her_result_arrives_later_and_once(held: Held, launch: Launch) -> None:
    lms = held("full", kind=MoodleLessons)
    sitting = launch(lms, TWO)
    reads(sitting, "tin-2")
    sitting.context.set_offline(True)
    sitting.answer("tin-2", "three", "b", form="true-false")
    sitting.submit("tin-2", 3)
    line = sitting.shell.locator("#unsaved")
    expect(line).to_be_visible()
    sitting.context.set_offline(False)
    sitting.until(lambda: sitting.lms.stored.get(STATUS) == "passed")
    sitting.until(lambda: not line.is_visible())
    assert float(sitting.lms.stored[RAW]) == 100
    assert sitting.lms.stored["cmi.interactions.0.id"] == "tin-2-three"
    assert "cmi.interactions.1.id" not in sitting.lms.stored


@pytest.mark.parametrize("trouble", ["down", "expired"])
def test_a_refused_commit_and_a_lost_session_are_told_and_mended(
    held: Held, launch: Launch, trouble: str
) -> None:
    lms = held("minimal", kind=MoodleLessons)
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    setattr(lms, trouble, "page")
    sitting.submit("tin-1", 3)
    line = sitting.shell.locator("#unsaved")
    expect(line).to_be_visible()
    setattr(lms, trouble, "")
    sitting.until(lambda: sitting.lms.stored.get(STATUS) == "passed")
    sitting.until(lambda: not line.is_visible())


SLOW = """() => {
  const real = API.LMSCommit;
  window.before = [];
  API.LMSCommit = one => {
    const page = document.getElementById('sco').contentDocument.querySelector('iframe');
    before.push(Boolean(page.contentWindow.drawn));
    for (const end = Date.now() + 300; Date.now() < end;) { /* As a slow request stops a page. */ }
    return real(one);
  };
}"""
SPEAK = """detail => {
  window.drawn = false;
  requestAnimationFrame(() => { window.drawn = true; });
  say(detail);
}"""


def test_a_slow_lms_comes_after_the_screen(held: Held, launch: Launch) -> None:
    sitting = launch(held("minimal"), ONE)
    reads(sitting, "tin-1")
    sitting.host.evaluate(SLOW)
    told = {"type": "quiz", "module": "tin-1", "quiz": "check", "points": 3, "of": 3}
    sitting.inner.evaluate(SPEAK, told)
    sitting.until(lambda: sitting.lms.stored.get(STATUS) == "passed")
    assert sitting.host.evaluate("before") == [True]


def test_a_window_closed_in_the_middle_loses_nothing(held: Held, launch: Launch) -> None:
    lms = held("full")
    sitting = launch(lms, ONE)
    reads(sitting, "tin-1")
    sitting.answer("tin-1", "one", "b")
    sitting.host.close()
    again = launch(lms, ONE)
    reads(again, "tin-1")
    again.inner.wait_for_selector("body[data-restored]")
    assert again.inner.locator("body").get_attribute("data-restored") == '{"one":"b"}'


def test_the_same_sco_in_two_windows_is_kept_whole(held: Held, launch: Launch) -> None:
    of = course(module("tin-1", quiz(choice("one", "a")), quiz(choice("two", "b"), name="more")))
    lms = held("minimal", of)
    lms.of(ONE).stored = {"cmi.core.student_id": "ana"}
    first = launch(lms, ONE)
    second = launch(lms, ONE, first)
    for sitting, name in ((first, "check"), (second, "more")):
        reads(sitting, "tin-1")
        sitting.submit("tin-1", 1, 1, name)
    second.until(lambda: second.lms.stored.get(STATUS) == "passed")
    assert second.lms.stored[RAW] == "100"


def test_a_lesson_in_a_tab_of_its_own_goes_to_its_sco(held: Held, launch: Launch) -> None:
    lms = held("minimal")
    sitting = launch(lms, ONE)
    sitting.host.goto(f"{lms.address}package/tin-2.html")
    sitting.host.wait_for_url("**/start-tin-2.html")
    sitting.host.frames[1].wait_for_url("**/tin-2.html")
    sitting.host.goto(f"{lms.address}package/index.html")
    sitting.host.wait_for_load_state("load")
    assert sitting.host.url.endswith("/index.html")


def test_without_javascript_the_page_leads_to_its_lesson(held: Held, browser: Browser) -> None:
    lms = held("minimal")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lms.address}package/{TWO}")
    assert page.locator("a:visible").all_inner_texts() == ["Lesson tin-2"]
    page.locator("a:visible").click()
    page.wait_for_url("**/tin-2.html")
    context.close()
