"""The SCORM 1.2 package while the connection to the LMS comes and goes."""

from __future__ import annotations

from collections.abc import Callable

from browser.lms import Lms
from browser.sitting import Sitting
from standin import course, module

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
RAW = "cmi.core.score.raw"
LOCATION = "cmi.core.lesson_location"
WAITS = """() => {
  const waits = [];
  const real = window.setTimeout;
  let due = null;
  window.setTimeout = (act, wait) => { waits.push(wait); due = act; return 1; };
  let answer = 'false';
  const yes = () => 'true';
  const api = {LMSSetValue: yes, LMSCommit: () => answer};
  const session = openSession(api, then => then('well'), () => {});
  const fail = times => {
    session.set('cmi.core.lesson_location', 'tin-' + waits.length);
    session.commit();
    session.commit();
    for (let time = 0; time < times; time += 1) { due(); }
  };
  fail(6);
  answer = 'true';
  due();
  answer = 'false';
  fail(1);
  window.setTimeout = real;
  return waits;
}"""


def test_what_was_not_saved_is_saved_without_any_event(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    lms.down = True
    sitting.submit("tin-1", 3)
    assert RAW not in lms.stored
    lms.down = False
    sitting.until(lambda: lms.stored.get(RAW) == "50")


def test_an_lms_that_is_down_is_asked_less_and_less_often(lms_of: LmsOf, sit: Sit) -> None:
    waits = sit(lms_of("minimal")).shell.evaluate(WAITS)
    assert waits == [2000, 4000, 8000, 16000, 32000, 60000, 60000, 2000, 4000]


def test_a_lesson_that_did_not_load_comes_when_the_connection_is_back(
    lms_of: LmsOf, sit: Sit
) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.until(lambda: lms.stored.get(LOCATION) == "tin-1")
    out = sitting.shell.locator("main")
    assert out.is_hidden()
    sitting.context.set_offline(True)
    link = sitting.inner.locator("a.to[href='tin-2.html']")
    link.evaluate("link => link.setAttribute('href', 'tin-2.html#top')")
    sitting.inner.locator("a.to[href='tin-2.html#top']").click()
    out.wait_for(state="visible")
    assert out.locator("#silent").inner_text() == "This page did not load. Check your connection."
    assert out.locator("li a").all_inner_texts() == ["All lessons", "Lesson tin-1", "Lesson tin-2"]
    sitting.context.set_offline(False)
    sitting.inner.wait_for_url("**/tin-2.html#_top")
    out.wait_for(state="hidden")
    sitting.submit("tin-2", 3)
    assert lms.stored[RAW] == "50"


def test_a_lesson_that_the_server_refuses_comes_without_any_event(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.until(lambda: lms.stored.get(LOCATION) == "tin-1")
    page = lms.files.pop("tin-2.html")
    sitting.inner.locator("a.to[href='tin-2.html']").click()
    sitting.shell.locator("main").wait_for(state="visible")
    lms.files["tin-2.html"] = page
    sitting.inner.wait_for_selector("a.to")
    assert sitting.inner.url.endswith("/tin-2.html")
    sitting.shell.locator("main").wait_for(state="hidden")


def test_the_way_out_leads_to_other_lessons_and_keeps_the_sitting(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    sitting = sit(lms)
    sitting.open("tin-1")
    del lms.files["tin-2.html"]
    sitting.inner.locator("a.to[href='tin-2.html']").click()
    sitting.shell.locator("main a", has_text="Lesson tin-1").click()
    sitting.shell.locator("main").wait_for(state="hidden")
    sitting.submit("tin-1", 3)
    assert lms.stored[RAW] == "50"
    assert sitting.names().count("LMSInitialize") == 1


def test_the_way_out_has_the_exit(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", course(module("tin-1", sensitivity="mention")))
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/index.html")
    del lms.files["tin-1.html"]
    sitting.inner.locator("a.to").click()
    sitting.shell.locator("main a.exit").click()
    sitting.host.wait_for_url("**/recipe.html")


def test_a_page_whose_script_was_kept_out_is_not_taken_away(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal")
    del lms.files["scorm/lesson.js"]
    sitting = sit(lms)
    sitting.inner.locator("a.to[href='tin-2.html']").click()
    sitting.inner.wait_for_url("**/tin-2.html")
    sitting.inner.evaluate("window.same = true")
    sitting.shell.locator("#unrecorded").wait_for()
    sitting.shell.evaluate("window.dispatchEvent(new Event('online'))")
    sitting.host.wait_for_timeout(2500)
    assert sitting.inner.evaluate("window.same")
    assert sitting.shell.locator("main").is_hidden()
