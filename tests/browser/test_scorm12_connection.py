"""The SCORM 1.2 package while the connection to the LMS comes and goes."""

from __future__ import annotations

from collections.abc import Callable

from browser.lms import Lms
from browser.sitting import Sitting

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
RAW = "cmi.core.score.raw"
WAITS = """() => {
  const waits = [];
  const real = window.setTimeout;
  let due = null;
  window.setTimeout = (act, wait) => { waits.push(wait); due = act; return 1; };
  let answer = 'false';
  const yes = () => 'true';
  const session = openSession({LMSInitialize: yes, LMSSetValue: yes, LMSCommit: () => answer});
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
