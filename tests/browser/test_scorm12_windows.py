"""The SCORM packages in the windows, frames and sandboxes that LMSs put it in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from browser.lms import POPUP, Lms
from browser.sitting import Sitting, package
from kandil.exporters._scorm.facts import resume_size
from kandil.exporters._scorm.shell import read_facts
from kandil.model.course import Course
from playwright.sync_api import Browser
from standin import choice, course, module, quiz

LmsOf = Callable[..., Lms]
Sit = Callable[..., Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
DEEP = """<script>
var at = document.body;
for (var depth = 0; depth < 9; depth += 1) {
  var frame = document.createElement('iframe');
  at.appendChild(frame);
  at = frame.contentDocument.body;
}
var last = at.ownerDocument.createElement('iframe');
last.src = '/package/start.html';
at.appendChild(last);
</script>"""

BOTH = pytest.mark.parametrize("standard", ["scorm12", "scorm2004"])


@BOTH
def test_the_api_is_found_in_the_opener(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.body = POPUP
    sitting = sit(lms)
    sitting.host.click("button")
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    assert lms.stored[RAW] == "50"
    sitting.context.pages[-1].close()
    sitting.until(lambda: "LMSFinish" in sitting.names())
    assert sitting.names().count("LMSFinish") == 1


@BOTH
def test_the_api_is_found_many_frames_up(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    lms.body = f"<body>{DEEP}"
    sitting = sit(lms)
    sitting.open("tin-1")
    assert lms.stored["cmi.core.lesson_location"] == "tin-1"


ANSWERING = [
    "",
    "<script>API = {LMSInitialize: function () { return 'false'; }}</script>",
    "<script>API = {LMSInitialize: function () { throw new Error('down'); }}</script>",
    "<script>API = null</script>",
]
OTHERS = {
    "scorm12": [
        "<script>var API_1484_11 = {Initialize: function () { calls.push('no'); }}</script>",
        "<script>var API = {Initialize: function () { calls.push('no'); }}</script>",
    ],
    "scorm2004": [
        "<script>self['A' + 'PI'] = {LMSInitialize: function () { calls.push('no'); }}</script>",
    ],
}
"""What answers like an LMS that takes nothing, and what speaks the other standard."""


@pytest.mark.parametrize(
    ("standard", "foreign"),
    [(standard, one) for standard, others in OTHERS.items() for one in (*ANSWERING, *others)],
)
def test_without_an_lms_it_is_a_plain_site(lms_of: LmsOf, sit: Sit, foreign: str) -> None:
    lms = lms_of()
    lms.api = False
    lms.body = f"<script>var calls = []</script>{foreign}{lms.body}"
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    assert sitting.inner.locator("h1").inner_text() == "tin-2.html"
    assert sitting.calls() == []
    line = sitting.shell.locator("#unrecorded")
    assert line.inner_text() == "Your result will not be saved this time."
    sitting.shell.evaluate("() => { const now = Date.now; Date.now = () => now() + 6000; }")
    line.wait_for()


def test_a_course_that_reports_nothing_says_nothing_of_results(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("none")
    lms.api = False
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/index.html")
    assert sitting.shell.locator("#unrecorded").count() == 0


@pytest.mark.parametrize("flags", ["allow-scripts", "allow-scripts allow-same-origin"])
@BOTH
def test_a_sandbox_breaks_nothing(lms_of: LmsOf, sit: Sit, flags: str) -> None:
    lms = lms_of()
    lms.sandbox = f'sandbox="{flags}"'
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    assert lms.stored.get(RAW) == ("50" if "origin" in flags else None)


def test_without_javascript_the_shell_links_to_the_lessons(lms_of: LmsOf, browser: Browser) -> None:
    lms = lms_of()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lms.address}package/start.html")
    assert page.locator("a").all_inner_texts() == ["All lessons", "Lesson tin-1", "Lesson tin-2"]
    page.click("text=Lesson tin-2")
    assert page.locator("h1").inner_text() == "tin-2.html"
    context.close()


def test_it_opens_from_disk(tmp_path: Path, browser: Browser) -> None:
    with ZipFile(package(tmp_path, "full")) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "start.html").as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("a.to").first.click()
    inner.locator("h1", has_text="tin-1.html").wait_for()
    page.frames[-1].wait_for_load_state("load")
    inner.locator("a.exit").click()
    page.wait_for_url("**/recipe.html")
    assert errors == []
    context.close()


@BOTH
def test_exit_leaves_the_lms_and_finishes_once(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 2)
    sitting.host.evaluate(
        """() => {
          const real = API.LMSFinish;
          API.LMSFinish = one => {
            navigator.sendBeacon('/commit', JSON.stringify({finished: 'yes'}));
            return real(one);
          };
        }"""
    )
    before = len(lms.commits)
    sitting.inner.locator("a.exit").click()
    sitting.host.wait_for_url("**/recipe.html")
    assert len(sitting.host.frames) == 1
    sitting.until(lambda: "finished" in lms.stored)
    assert lms.commits[before:].count({"finished": "yes"}) == 1
    assert lms.stored[RAW] == "33.33"
    assert lms.stored[STATUS] == "incomplete"


@BOTH
def test_exit_in_a_sandbox_shows_the_neutral_page_in_place(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of()
    lms.sandbox = 'sandbox="allow-scripts allow-same-origin"'
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.inner.locator("a.exit").click()
    sitting.until(lambda: sitting.host.frames[1].url.endswith("/recipe.html"))
    assert len(sitting.host.frames) == 2
    sitting.until(lambda: "LMSFinish" in sitting.names())
    assert sitting.names().count("LMSFinish") == 1


@BOTH
def test_the_screen_is_empty_before_the_lms_is_spoken_to(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of()
    lms.sandbox = 'sandbox="allow-scripts allow-same-origin"'
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.host.evaluate(
        """() => {
          const shell = document.getElementById('sco').contentWindow;
          const root = shell.document.documentElement;
          window.frames_ = 0;
          const count = () => { frames_ += 1; requestAnimationFrame(count); };
          count();
          new MutationObserver(() => { window.hidden_ = frames_; })
            .observe(root, {attributes: true});
          const real = API.LMSFinish;
          API.LMSFinish = one => { window.finished_ = frames_; return real(one); };
        }"""
    )
    sitting.inner.evaluate("say({type: 'exit', href: new URL('recipe.html', location).href})")
    sitting.until(lambda: sitting.host.frames[1].url.endswith("/recipe.html"))
    hidden, finished = sitting.host.evaluate("[hidden_, window.finished_]")
    assert finished is None or finished > hidden


@BOTH
def test_a_window_that_goes_is_finished_once(lms_of: LmsOf, sit: Sit) -> None:
    sitting = sit(lms_of())
    sitting.open("tin-1")
    sitting.host.evaluate("document.getElementById('sco').remove()")
    assert sitting.names()[-2:] == ["LMSCommit", "LMSFinish"]
    assert sitting.names().count("LMSFinish") == 1


@BOTH
def test_a_foreign_window_hears_nothing_and_says_nothing(lms_of: LmsOf, sit: Sit) -> None:
    """127.0.0.1 and localhost are two origins."""
    lms = lms_of()
    sitting = sit(lms)
    sitting.open("tin-1")
    before = len(sitting.calls())
    sitting.host.evaluate(
        "document.getElementById('sco').contentWindow.postMessage("
        "{detail: {type: 'quiz', module: 'tin-1', quiz: 'check', points: 3}}, '*')"
    )
    sitting.pause()
    assert len(sitting.calls()) == before
    lms.api = False
    lms.body = (
        f"<iframe src='{lms.address}package/tin-1.html'></iframe><script>var heard = [];"
        "onmessage = event => heard.push(event.data)</script>"
    )
    thief = sitting.context.new_page()
    thief.goto(lms.address.replace("127.0.0.1", "localhost"))
    lesson = thief.frames[1]
    lesson.wait_for_load_state("load")
    thief.evaluate("frames[0].postMessage({kandil: 'hello'}, '*')")
    lesson.evaluate("say({type: 'answer', question: 'one', answer: 'b'})")
    thief.wait_for_timeout(100)
    assert thief.evaluate("heard") == []


def large() -> Course:
    """200 lessons of six questions with three right answers each."""
    questions = [choice(f"q{number}", "abc", points=9) for number in range(6)]
    return course(*(module(f"tin-{number}", quiz(*questions)) for number in range(200)))


FILL = """([facts, last]) => {
  const lessons = facts.lessons.map(lessonOf);
  const state = emptyState(lessons);
  lessons.forEach(lesson => {
    const own = state.lessons[lesson.id];
    own.seen = true;
    lesson.questions.forEach(one => { own.answers[one.id] = 'a,b,c'; });
    if (lesson.id !== last) { own.points.check = 50; }
  });
  return packState(lessons, state, last);
}"""


def test_two_hundred_lessons_fit_into_the_memory_of_an_lms(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full", large())
    facts = read_facts(lms.files["start.html"])
    first = sit(lms)
    memory = first.shell.evaluate(FILL, [facts.data(), "tin-7"])
    assert 4000 < len(memory) <= 4096
    assert resume_size(facts) <= 4096
    first.pause()
    lms.stored |= {"cmi.suspend_data": memory, "cmi.core.lesson_location": "tin-7"}
    second = sit(lms)
    second.inner.wait_for_selector("body[data-restored]")
    restored = json.loads(second.inner.locator("body").get_attribute("data-restored") or "")
    assert restored == {f"q{number}": "a,b,c" for number in range(6)}
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "92.13")
    second.submit("tin-7", 0, of=54)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "92.13")
    assert len(lms.stored["cmi.suspend_data"]) <= 4096


def test_a_lesson_more_changes_nothing_of_the_others(
    lms_of: LmsOf, sit: Sit, browser: Browser
) -> None:
    lms = lms_of()
    first = sit(lms)
    first.open("tin-1")
    first.answer("tin-1", "one", "b")
    first.submit("tin-1", 3)
    before = lms.stored
    more = module("tin-3", quiz(choice("six", "a")))
    other = lms_of("full", course(*course().modules, more))
    other.stored = before
    second = sit(other)
    second.inner.wait_for_url("**/tin-1.html")
    second.pause()
    assert second.inner.locator("body").get_attribute("data-restored") == '{"one":"b"}'
    second.open("tin-2")
    second.submit("tin-2", 3)
    second.open("tin-3")
    second.submit("tin-3", 0, of=1)
    assert (other.stored[STATUS], other.stored[RAW]) == ("passed", "85.71")


@pytest.mark.parametrize(
    "memory",
    [
        *("", "nonsense;!.*", "2M4HWAn;;;", "1M4HWAnB47K3", "3M4HWAn?"),
        *("3M4HWAn", "4", "44", "44,", "40,;.!", "44,zz;;.;!", "44,;B47K.!.IPZc!JuO8%zz.zz"),
        *("5", "54,;B47K.!.IPZc*!JuO8%zz.zz"),
    ],
)
def test_a_memory_that_cannot_be_read_is_as_none(lms_of: LmsOf, sit: Sit, memory: str) -> None:
    lms = lms_of()
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend", "cmi.suspend_data": memory}
    lms.stored["cmi.core.lesson_location"] = "gone"
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/index.html")
    sitting.open("tin-2")
    sitting.submit("tin-2", 3)
    assert float(lms.stored[RAW]) >= 50


def test_exit_is_told_before_the_shell_has_greeted(tmp_path: Path, browser: Browser) -> None:
    with ZipFile(package(tmp_path, "full")) as archive:
        archive.extractall(tmp_path)
    host = "<script>onmessage = event => { window.told = event.data.detail; };</script>"
    (tmp_path / "host.html").write_text(f'{host}<iframe src="tin-1.html"></iframe>', "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "host.html").as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("h1").wait_for()
    inner.locator("a.exit").click()
    inner.locator("h1", has_text="recipe.html").wait_for()
    told = page.evaluate("told")
    assert told["type"] == "exit" and told["href"].endswith("/recipe.html")
    assert set(told) == {"type", "href"}
    context.close()
