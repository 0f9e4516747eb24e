"""Under scorm-again's run-time of SCORM 2004, on real pages: only right answers score.

One learner gives every question of a quiz a wrong answer and hands it in, another a right one; what
the LMS then holds of each question is the proof."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from browser.learner import OPEN, REACH, hand_in
from browser.lms import served
from browser.lms2004 import Lms2004
from browser.sitting import Sitting
from exporters.test_lowering import match, order
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm2004 import EXPORTER
from kandil.model.course import Course
from kandil.model.interactions import Choice, FillIn, Interaction, Matching, Numeric, Sequencing
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import Browser
from standin import choice, course, edition, fill_in, module, numeric, quiz, true_false

KINDS: dict[str, type[Interaction]] = {
    "one": Choice,
    "two": Choice,
    "three": Choice,
    "four": FillIn,
    "five": Numeric,
    "match": Matching,
    "order": Sequencing,
}
ANSWER = """(box, right) => {
  const entries = [...box.querySelectorAll('[data-h]')];
  const targets = [...box.querySelectorAll('.t > li')];
  const homes = entries.map(entry => entry.dataset.h);
  entries.forEach((entry, i) => {
    const home = homes[right ? i : (i + 1) % homes.length];
    entry.querySelector('button').click();
    targets.find(one => one.dataset.l === home).querySelector('button').click();
  });
  const list = entries.length ? null : box.querySelector('ol.o');
  const letters = list ? [...list.children].map(one => one.dataset.l).sort() : [];
  (right ? letters : letters.reverse()).forEach((letter, place) => {
    const at = () => [...list.children].findIndex(item => item.dataset.l === letter);
    while (at() > place) { list.children[at()].querySelector('button').click(); }
  });
  if (entries.length || letters.length) { return; }
  const notes = [...box.querySelectorAll('.k [type=A] > li, .k ul > li')];
  const items = [...box.querySelectorAll('fieldset [type=A] > li')];
  items.sort((a, b) => a.value - b.value);
  notes.forEach((note, i) => {
    if (items.length) {
      if ((note.className === 'y') === right) { items[i].querySelector('input').click(); }
      return;
    }
    const gap = box.querySelectorAll('fieldset input:not([type])')[i];
    const number = (note.dataset.n || '').split(' ')[0];
    gap.value = right ? number || note.querySelector('b').textContent : number ? '77' : 'stone';
    gap.dispatchEvent(new Event('input', {bubbles: true}));
  });
}"""


class Heard(NamedTuple):
    """What the LMS holds when the quiz is handed in, by SCORM 1.2's names."""

    wrong: dict[str, Any]
    right: dict[str, Any]


def asking() -> Course:
    """Each kind that is reported, once."""
    questions = (
        choice("one", "b", shuffle=False),
        choice("two", "ac", shuffle=False),
        true_false("three"),
        fill_in("four"),
        numeric("five"),
        match("match"),
        order("order"),
    )
    return course(module("tin-1", quiz(*questions)))


def answered(sitting: Sitting, right: bool) -> None:
    """As she would, each with its Check button."""
    inner = sitting.inner
    inner.goto(f"{sitting.lms.address}package/tin-1.html")
    inner.evaluate(OPEN)
    inner.locator(".q[id]").first.scroll_into_view_if_needed()
    inner.locator("html.js").wait_for()
    for name in KINDS:
        box = inner.locator(f"#q_{name}")
        box.evaluate(REACH)
        box.evaluate(ANSWER, right)
        box.locator(".go button").first.click()
        sitting.pause()
    hand_in(inner)
    sitting.pause()


@pytest.fixture(scope="module")
def heard(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Heard:
    """Of both learners."""
    [artefact] = EXPORTER.artefacts([edition(asking())], render, ScormOptions("full"))
    package = tmp_path_factory.mktemp("lms") / artefact.name
    write_archive(package, artefact.files())
    held: list[dict[str, Any]] = []
    for right in (False, True):
        with served(package, Lms2004) as lms:
            sitting = Sitting(browser, lms)
            answered(sitting, right)
            sitting.until(lambda lms=lms: "cmi.core.score.raw" in lms.stored)
            sitting.calls()
            held.append(dict(lms.stored))
            sitting.close()
    return Heard(*held)


def results(stored: dict[str, Any]) -> dict[str, Any]:
    """The result of each question."""
    ids = {name[: -len("id")]: one for name, one in stored.items() if name.endswith(".id")}
    return {
        one.removeprefix("tin-1-"): stored[f"{at}result"]
        for at, one in ids.items()
        if at.startswith("cmi.interactions.")
    }


@pytest.mark.scores("scorm2004", "choice")
@pytest.mark.scores("scorm2004", "fill_in")
@pytest.mark.scores("scorm2004", "numeric")
@pytest.mark.scores("scorm2004", "matching")
@pytest.mark.scores("scorm2004", "sequencing")
@pytest.mark.parametrize("question", KINDS)
def test_a_right_answer_scores_and_a_wrong_one_does_not(heard: Heard, question: str) -> None:
    assert results(heard.right)[question] == "correct"
    assert results(heard.wrong)[question] == "wrong"


def test_all_right_passes_with_the_whole_score_and_all_wrong_with_none(
    heard: Heard,
) -> None:
    names = ("cmi.core.lesson_status", "cmi.core.score.raw")
    assert [heard.right[one] for one in names] == ["passed", "100"]
    assert [heard.wrong[one] for one in names] == ["incomplete", "0"]


def test_every_kind_that_is_reported_is_asked() -> None:
    [lesson] = asking().modules
    reported = lesson.brief.quizzes[0].reported
    assert {one.id for one in reported} == {*KINDS}
    assert {question.name for question in KINDS.values()} == {
        "choice",
        "fill_in",
        "numeric",
        "matching",
        "sequencing",
    }
