"""A lesson is opened part after part; without a script it is whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.learner import Learner, served, write
from browser.sitting import that_keeps_pages
from kandil.model.blocks import Heading, Paragraph, Section
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Page, expect
from standin import HERE, course, edition, module, text

LESSON = "every-1.html"
CLOSED = "parts => parts.map(part => !part.hidden)"
Visit = Callable[..., Learner]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A lesson with four parts, in a course with an exit."""
    folder = tmp_path_factory.mktemp("parts")
    course, problems = read_course(Path("tests/courses/every"), find_questions())
    assert course, problems
    write(render(edition(course)), folder)
    with served(folder) as start:
        yield start


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """At the end no fault was seen."""
    learners: list[Learner] = []

    def begin(place: str = "", **context: object) -> Learner:
        learners.append(Learner(browser, address, **context))
        learners[-1].page.goto(f"{address}/{LESSON}{place}")
        return learners[-1]

    yield begin
    for one in learners:
        one.close()
        assert one.errors == []


def opened(page: Page) -> list[bool]:
    return list(page.locator(".part").evaluate_all(CLOSED))


def below_the_bar(page: Page, words: str) -> bool:
    """Whether the line over a heading can be seen whole."""
    bar, line = page.locator(".bar").bounding_box(), page.locator(f".part>.n:text-is('{words}')")
    place = line.bounding_box()
    return bool(bar and place) and bar["y"] + bar["height"] <= place["y"] < 200


def test_part_after_part_and_the_bar_says_where_she_is(visit: Visit) -> None:
    page = visit().page
    assert opened(page) == [False] * 4
    expect(page.locator(".at")).to_be_hidden()
    entries, address = page.evaluate("history.length"), page.url
    page.get_by_role("link", name="Start: Long beats complicated").click()
    assert opened(page) == [True, False, False, False]
    expect(page.get_by_role("heading", name="Long beats complicated")).to_be_focused()
    expect(page.locator(".bar .at")).to_have_text("Part 1 of 4")
    page.get_by_role("link", name="Go on: One door, one key").click()
    assert opened(page) == [True, True, False, False]
    expect(page.get_by_role("heading", name="One door, one key")).to_be_focused()
    expect(page.locator(".bar .at")).to_have_text("Part 2 of 4")
    assert below_the_bar(page, "Part 2 of 4")
    names = page.locator(".track b").evaluate_all("all => all.map(one => one.className)")
    assert names == ["done", "here", "", ""]
    assert (page.evaluate("history.length"), page.url) == (entries, address)


def test_nothing_is_locked_and_the_list_hangs_in_the_bar(visit: Visit) -> None:
    page = visit().page
    page.locator("nav.toc a").last.click()
    assert opened(page) == [False, False, False, True]
    menu = page.locator(".menu")
    menu.locator("summary").click()
    menu.get_by_role("link", name="One door, one key").click()
    assert opened(page) == [False, True, False, True]
    expect(menu.get_by_role("link", name="One door, one key")).to_be_hidden()
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu.locator("summary")).to_be_focused()
    expect(menu.get_by_role("link", name="One door, one key")).to_be_hidden()


def test_a_link_of_another_page_opens_its_part(visit: Visit) -> None:
    page = visit("#one-door-one-key").page
    assert opened(page) == [False, True, False, False]
    expect(page.get_by_role("heading", name="One door, one key")).to_be_in_viewport()
    assert below_the_bar(page, "Part 2 of 4")


def test_back_by_mistake_and_forward_lead_to_the_line_where_she_was(
    browser: Browser, address: str
) -> None:
    """Her answers are gone, and behind the exit there is no way to the page."""
    other = that_keeps_pages(browser)
    page = other.new_page()
    page.goto(f"{address}/index.html")
    page.goto(f"{address}/{LESSON}")
    page.evaluate("window.mine = true")
    page.get_by_role("link", name="Start:").click()
    page.get_by_role("link", name="Go on: One door, one key").click()
    page.evaluate("document.querySelector('.part details').open = true")
    place = page.evaluate("scrollY")
    page.go_back(wait_until="commit")
    expect(page.locator(".lessons")).to_be_visible()
    page.go_forward(wait_until="commit")
    expect(page.locator(".bar .at")).to_have_text("Part 2 of 4")
    assert page.evaluate("window.mine")
    assert opened(page) == [True, True, False, False]
    assert page.evaluate("scrollY") == place > 0
    expect(page.locator(".part [open]")).to_have_count(0)
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back(wait_until="commit")
    expect(page).to_have_url(f"{address}/index.html")
    other.close()


def test_a_link_tapped_before_the_script_leaves_an_entry_and_about_this_page_says_so(
    visit: Visit, address: str
) -> None:
    page = visit().page
    held = []
    page.route("**/page.js", lambda route: held.append(route))
    page.goto(f"{address}/{LESSON}", wait_until="commit")
    page.get_by_role("link", name="Start:").click()
    held[0].continue_()
    page.unroute("**/page.js")
    page.locator(".part[hidden]").first.wait_for(state="attached")
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back(wait_until="commit")
    expect(page).to_have_url(re.compile(LESSON))
    page.goto(f"{address}/about.html")
    expect(page.locator("#back")).to_contain_text("unless you tapped a link while it was loading.")


