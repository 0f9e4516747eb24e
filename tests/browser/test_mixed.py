"""A quiz that draws among questions of different worth, and shows what nobody judges to everybody:
from the Markdown of a trainer to what an LMS and the page of results hear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from browser.keeping import drawn, hosted, visitor
from browser.learner import Learner
from browser.lms import Lms, served
from browser.sitting import Sitting
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.blocks import Quiz
from kandil.model.course import Course
from kandil.model.interactions import Choice
from kandil.package.archive import write_archive
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Frame, Page, expect
from standin import choice, course, edition, module, quiz

FREE = ("road", "work", "alone", "names")
"""Reflect, Poll, Rate and Cards: they stand there, whatever is drawn."""
CHANCE = "{ let at = %d; Math.random = () => (at = at * 16807 %% 2147483647) / 2147483647; }"
OWN = ("lamp", "look", "helmet", "oil", "air", "mend", "parts", "bags")
BANK = ("worn", "tool")
GIVE = """shares => {
  const kinds = Object.keys(kandil.kinds).map(name => kandil.kinds[name]);
  kinds.forEach(kind => Object.assign(kind, {
    read: q => 'a', put() {}, again() {}, mark() {}, share: q => shares[q.box.id.slice(2)]
  }));
  const press = button => button && !button.hidden && button.click();
  const quiz = document.querySelector('.quiz');
  const on = ['Next question', 'Show my result'];
  const button = (box, wanted) => press([...box.querySelectorAll('.go button')].find(wanted));
  const asked = [...quiz.querySelectorAll('.q[id]')].filter(q => !q.hidden);
  asked.forEach(q => button(q, ({textContent}) => !on.includes(textContent)));
  press([...quiz.querySelectorAll('.dots button')].pop());
  [0, 1].forEach(() => button(quiz, ({textContent}) => textContent === on[1]));
  const told = quiz.querySelector('[role=status] .big').textContent;
  press(quiz.querySelector('[role=status] .go button'));
  return Object.assign({told}, heard.filter(detail => detail.type === 'quiz').pop());
}"""
"""Answers each question that is asked with a share of its points, and hands in the quiz."""


def mixed() -> Course:
    """The lesson with every type of question."""
    read, problems = read_course(Path("tests/courses/mixed"), find_questions())
    assert read and problems == []
    return read


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosted(tmp_path_factory.mktemp("mixed"), mixed()) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    with visitor(browser, start) as made:
        yield made


def possible(names: list[str]) -> int:
    """Points of the questions that are asked."""
    return sum(3 if name == "lamp" else 1 for name in names if name not in FREE)


def three_of(*questions: Choice) -> Quiz:
    """A quiz that draws three of these."""
    return replace(quiz(*questions), draw=3)


def give(page: Page | Frame, share: float) -> None:
    """Answer all that is asked."""
    page.evaluate(GIVE, dict.fromkeys((*OWN, *BANK), share))


def test_unscored_questions_always_stand_among_those_that_were_drawn(learner: Learner) -> None:
    seen: set[str] = set()
    worth: set[int] = set()
    for visit in range(1, 13):
        # The same chances at every run (Lehmer): twelve draws that together ask everything.
        learner.page.add_init_script(CHANCE % visit)
        page = learner.open("mixed-1.html")
        asked = [name for name in drawn(learner) if name in (*OWN, *FREE, *BANK)]
        assert [name for name in asked if name in FREE] == [*FREE]
        assert len(asked) == 5 + len(FREE)
        all_of_them = page.locator(".quiz .q:not([hidden]) .n").all_text_contents()
        places = [words.strip().split(" ·")[0] for words in all_of_them]
        numbers = [number for number, name in enumerate(asked, 1) if name != "names"]
        assert [words for words in places if words[:2] == "Qu"] == [
            f"Question {number} of 9" for number in numbers
        ]
        seen |= {*asked}
        worth.add(possible(asked))
    assert seen == {*OWN, *FREE, *BANK} and worth == {5, 7}
    assert learner.axe() == []


def test_without_a_script_each_question_has_its_place(browser: Browser, start: str) -> None:
    learner = Learner(browser, start, java_script_enabled=False)
    page = learner.open("mixed-1.html")
    expect(page.locator(".quiz .q")).to_have_count(14)
    expect(page.locator("#q_tool .n")).to_have_text("Question 14 of 14")
    learner.close()


def test_the_order_of_answers_is_the_quizs_if_not_their_own(learner: Learner) -> None:
    page = learner.open("mixed-1.html")
    shuffled = page.locator(".quiz [data-s]").evaluate_all("all => all.map(one => one.id)")
    assert shuffled == ["q_lamp"]


@pytest.mark.parametrize("worth", [(1, 2, 3, 4), (1, 1, 1, 9), (5, 7, 11, 13, 2)])
def test_points_are_a_share_of_one_total(
    browser: Browser, tmp_path: Path, worth: tuple[int, ...]
) -> None:
    """Within bounds, whole for the right answers alone, never less for a better one."""
    asked = three_of(*(choice(f"q{i}", "a", points=points) for i, points in enumerate(worth)))
    of = course(module("tin-1", asked))
    with hosted(tmp_path, of) as address, visitor(browser, address) as learner:
        for _ in range(4):
            page = learner.open("tin-1.html")
            names = drawn(learner)
            found = {
                shares: page.evaluate(GIVE, dict(zip(names, shares, strict=True)))
                for shares in product((0, 0.5, 0.9, 1), repeat=3)
            }
            check_scale(found, asked.possible, sum(worth[int(name[1:])] for name in names))


def check_scale(found: dict[tuple[float, ...], dict[str, Any]], total: int, possible: int) -> None:
    """What was said of a draw, by the shares of its three questions."""
    for shares, told in found.items():
        points = told["points"]
        assert told["of"] == total and f" of {possible} points." in told["told"]
        assert 0 <= points <= total and round(points * 10) / 10 == points
        assert (points == total) == (shares == (1, 1, 1))
        for at in range(3):
            assert found[(*shares[:at], 1, *shares[at + 1 :])]["points"] >= points


def test_where_all_give_the_same_nothing_is_scaled(browser: Browser, tmp_path: Path) -> None:
    asked = three_of(*(choice(f"q{i}", "a", points=2) for i in range(4)))
    with hosted(tmp_path, course(module("tin-1", asked))) as address:
        assert b"data-total" not in (tmp_path / "tin-1.html").read_bytes()
        with visitor(browser, address) as learner:
            page = learner.open("tin-1.html")
            told = page.evaluate(GIVE, dict.fromkeys(drawn(learner), 0.3))
    assert (told["points"], told["of"]) == (1.8, 6)


def test_sensitive_points_are_not_told_at_any_scale(browser: Browser, tmp_path: Path) -> None:
    secret = (choice(f"q{i}", "a", points=i + 1, sensitive=True) for i in range(4))
    of = course(module("tin-1", three_of(*secret)))
    with hosted(tmp_path, of) as address, visitor(browser, address) as learner:
        page = learner.open("tin-1.html")
        names = drawn(learner)
        told = page.evaluate(GIVE, dict.fromkeys(names, 1))
    assert (told["points"], told["of"]) == (0, 0)
    assert f" of {sum(int(name[1:]) + 1 for name in names)} points." in told["told"]


def test_her_page_of_results_counts_on_the_same_scale(learner: Learner) -> None:
    page = learner.open("mixed-1.html")
    give(page, 0.5)
    # She has begun anew; the better round counts.
    page.locator(".dots button").last.click()
    page.get_by_role("button", name="Show my result").dblclick()
    page.get_by_role("button", name="Yes, keep them").click()
    page.goto(f"{learner.start}/results.html")
    expect(page.locator("#sum")).to_have_text("You have 3 of 6 points in the whole course.")


@pytest.fixture
def lms(tmp_path: Path) -> Iterator[Lms]:
    """One that holds the lesson."""
    made = edition(mixed())
    [artefact] = EXPORTER.artefacts([made], render, ScormOptions("full"))
    write_archive(tmp_path / artefact.name, artefact.files())
    assert [*EXPORTER.verify(tmp_path / artefact.name)] == []
    with served(tmp_path / artefact.name) as found:
        yield found


@pytest.mark.parametrize("visit", range(3))
def test_an_lms_hears_the_whole_whatever_was_drawn(browser: Browser, lms: Lms, visit: int) -> None:
    sitting = Sitting(browser, lms)
    sitting.inner.goto(f"{lms.address}package/mixed-1.html")
    sitting.inner.locator(".q").first.evaluate("box => box.scrollIntoView()")
    sitting.inner.locator("html.js").wait_for()
    sitting.inner.evaluate("window.heard = [];")
    sitting.inner.evaluate("addEventListener('kandil', e => heard.push(e.detail), true)")
    for share, raw, status in ((0.5, "50", "incomplete"), (1, "100", "passed")):
        give(sitting.inner, share)
        sitting.pause()
        assert lms.stored["cmi.core.score.raw"] == raw, visit
        assert lms.stored["cmi.core.lesson_status"] == status
    sitting.close()
