"""Real lessons, answered on the page, in the SCORM 1.2 package under scorm-again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from browser.learner import OPEN, REACH, hand_in
from browser.lms import Lms, served
from browser.sitting import Sitting
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._scorm.facts import course_facts
from kandil.exporters._scorm.shell import read_facts
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from playwright.sync_api import Locator

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/courses/tiny"
SIU = ROOT / "courses/safe-internet-use"
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
Sit = Callable[[Lms], Sitting]

ANSWER = """(box, right) => {
  const entries = [...box.querySelectorAll('[data-h]')];
  entries.forEach(entry => {
    const targets = [...box.querySelectorAll('.t > li')];
    entry.querySelector('button').click();
    const home = one => one.dataset.l === entry.dataset.h;
    targets.find(one => home(one) === right).querySelector('button').click();
  });
  const list = box.querySelector('ol.o');
  const letters = list ? [...list.children].map(item => item.dataset.l).sort() : [];
  if (!right) { letters.reverse(); }
  letters.forEach((letter, place) => {
    const at = () => [...list.children].findIndex(item => item.dataset.l === letter);
    while (at() > place) { list.children[at()].querySelector('button').click(); }
  });
  if (list || entries.length) { return; }
  const notes = [...box.querySelectorAll('.k [type=A] > li, .k ul > li')];
  const items = [...box.querySelectorAll('fieldset [type=A] > li')];
  items.sort((a, b) => a.value - b.value);
  notes.forEach((note, i) => {
    if (items.length) {
      const input = items[i].querySelector('input');
      if ((note.className === 'y') === right) { input.click(); }
    } else {
      const gap = box.querySelectorAll('fieldset input:not([type])')[i];
      const number = (note.dataset.n || '').split(' ')[0];
      gap.value = right ? number || note.querySelector('b').textContent : 'something else';
      gap.dispatchEvent(new Event('input', {bubbles: true}));
    }
  });
}"""


@pytest.fixture
def lms_with(tmp_path: Path) -> Iterator[Callable[[Path], Lms]]:
    """An LMS that holds a course as `kandil build` makes it."""
    with ExitStack() as stack:

        def make(folder: Path) -> Lms:
            request = Request(
                (folder,), "preview", date(2026, 11, 24), formats=("scorm12",), dist=tmp_path
            )
            assert [one for one in build(request).problems if one.severity == "error"] == []
            [package] = tmp_path.rglob("*.zip")
            return stack.enter_context(served(package))

        yield make


def read(sitting: Sitting, lesson: str) -> None:
    """Open a lesson from wherever she is."""
    if not sitting.inner.url.partition("#")[0].endswith("/index.html"):
        sitting.inner.goto(f"{sitting.lms.address}package/index.html")
    sitting.inner.click(f"main li a[href^='{lesson}.html']")
    sitting.inner.wait_for_url(f"**/{lesson}.html*")
    sitting.pause()


def shown(box: Locator) -> Locator:
    """A question, once it is its turn."""
    box.evaluate(REACH)
    return box


def answer(sitting: Sitting, right: bool = True, only: int = 99) -> None:
    """Answer the questions of the quiz as she would, each with its Check button."""
    boxes = sitting.inner.locator(".quiz .q[id]")
    if boxes.count():
        sitting.inner.evaluate(OPEN)
        boxes.first.scroll_into_view_if_needed()
        sitting.inner.locator("html.js").wait_for()
    for number in range(min(boxes.count(), only)):
        box = shown(boxes.nth(number))
        box.evaluate(ANSWER, right)
        box.locator(".go button").first.click()
        sitting.pause()


def test_a_whole_course_is_passed_and_recorded(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(TINY)
    sitting = sit(lms)
    read(sitting, "tiny-1")
    assert lms.stored[STATUS] == "incomplete"
    read(sitting, "tiny-2")
    answer(sitting)
    sitting.until(lambda: lms.stored[STATUS] == "passed")
    assert lms.stored[RAW] == "100"
    facts = read_facts(lms.files["start.html"])
    told = {f"tiny-2-{question.id}" for question in facts.lessons[1].questions or ()}
    ids = {value for name, value in lms.stored.items() if name.endswith(".id")}
    assert ids == told
    assert "tiny-2-same" not in told
    assert "same" not in str(sitting.calls())


def test_what_she_answered_is_there_again(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(TINY)
    first = sit(lms)
    read(first, "tiny-2")
    answer(first, only=3)
    memory = lms.stored["cmi.suspend_data"]
    second = sit(lms)
    second.inner.wait_for_url("**/tiny-2.html*")
    second.inner.wait_for_selector(".q[id].done", state="attached")
    second.pause()
    assert lms.stored["cmi.suspend_data"] == memory
    done = second.inner.locator(".quiz .q[id].done").count()
    boxes = second.inner.locator(".quiz .q[id]:not(.done)")
    assert 0 < done <= 3
    while boxes.count():
        shown(boxes.first).evaluate(ANSWER, True)
        boxes.first.locator(".go button").first.click()
    second.until(lambda: lms.stored[STATUS] == "passed")
    assert lms.stored[RAW] == "100"


def test_wrong_answers_are_recorded_as_such(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(TINY)
    sitting = sit(lms)
    read(sitting, "tiny-2")
    answer(sitting, right=False)
    results = {value for name, value in lms.stored.items() if name.endswith(".result")}
    assert results == {"wrong"}
    sitting.calls()


def test_below_the_pass_mark_she_tries_again_and_passes(
    lms_with: Callable[[Path], Lms], sit: Sit
) -> None:
    lms = lms_with(TINY)
    sitting = sit(lms)
    read(sitting, "tiny-1")
    read(sitting, "tiny-2")
    answer(sitting, right=False)
    assert lms.stored[STATUS] == "incomplete"
    hand_in(sitting.inner)
    sitting.until(lambda: lms.stored.get(RAW) == "0")
    assert lms.stored[STATUS] == "incomplete"
    sitting.inner.get_by_role("button", name="Try again").last.click()
    answer(sitting)
    sitting.until(lambda: lms.stored[STATUS] == "passed")
    assert lms.stored[RAW] == "100"
    assert lms.stored["cmi.core.exit"] == ""


def test_exit_from_a_real_lesson_leaves_the_lms(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(TINY)
    sitting = sit(lms)
    read(sitting, "tiny-2")
    sitting.inner.click(".exit")
    sitting.host.wait_for_url("**/recipe.html")
    assert len(sitting.host.frames) == 1
    sitting.host.go_back()
    assert "/package/" not in sitting.host.url


@pytest.mark.parametrize("flags", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_exit_in_a_sandbox_shows_the_neutral_page(
    lms_with: Callable[[Path], Lms], sit: Sit, flags: str
) -> None:
    lms = lms_with(TINY)
    lms.sandbox = f'sandbox="{flags}"'
    sitting = sit(lms)
    read(sitting, "tiny-2")
    sitting.inner.click(".exit")
    sitting.until(lambda: any("recipe.html" in frame.url for frame in sitting.host.frames))


def test_keys_are_heard_without_a_click_and_nothing_is_said_to_work_offline(
    lms_with: Callable[[Path], Lms], sit: Sit
) -> None:
    lms = lms_with(TINY)
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend"}
    lms.stored["cmi.core.lesson_location"] = "tiny-2"
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/tiny-2.html")
    sitting.inner.locator("html").wait_for()
    sitting.pause()
    assert "offline" not in sitting.inner.locator("main").inner_text()
    sitting.until(lambda: sitting.inner.evaluate("document.hasFocus()"))
    for _ in range(3):
        sitting.host.keyboard.press("Shift")
    sitting.host.wait_for_url("**/recipe.html")


def test_the_last_answer_and_its_quiz_are_one_commit(
    lms_with: Callable[[Path], Lms], sit: Sit
) -> None:
    lms = lms_with(TINY)
    sitting = sit(lms)
    read(sitting, "tiny-2")
    boxes = sitting.inner.locator(".quiz .q[id]")
    answer(sitting, only=boxes.count() - 1)
    before = sitting.names().count("LMSCommit")
    shown(boxes.last).evaluate(ANSWER, True)
    boxes.last.locator(".go button").first.click()
    sitting.pause()
    sitting.until(lambda: lms.stored[STATUS] == "passed")
    assert sitting.names().count("LMSCommit") == before + 1


def test_the_real_course_keeps_no_answer(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(SIU)
    sitting = sit(lms)
    course, _ = read_course(SIU, find_questions())
    assert course is not None
    for lesson in course.modules:
        read(sitting, lesson.id)
        answer(sitting)
    sitting.until(lambda: lms.stored[STATUS] == "passed")
    assert lms.stored[RAW] == "100"
    assert set(sitting.written()) == {
        STATUS,
        "cmi.core.exit",
        "cmi.core.lesson_location",
        "cmi.core.score.max",
        "cmi.core.score.min",
        RAW,
        "cmi.suspend_data",
    }


def test_nothing_is_asked_of_the_world_outside(lms_with: Callable[[Path], Lms], sit: Sit) -> None:
    lms = lms_with(SIU)
    sitting = sit(lms)
    asked: list[str] = []
    sitting.context.on("request", lambda request: asked.append(request.url))
    read(sitting, "siu-2")
    assert [url for url in asked if not url.startswith(lms.address)] == []


def test_the_facts_are_those_of_the_course(lms_with: Callable[[Path], Lms]) -> None:
    lms = lms_with(SIU)
    course, _ = read_course(SIU, find_questions())
    assert course is not None
    paths = {module.id: f"{module.id}.html" for module in course.modules}
    assert read_facts(lms.files["start.html"]) == course_facts(course, "minimal", paths)
