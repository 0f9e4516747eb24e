"""A move inside a page leaves no entry in the tab, and scrolls no page around the lesson."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from browser.learner import Learner
from browser.lms import FRAMED, served
from browser.sitting import Sitting
from kandil.build.pipeline import build
from kandil.build.request import Request
from playwright.sync_api import Browser, Frame, Page, expect

Alone = Callable[..., Learner]
Hide = Callable[..., Learner]
BEFORE = "data:text/html,<title>Before</title>"
PRESS = "link => link.click()"
INSIDE = ".skip[href^='#'],#main a[href^='#']:not(.g)"
TALL = '<div style="height:800px">Portal</div>' + FRAMED + '<div style="height:3000px"></div>'
TOP = 780
"""Where the frame stands 20 pixels below the upper edge of the window."""


def press_all(page: Page | Frame) -> int:
    """Every link that leads to a place of this page; how many there are."""
    links = page.locator(INSIDE)
    for number in range(links.count()):
        links.nth(number).evaluate(PRESS)
    return links.count()


@pytest.mark.parametrize(("folder", "scripts"), [("en", "first"), ("hushed", "late")])
def test_after_the_exit_back_shows_what_was_before_the_lesson(
    alone: Alone, folder: str, scripts: str
) -> None:
    """Whatever she tapped, before and after the scripts of the questions came."""
    learner = alone()
    page = learner.page
    page.goto(BEFORE)
    page.goto(f"{learner.start}/{folder}/private-1.html")
    entries = page.evaluate("history.length")
    if folder == "hushed":
        page.locator(".gate .button").click()
        expect(page.locator("#main")).to_be_focused()
    if scripts == "late":
        learner.come_near()
    assert press_all(page) >= 8
    learner.come_near()
    page.locator("[type=radio]").first.check()
    for _ in range(3):
        page.locator(".now .m a").first.click()
    assert page.evaluate("history.length") == entries
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back()
    expect(page).to_have_title("Before")
    learner.requests.clear()


def test_continue_and_a_reload_do_not_ask_again(hide: Hide) -> None:
    learner = hide()
    page = learner.page
    page.goto(f"{learner.start}/en/about.html")
    page.get_by_role("link", name="How to make reading safer").click()
    expect(page.locator("#safer")).to_be_in_viewport()
    expect(page.locator(".gate")).to_be_hidden()
    page.reload()
    expect(page.locator(".gate")).to_be_hidden()
    expect(page.locator("#main")).to_be_visible()


def test_in_a_course_without_an_exit_the_address_tells_the_place(alone: Alone) -> None:
    learner = alone()
    page = learner.open("open/private-1.html")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lesson of every kind, and a course with a gate."""
    dist = tmp_path_factory.mktemp("moves")
    courses = (Path("tests/courses/every"), Path("tests/courses/quiet"))
    made = build(Request(courses, "preview", date(2026, 11, 24), ("en",), ("scorm12",), dist))
    assert not [found for found in made.problems if found.severity == "error"]
    return dist / "preview/scorm12"


@pytest.fixture
def portal(browser: Browser, packages: Path, request: pytest.FixtureRequest) -> Iterator[Sitting]:
    """A long page of an LMS around the package."""
    name = request.param
    with served(packages / name / f"{name}-en-preview-scorm12.zip") as lms:
        lms.body = TALL
        sitting = Sitting(browser, lms)
        sitting.host.evaluate(f"scrollTo(0, {TOP})")
        yield sitting
        sitting.close()


def stays(sitting: Sitting) -> None:
    """The portal's page has not moved, and the exit can be seen."""
    assert sitting.host.evaluate("scrollY") == TOP
    box = sitting.inner.locator(".exit").bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= 640


@pytest.mark.parametrize("portal", ["every"], indirect=True)
def test_only_the_window_of_the_lesson_scrolls(portal: Sitting) -> None:
    lesson = portal.inner
    lesson.locator(".lessons a").evaluate(PRESS)
    lesson.wait_for_url("**/every-1.html")
    lesson.locator("footer").wait_for()
    assert press_all(lesson) >= 4
    stays(portal)
    for part in (".q", ".quiz"):
        lesson.locator(part).first.evaluate("box => scrollTo(0, box.offsetTop)")
    lesson.locator("html.js").wait_for()
    for _ in range(3):
        lesson.locator(".now .m a").first.evaluate(PRESS)
        stays(portal)
    for button in lesson.locator(".go button:first-child, .dots button, .g").all():
        button.evaluate(PRESS)
        stays(portal)
    for _ in range(2):
        lesson.locator(".go button", has_text="Show my result").evaluate(PRESS)
        stays(portal)
    again = lesson.locator(".quiz > [role] a[href^='#']").first
    again.evaluate(PRESS)
    expect(lesson.locator(str(again.get_attribute("href")))).to_be_focused()
    stays(portal)


@pytest.mark.parametrize("portal", ["quiet"], indirect=True)
def test_a_link_to_a_place_of_another_lesson_does_not_scroll_it_either(portal: Sitting) -> None:
    lesson = portal.inner
    lesson.locator(".gate .button").evaluate(PRESS)
    stays(portal)
    lesson.locator(".lessons a").first.evaluate(PRESS)
    lesson.wait_for_url("**/quiet-1.html#_in")
    expect(lesson.locator("#main h1")).to_have_text("A letter that threatens")
    lesson.locator("a", has_text="The next lesson").evaluate(PRESS)
    lesson.wait_for_url("**/quiet-2.html#_h*")
    answer = lesson.locator("h2", has_text="The answer")
    expect(answer).to_be_focused()
    expect(lesson.locator(".gate")).to_be_hidden()
    assert 0 <= answer.evaluate("head => head.getBoundingClientRect().top") < 640
    stays(portal)
