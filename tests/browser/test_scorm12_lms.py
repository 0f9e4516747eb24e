"""LMSs that are slow, late, elsewhere, or answer in their own way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.lms import FRAMED, POPUP, Lms
from browser.sitting import Sitting, package
from exporters.open_edx import open_edx

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
LATE = """<script>
var real = API;
API = undefined;
function appear() { API = real; }
</script>"""
YES = """<script>
['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'].forEach(function (name) {
  var real = API[name];
  API[name] = function () { return real.apply(null, arguments) === 'true' ? ANSWER : 0; };
});
</script>"""
SLOW = """() => {
  const real = API.LMSCommit;
  window.before = [];
  API.LMSCommit = one => {
    const lesson = document.getElementById('sco').contentDocument.querySelector('iframe');
    before.push(Boolean(lesson.contentWindow.drawn));
    const end = Date.now() + 300;
    while (Date.now() < end) { /* The page stands still, as it does for a slow request. */ }
    return real(one);
  };
}"""
SPEAK = """details => {
  window.drawn = false;
  requestAnimationFrame(() => { window.drawn = true; });
  details.forEach(say);
}"""


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


def skip(sitting: Sitting) -> None:
    """Five seconds pass for the search of an LMS."""
    sitting.shell.evaluate("() => { const now = Date.now; Date.now = () => now() + 6000; }")
    sitting.shell.locator("#unrecorded").wait_for()


def test_the_screen_comes_first_and_one_commit_after_it(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.host.evaluate(SLOW)
    said = {"module": "tin-1", "quiz": "check"}
    answer = {"type": "answer", "question": "one", "answer": "b", "kept": "b", "key": "b"}
    answer |= said | {"right": True, "points": 1, "of": 1}
    sitting.inner.evaluate(SPEAK, [answer, {"type": "quiz", "points": 3, "of": 3} | said])
    sitting.until(lambda: lms.stored.get(RAW) == "50")
    assert sitting.host.evaluate("before") == [True]


@pytest.mark.parametrize("answer", ["1", "true", "'1'"])
def test_every_kind_of_yes_is_a_success(lms_of: LmsOf, sit: Sit, answer: str) -> None:
    lms = lms_of("minimal")
    lms.body = YES.replace("ANSWER", answer) + FRAMED
    sitting = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        sitting.open(lesson)
        sitting.submit(lesson, 3)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    assert not sitting.shell.locator("#unrecorded").is_visible()
    sitting.until(lambda: not sitting.shell.locator("#unsaved").is_visible())
    told = [call[1:3] for call in sitting.calls() if call[0] == "LMSSetValue"]
    assert len(told) == len({tuple(one) for one in told})


def test_an_lms_that_appears_late_is_found(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full")
    lms.body = LATE + FRAMED
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    sitting.submit("tin-1", 3)
    assert sitting.names() == []
    sitting.host.evaluate("appear()")
    sitting.until(lambda: lms.stored.get(RAW) == "50")
    assert lms.stored["cmi.core.lesson_location"] == "tin-1"
    assert lms.stored["cmi.interactions.0.student_response"] == "b"
    restored = sitting.inner.locator("body").get_attribute("data-restored")
    assert restored == '{"one":"b"}'
    assert not sitting.shell.locator("#unrecorded").is_visible()


def test_an_lms_that_appears_late_leads_to_the_last_lesson(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend"}
    lms.stored = {**lms.stored, "cmi.core.lesson_location": "tin-2"}
    lms.body = LATE + FRAMED
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/index.html")
    sitting.host.evaluate("appear()")
    sitting.inner.wait_for_url("**/tin-2.html")


def alone(lms: Lms, sit: Sit, page: str) -> Sitting:
    """A page of the package in a tab of its own, without the LMS around it."""
    lms.body = ""
    sitting = sit(lms)
    sitting.host.goto(f"{lms.address}package/{page}")
    return sitting


def test_a_lesson_in_a_tab_of_its_own_says_that_it_is_not_recorded(lms_of: LmsOf, sit: Sit) -> None:
    sitting = alone(lms_of("minimal"), sit, "tin-2.html#top")
    sitting.host.wait_for_url("**/start.html#tin-2.html#top")
    sitting.inner.wait_for_url("**/tin-2.html#top")
    skip(sitting)
    sitting.open("tin-1")
    assert sitting.shell.locator("#unrecorded").is_visible()


@pytest.mark.parametrize("page", ["start.html", "https://example.org/", "javascript:alert(1)"])
def test_the_shell_opens_no_page_but_a_lesson(lms_of: LmsOf, sit: Sit, page: str) -> None:
    sitting = alone(lms_of("minimal"), sit, f"start.html#{page}")
    sitting.until(lambda: len(sitting.host.frames) > 1)
    sitting.host.frames[1].wait_for_url("**/index.html")


def test_a_lesson_alone_of_a_course_that_reports_nothing_stays(lms_of: LmsOf, sit: Sit) -> None:
    sitting = alone(lms_of("none"), sit, "tin-2.html")
    sitting.host.wait_for_load_state("load")
    assert sitting.host.url.endswith("/tin-2.html")


def test_she_is_told_when_the_window_of_the_lms_is_closed(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.body = POPUP
    sitting = sit(lms)
    sitting.host.click("button")
    sitting.open("tin-1")
    line = sitting.shell.locator("#closed")
    assert line.is_hidden()
    sitting.host.close()
    line.wait_for()
    assert line.inner_text() == (
        "The window of your learning platform is closed. From here on nothing is saved."
    )
    assert sitting.shell.locator("#unsaved").is_hidden()


def test_nothing_stands_above_a_lesson_that_cannot_speak(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.sandbox = 'sandbox="allow-scripts"'
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.host.wait_for_timeout(2300)
    assert sitting.shell.locator("main").is_hidden()
    skip(sitting)


@pytest.mark.parametrize("expired", ["redirect", "page"])
def test_a_form_to_sign_in_is_called_so_and_left_alone(
    lms_of: LmsOf, sit: Sit, expired: str
) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    lms.expired = expired
    sitting.inner.locator("a.to[href='tin-2.html']").click()
    field = sitting.inner.locator("[type=password]")
    field.fill("secret")
    told = sitting.shell.locator("main")
    told.wait_for()
    assert told.locator("#other").inner_text() == (
        "Your learning platform asks you to sign in again."
    )
    assert told.locator("#silent").is_hidden()
    assert told.get_by_text("All lessons").is_visible()
    sitting.shell.evaluate("window.dispatchEvent(new Event('online'))")
    sitting.host.wait_for_timeout(2300)
    assert field.input_value() == "secret"
    lms.expired = ""
    sitting.inner.goto(f"{lms.address}package/tin-2.html")
    told.wait_for(state="hidden")


def test_open_edx_grades_what_is_told_by_the_part_of_a_hundred(
    lms_of: LmsOf, sit: Sit, tmp_path: Path, standard: str
) -> None:
    """Its own block hears the calls of a whole sitting: the grade comes when the course is over. Of
    2004 it makes one at the first word of success, too: none, which is no less than it showed."""
    lms = lms_of("minimal")
    sitting = sit(lms)
    for lesson, points in (("tin-1", 3), ("tin-2", 2)):
        sitting.open(lesson)
        sitting.submit(lesson, points)
    told = [(one[1], one[2]) for one in sitting.calls() if one[0] == "LMSSetValue"]
    read = open_edx(package(tmp_path, "minimal", form=standard), told)
    assert read["status"] == "completed"
    first = [] if standard == "scorm12" else [0.0]
    assert read["grades"][: len(first)] == first
    assert {round(grade, 4) for grade in read["grades"][len(first) :]} == {0.8333}
