"""A whole lesson of the real course: by keyboard alone, on small screens, while scripts come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.learner import Learner, hand_in, served, write
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from kandil.territory.select import select
from playwright.sync_api import Browser, Page, Route, expect
from standin import edition

COURSE = Path("courses/safe-internet-use")
LESSON = "siu-3.html"
PAGES = ("index.html", LESSON, "siu-1.html", "results.html", "about.html")
ON = "selector => document.activeElement.matches(selector)"
IS = """right => {
  const item = document.activeElement.closest('li');
  const key = item.closest('.q').querySelectorAll('.k li');
  return item.querySelector('input').checked && (key[item.value - 1].className === 'y') === right;
}"""
"""Whether the answer that has the focus is chosen, and right or wrong."""
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(({value, sources, hadRecentInput}) => {
  if (hadRecentInput) return;
  const names = sources.map(({node}) => node && (node.outerHTML || node.data).slice(0, 80));
  shifts.push([value, ...names]);
})).observe({type: 'layout-shift', buffered: true});"""
LOST = """() => [...document.querySelectorAll('body *')].filter(box => {
  const {overflowX, overflowY, clipPath} = getComputedStyle(box);
  if (clipPath !== 'none' || !box.clientWidth) return false;
  const wide = box.scrollWidth > box.clientWidth + 1 && /hidden|clip/.test(overflowX);
  return wide || box.scrollHeight > box.clientHeight + 1 && /hidden|clip/.test(overflowY);
}).map(box => box.outerHTML.slice(0, 80))"""
"""What is cut off where nobody can scroll to it."""
LATE = re.compile(r"/(?!page)\w+\.js$")
"""The scripts that a page asks for when they are needed."""
READ = (".s:nth-of-type(3) h3", ".quiz > h2", ".quiz > .q:nth-of-type(2) legend")
"""Where she may be when they come: far into a scenario, at a quiz, and in it."""
TOP = "spot.getBoundingClientRect().top"


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("whole")
    course, problems = read_course(COURSE, find_questions())
    assert course, problems
    write(render(edition(select(course, "", "")[0])), folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    made = Learner(browser, start)
    yield made
    assert made.errors == []
    made.close()


def tab(page: Page, selector: str, key: str = "Enter", most: int = 40) -> None:
    """On with the tabulator until such a thing has the focus, then this key."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(ON, selector):
            page.keyboard.press(key)
            return
    raise AssertionError(f"not reached: {selector}")


def choose(page: Page, right: bool) -> None:
    """With the keys of the arrows, in whatever order the answers stand."""
    tab(page, ".quiz .q input", "Space")
    for _ in range(3):
        if page.evaluate(IS, right):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError("no such answer")


@pytest.mark.parametrize("wrong", [0, 1])
def test_by_keyboard_alone_from_the_first_screen_to_the_result(
    learner: Learner, wrong: int
) -> None:
    page = learner.page
    page.goto(f"{learner.start}/{LESSON}")
    total = page.locator(".part").count()
    tab(page, ".then a")
    page.locator("html.js").wait_for()
    for number in range(1, total):
        part = page.locator(".part").nth(number - 1)
        expect(part.locator("h2").first).to_be_focused()
        expect(page.locator(".bar .at")).to_have_text(f"Part {number} of {total}")
        tab(page, ".part .try details > summary")
        expect(part.locator(".try details[open]")).to_have_count(1)
        tab(page, ".part > .then a")
    expect(page.locator(".part").last.locator("h2").first).to_be_focused()
    said = page.locator(".me")
    for number in range(1, 3):
        tab(page, ".s.now .m a")
        expect(said).to_have_count(number)
        expect(page.locator(".s.now h3")).to_be_focused()
    result = page.locator(".quiz > [role=status]")
    for number in range(page.locator(".quiz .q[id]").count()):
        choose(page, number >= wrong)
        tab(page, ".quiz .go button")
        if not page.locator(".quiz.over").count():
            tab(page, ".quiz .go button:last-child")
    if wrong:
        # A first answer may be left as it is.
        expect(result).to_contain_text("Press the button again")
        page.keyboard.press("Enter")
        expect(result).to_be_focused()
    else:
        # All right at once is handed in at once: what was said of the last answer has the focus.
        expect(page.locator(".says").last).to_be_focused()
        page.keyboard.press("Tab")
        expect(result.locator(".button")).to_be_focused()
    expect(result).to_contain_text("points")
    expect(page.locator(".exit")).to_be_in_viewport()


def arrive(page: Page, held: list[Route]) -> None:
    """What was held back comes, one after the other, and what it asks for."""
    while held:
        held.pop().continue_()
        page.wait_for_timeout(400)


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_when_the_scripts_come(
    learner: Learner, path: str, size: tuple[int, int]
) -> None:
    page, held = learner.page, list[Route]()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(SHIFTS)
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(f"{learner.start}/{path}", wait_until="commit")
    page.locator("footer").wait_for(state="attached")
    learner.until("performance.getEntriesByType('paint').length > 0")
    arrive(page, held)
    way = page.locator(".then a").first
    if way.count():
        way.click()
        # A shift counts as hers for half a second.
        page.wait_for_timeout(600)
        assert held
        arrive(page, held)
    assert page.evaluate("shifts") == []
    page.locator("main").evaluate("main => { main.style.paddingTop = '90px'; }")
    learner.until("shifts.length > 0")


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize("place", READ)
def test_what_she_reads_stays_though_what_is_above_it_collapses(
    learner: Learner, place: str, size: tuple[int, int]
) -> None:
    page, held = learner.page, list[Route]()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.route(LATE, lambda route: held.append(route))
    page.goto(f"{learner.start}/{LESSON}")
    page.locator(".toc a").last.click()
    spot = page.locator(place).first.element_handle()
    page.wait_for_timeout(600)
    assert held
    before = spot.evaluate(f"spot => {{ scrollBy(0, {TOP} - 90); return {TOP}; }}")
    assert before == pytest.approx(90, abs=1)
    arrive(page, held)
    learner.until("document.documentElement.classList.contains('js')")
    assert spot.evaluate(f"spot => {TOP}") == pytest.approx(before, abs=2)


def everything(learner: Learner, path: str) -> None:
    """Each state of a page that she can come to."""
    page = learner.page
    learner.open(path)
    page.wait_for_load_state("networkidle")
    if not page.locator(".quiz").count():
        return
    for answer in page.locator("details:not(.menu)").all():
        answer.evaluate("fold => { fold.open = true; }")
    first = page.locator(".step a").locator("visible=true").first
    if first.count():
        first.click()
    hand_in(page)


@pytest.mark.parametrize(("height", "text"), [(256, 16), (640, 32)])
def test_enlarged_nothing_is_lost(learner: Learner, height: int, text: int) -> None:
    """A page zoom of 400 % on 1280 by 1024 pixels, and text of 200 % on 320 pixels."""
    page = learner.page
    page.set_viewport_size({"width": 320, "height": height})
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})
    everything(learner, LESSON)
    yes = page.get_by_role("button", name="Yes, keep them")
    yes.scroll_into_view_if_needed()
    yes.click()
    for path in PAGES:
        everything(learner, path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        assert page.evaluate(LOST) == [], path
        expect(page.locator(".exit"), path).to_be_in_viewport()