def test_without_a_script_the_lesson_is_whole(visit: Visit) -> None:
    page = visit(java_script_enabled=False).page
    for head in page.locator(".part > h2").all():
        expect(head).to_be_visible()
    expect(page.locator(".part > .then")).to_have_count(3)
    expect(page.locator(".part > .then:visible")).to_have_count(0)
    page.locator("nav.toc a").nth(1).click()
    expect(page.locator("#one-door-one-key")).to_be_in_viewport()
    assert below_the_bar(page, "Part 2 of 4")


def test_help_is_in_no_part_and_paper_holds_all(visit: Visit) -> None:
    page = visit().page
    expect(page.get_by_role("heading", name="Help")).to_be_visible()
    page.emulate_media(media="print")
    heights = "parts => parts.map(part => part.querySelector('h2').offsetHeight > 0)"
    assert page.locator(".part").evaluate_all(heights) == [True] * 4
    expect(page.locator(".bar")).to_be_hidden()


def marks(page: Page) -> list[str]:
    """The signs before the parts, in the list beside the text."""
    return list(page.locator("nav.toc i").all_text_contents())


def test_the_last_part_is_done_when_its_quiz_is_handed_in(visit: Visit) -> None:
    learner = visit()
    page = learner.page
    page.locator("nav.toc a").last.click()
    page.locator("html.js").wait_for()
    page.locator(".part .move").scroll_into_view_if_needed()
    assert marks(page) == ["1", "2", "3", "4"]
    learner.hand_in()
    expect(page.locator("nav.toc i").last).to_have_text("✓")
    assert marks(page) == ["1", "2", "3", "✓"]
    page.locator(".quiz > [role] button", has_text="Try again").click()
    expect(page.locator("nav.toc i").last).to_have_text("4")


def test_without_a_quiz_it_is_done_when_she_has_read_to_its_end(
    browser: Browser, tmp_path: Path
) -> None:
    long = Paragraph(text("A sentence that fills the lines of a small screen. " * 40))
    ideas = [block for name in "ab" for block in (Heading(3, text(name), name), long)]
    of = module(
        "tin-1",
        Section("ideas", "ideas", tuple(ideas), HERE),
        Section("help", "help", (long,), HERE),
    )
    write(render(edition(course(of, module("tin-2")))), tmp_path)
    with served(tmp_path) as start:
        learner = Learner(browser, start)
        page = learner.page
        page.goto(f"{start}/tin-1.html")
        page.locator("nav.toc a").last.click()
        page.locator("html.js").wait_for()
        expect(page.locator("nav.toc i")).to_have_text(["1", "2"])
        page.locator("footer").scroll_into_view_if_needed()
        expect(page.locator("nav.toc i")).to_have_text(["1", "✓"])
        learner.close()


def test_a_phone_held_sideways_shows_how_far_she_is(visit: Visit) -> None:
    page = visit(viewport={"width": 640, "height": 360}).page
    expect(page.locator(".track")).to_be_hidden()
    page.get_by_role("link", name="Start:").click()
    page.get_by_role("link", name="Go on: One door, one key").click()
    track = page.locator(".track")
    expect(track).to_be_in_viewport(ratio=1)
    box = track.bounding_box()
    assert box and (box["y"] + box["height"], box["height"]) == (360, 4)
    expect(page.locator(".menu")).to_be_hidden()


def test_what_is_in_view_when_a_late_script_comes_stays(visit: Visit, address: str) -> None:
    learner = visit()
    page = learner.page
    held = []
    page.route("**/page.js", lambda route: held.append(route))
    page.goto(f"{address}/{LESSON}", wait_until="commit")
    page.locator("footer").wait_for(state="attached")
    page.locator("#one-door-one-key").evaluate("head => head.scrollIntoView()")
    top = "document.querySelector('#one-door-one-key').getBoundingClientRect().top"
    before = page.evaluate(top)
    held[0].continue_()
    learner.until("document.querySelector('.part[hidden]') !== null")
    assert opened(page)[:2] == [True, True] and not opened(page)[3]
    assert page.evaluate(top) == before


@pytest.mark.parametrize(("width", "text"), [(320, 32), (320, 16), (1280, 16)])
def test_nothing_scrolls_sideways(visit: Visit, width: int, text: int) -> None:
    learner = visit(viewport={"width": width, "height": 800})
    session = learner.page.context.new_cdp_session(learner.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})
    learner.page.get_by_role("link", name="Start:").click()
    assert learner.page.evaluate("document.documentElement.scrollWidth") == width
    assert learner.axe() == []


def test_a_way_far_down_leads_there_though_the_quiz_on_the_way_grows_smaller(visit: Visit) -> None:
    page = visit().page
    page.locator("a", has_text="short version").click()
    page.locator("html.js").wait_for()
    heading = page.get_by_role("heading", name="Remember")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport(ratio=1)
