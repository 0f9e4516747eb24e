"""The exit, line by line: on a site, from a disk, and in the frame of an LMS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from browser.conftest import QUIET
from browser.learner import OPEN, Learner, write
from browser.learner import served as folder_served
from browser.lms import POPUP, served
from browser.sitting import Sitting
from kandil.model.territory import Territory
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Frame, Page, expect
from standin import HERE, edition

Hide = Callable[..., Learner]
LESSON = "en/quiet-1.html#in"
PLACES = ("http", "file", "frame")
ALONE = "Shift"
STATUS = ".bar [role=status]"
FRAMED = (
    '<!doctype html><title>Host</title><link rel=icon href="data:,">'
    '<iframe {} src="{}" width=360 height=640></iframe>'
)


@dataclass
class Room:
    """Where she reads: `lesson` is the page with the exit, `tab` what somebody else would see."""

    lesson: Page | Frame
    tab: Page

    def press(self, *keys: str) -> None:
        """Each key down and up again."""
        for key in keys:
            self.tab.keyboard.press(key)

    def has_left(self) -> None:
        """The whole tab shows the neutral page."""
        expect(self.tab).to_have_url(re.compile(r"/recipe\.html$"))
        expect(self.tab).to_have_title("Lentil soup")

    def is_here(self) -> None:
        """Nothing has happened."""
        expect(self.lesson.locator("#main h1")).to_be_visible()


@pytest.fixture(params=PLACES)
def room(
    request: pytest.FixtureRequest, browser: Browser, quiet: Path, hide: Hide
) -> Iterator[Room]:
    """A lesson of the sensitive course in each place."""
    if request.param == "frame":
        with served(quiet / "scorm12/quiet/quiet-en-preview-scorm12.zip") as lms:
            sitting = Sitting(browser, lms)
            sitting.inner.locator(".gate .button").click()
            sitting.inner.locator("a[href^='quiet-1.html']").first.click()
            sitting.inner.wait_for_url("**/quiet-1.html#_in")
            sitting.inner.locator("#main h1").click()
            yield Room(sitting.inner, sitting.host)
            sitting.close()
    else:
        start = (quiet / "site/quiet").as_uri() if request.param == "file" else None
        learner = hide(start) if start else hide()
        page = learner.open(LESSON)
        yield Room(page, page)


def test_a_click_leaves(room: Room) -> None:
    room.lesson.locator(".exit").click()
    room.has_left()


def test_the_hidden_link_after_the_skip_link_leaves(room: Room) -> None:
    link = room.lesson.locator(".bar .skip")
    link.focus()
    expect(link).to_be_in_viewport()
    expect(link).to_have_text("Exit now")
    room.press("Enter")
    room.has_left()


def test_shift_three_times_leaves(room: Room) -> None:
    status, button = room.lesson.locator(STATUS), room.lesson.locator(".exit")
    room.press(ALONE)
    expect(status).to_have_text("Shift, press 2 more times to exit.")
    expect(button).to_have_attribute("data-n", "•")
    room.press(ALONE)
    expect(status).to_have_text("Shift, press 1 more time to exit.")
    expect(button).to_have_attribute("data-n", "••")
    room.press(ALONE)
    room.has_left()


def test_shift_with_another_key_does_not_count(room: Room) -> None:
    room.press("Shift+A", "Shift+Tab", "Shift+A", "Shift+A")
    expect(room.lesson.locator(STATUS)).to_be_empty()
    room.press(ALONE, ALONE, "Shift+A", ALONE)
    expect(room.lesson.locator(STATUS)).to_have_text("Shift, press 2 more times to exit.")
    room.is_here()


def test_any_other_key_begins_the_count_anew(room: Room) -> None:
    room.press(ALONE, ALONE, "x")
    expect(room.lesson.locator(STATUS)).to_have_text("Exit expired.")
    room.press(ALONE, ALONE)
    room.is_here()
    room.press(ALONE)
    room.has_left()


def test_five_seconds_after_each_press(hide: Hide) -> None:
    learner = hide()
    learner.page.clock.install()
    page = learner.open(LESSON)
    room, status = Room(page, page), page.locator(STATUS)
    room.press(ALONE, ALONE)
    page.clock.run_for(5100)
    expect(status).to_have_text("Exit expired.")
    page.clock.run_for(5100)
    expect(status).to_be_empty()
    room.press(ALONE)
    page.clock.run_for(4000)
    room.press(ALONE)
    page.clock.run_for(4000)
    room.press(ALONE)
    room.has_left()


def test_the_screen_is_empty_before_anything_else_happens(hide: Hide) -> None:
    """In the task of the click itself: the next frame that is drawn shows nothing."""
    page = hide().open(LESSON)
    room = Room(page, page)
    page.evaluate("localStorage.setItem('k.quiet', 'kept'); localStorage.setItem('other', '1')")
    seen = page.evaluate(
        """() => {
          document.querySelector('.exit').click();
          return [getComputedStyle(document.body).display, Object.keys(localStorage)];
        }"""
    )
    assert seen == ["none", ["other"]]
    # A context that is closed on its way to another page may never end.
    room.has_left()


def test_back_shows_an_earlier_page_usable_and_empty(room: Room) -> None:
    box = room.lesson.locator("#main .todo [type=checkbox]")
    first = room.lesson.locator("nav.toc a").first
    first.click()
    box.check()
    room.lesson.evaluate(OPEN)
    room.lesson.locator(".move [href^='quiet-2.html']").click()
    room.lesson.wait_for_url(re.compile(r"quiet-2\.html#_?in$"))
    room.lesson.locator(".exit").click()
    room.has_left()
    room.tab.go_back()
    assert not any("quiet-2" in frame.url for frame in room.tab.frames)
    if room.tab is room.lesson:
        expect(room.lesson.locator("#main h1")).to_be_visible()
        first.click()
        expect(box).not_to_be_checked()
        box.check()
        room.press(ALONE, ALONE, ALONE)
        room.has_left()


@pytest.mark.parametrize("link", [".exit", ".bar .skip", ".gate .move > :nth-child(2)"])
def test_without_a_script_each_way_out_is_a_link(hide: Hide, link: str) -> None:
    page = hide(java_script_enabled=False).open("en/quiet-1.html")
    page.locator(link).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title("Lentil soup")


@pytest.mark.parametrize("flags", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_in_a_sandbox_the_frame_shows_the_neutral_page(hide: Hide, flags: str) -> None:
    learner = hide()
    learner.page.route("**/host", lambda route: route.fulfill(
        content_type="text/html",
        body=FRAMED.format(f'sandbox="{flags}"', f"{learner.start}/{LESSON}"),
    ))  # fmt: skip
    learner.page.goto(f"{learner.start}/host")
    frame = learner.page.frames[1]
    frame.locator(".exit").click()
    frame.wait_for_url("**/recipe.html")
    expect(frame.locator("h1")).to_have_text("Lentil soup")
    assert all("navigat" in error or "sandbox" in error for error in learner.errors)
    learner.errors.clear()


def test_a_page_of_another_host_around_it_goes_as_well(hide: Hide, tmp_path: Path) -> None:
    learner = hide()
    (tmp_path / "host.html").write_text(FRAMED.format("", f"{learner.start}/{LESSON}"))
    with folder_served(tmp_path) as address:
        other = f"{address.replace('127.0.0.1', 'localhost')}/host.html"
        learner.page.goto(other)
        learner.page.frame_locator("iframe").locator(".exit").click()
        expect(learner.page).to_have_title("Lentil soup")
    learner.requests.remove(other)


def test_the_window_of_an_lms_shows_the_neutral_page(browser: Browser, quiet: Path) -> None:
    with served(quiet / "scorm12/quiet/quiet-en-preview-scorm12.zip") as lms:
        lms.body = POPUP
        sitting = Sitting(browser, lms)
        sitting.host.click("button")
        sitting.inner.locator(".exit").click()
        window = sitting.context.pages[-1]
        window.wait_for_url("**/recipe.html")
        sitting.close()


def test_before_she_is_in_the_lesson_the_keys_are_heard_too(browser: Browser, quiet: Path) -> None:
    with served(quiet / "scorm12/quiet/quiet-en-preview-scorm12.zip") as lms:
        sitting = Sitting(browser, lms)
        expect(sitting.inner.locator(".gate")).to_be_visible()
        sitting.shell.evaluate("focus()")
        room = Room(sitting.inner, sitting.host)
        room.press(ALONE, "Shift+A", ALONE, ALONE)
        expect(sitting.inner.locator(".gate")).to_be_visible()
        room.press(ALONE)
        room.has_left()
        sitting.close()


ONLINE = "https://weather.example/"


@pytest.mark.parametrize("offline", [False, True])
def test_a_territory_may_name_a_page_of_the_internet(
    hide: Hide, quiet: Path, tmp_path: Path, offline: bool
) -> None:
    """Over http and where there is a connection; from a disk the page that is there."""
    course, problems = read_course(QUIET, find_questions())
    assert course, problems
    land = Territory("GE", {"en": "Georgia"}, HERE, exit_online=ONLINE)
    made = render(replace(edition(course), territory=land))
    write(made, tmp_path)
    with folder_served(tmp_path) as address:
        learner = hide(tmp_path.as_uri() if offline else address)
        learner.page.route(
            ONLINE, lambda route: route.fulfill(body="Sun", content_type="text/html")
        )
        learner.open("quiet-1.html#in").locator(".exit").click()
        expect(learner.page).to_have_url(f"{learner.start}/recipe.html" if offline else ONLINE)
        assert offline or learner.requests.pop() == ONLINE
        learner.requests = [url for url in learner.requests if not url.startswith(learner.start)]
    tracked = next(made.tracked("lesson.js", b"").pages())
    assert ONLINE not in tracked.html


def test_without_a_connection_an_empty_page_stands_in_for_the_neutral_one(hide: Hide) -> None:
    learner = hide()
    page = learner.open(LESSON)
    learner.context.set_offline(True)
    page.locator(".exit").click()
    page.wait_for_url("about:blank")
    learner.context.set_offline(False)
    page.go_back()
    assert "quiet-1" not in page.url


def test_the_list_of_languages_has_the_same_exit(hide: Hide) -> None:
    learner = hide()
    page = learner.page
    page.goto(f"{learner.start}/en/recipe.html")
    page.goto(f"{learner.start}/index.html")
    assert learner.axe() == []
    Room(page, page).press(ALONE, ALONE)
    expect(page.locator("[role=status]")).to_have_text("Shift, press 1 more time to exit.")
    Room(page, page).press(ALONE)
    page.wait_for_url("**/en/recipe.html")
    page.go_back()
    expect(page).to_have_title("Lentil soup")
    page.goto(f"{learner.start}/index.html")
    page.get_by_role("link", name="Clear my traces").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#traces ~ [role=status]")).not_to_be_empty()


def test_the_way_out_needs_no_connection(hide: Hide, quiet: Path) -> None:
    learner = hide((quiet / "site/quiet").as_uri())
    learner.context.set_offline(True)
    page = learner.open(LESSON)
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    assert page.url == f"{learner.start}/en/recipe.html"


def test_right_to_left(hide: Hide) -> None:
    learner = hide()
    page = learner.open("ar-XB/quiet-1.html#in")
    button, home = page.locator(".exit").bounding_box(), page.locator(".home").bounding_box()
    assert button and home and button["x"] < home["x"]
    Room(page, page).press(ALONE, ALONE, ALONE)
    page.wait_for_url("**/ar-XB/recipe.html")


@pytest.mark.parametrize(
    "path", [LESSON, "en/quiet-1.html", "en/index.html#in", "en/about.html#in"]
)
def test_the_button_is_large_and_never_printed(hide: Hide, path: str) -> None:
    learner = hide()
    page = learner.page
    page.goto(f"{learner.start}/{path}")
    box = page.locator(".exit").bounding_box()
    assert box and box["height"] >= 44 and box["width"] >= 44
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".exit")).to_be_in_viewport()
    page.emulate_media(media="print")
    for link in page.locator("[rel^=nofollow]").all():
        expect(link).to_be_hidden()
