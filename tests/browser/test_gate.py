"""Nothing of a sensitive course is shown before the gate, and none kept (docs/design/0008)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import Learner
from browser.lms import served
from browser.sitting import Sitting
from playwright.sync_api import Browser, Page, Route, expect

Hide = Callable[..., Learner]
PAGES = ("index", "quiet-1", "quiet-2", "about")
QUESTION = "Is it safe to read this now?"
KEPT = """async () => [
  Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
  await indexedDB.databases(), await caches.keys(),
  (await navigator.serviceWorker.getRegistrations()).length
]"""
NOTHING = [[], [], "", [], [], 0]


def shut(page: Page) -> None:
    """The gate is all that there is, for the eye and for a screen reader."""
    expect(page.locator(".gate h1")).to_have_text(QUESTION)
    expect(page.locator(".gate")).to_be_visible()
    expect(page.locator("#main")).to_be_hidden()
    expect(page.get_by_role("main")).to_have_count(1)
    names = page.get_by_role("link").all_inner_texts()
    assert names[0] == names[-4] == "Exit now"
    assert names[-3:] == ["Continue", "Show me a neutral page", "How to make reading safer"]


def opened(page: Page) -> None:
    """The gate is gone."""
    expect(page.locator("#main")).to_be_visible()
    expect(page.locator(".gate")).to_be_hidden()
    expect(page.get_by_role("main")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opened_from_outside_shows_the_gate(
    hide: Hide, name: str, scripts: bool
) -> None:
    learner = hide(java_script_enabled=scripts)
    page = learner.page
    page.goto(f"{learner.start}/en/{name}.html")
    shut(page)
    page.get_by_role("link", name="Continue").click()
    opened(page)
    if scripts:
        # The step leaves no entry: Back would show the page again after the exit.
        assert page.evaluate("history.length") == 2
    else:
        page.go_back()
        shut(page)


def test_continue_leads_into_the_text_and_links_do_not_ask_again(hide: Hide) -> None:
    learner = hide()
    page = learner.page
    page.goto(f"{learner.start}/en/index.html")
    page.locator(".gate .button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".lessons a").first.click()
    opened(page)
    expect(page.locator("#main h1")).to_have_text("A letter that threatens")
    page.locator("#main .then a").first.click()
    page.locator("#main a", has_text="The next lesson").click()
    opened(page)
    expect(page).to_have_url(re.compile(r"quiet-2\.html#h\w{7}$"))
    page.locator(".home").click()
    opened(page)
    page.reload()
    opened(page)
    assert page.evaluate(KEPT) == NOTHING


def test_every_link_inside_the_course_passes_the_gate(quiet: Path) -> None:
    """Of a site without switch and of an LMS's package: the exit and the first page do not."""
    folder = quiet / "site/quiet/en"
    for name in PAGES:
        html = (folder / f"{name}.html").read_text("utf-8")
        inside = re.findall(r'<a [^>]*href="(?!\.\./|https:)([^"]*)"', html)
        without = {link for link in inside if "#" not in link}
        assert without == {"recipe.html"}, name
        for link in re.findall(r'<a [^>]*href="(\.\./[^"]*)"', html):
            assert "#" not in link


def test_the_other_choices(hide: Hide) -> None:
    learner = hide()
    page = learner.page
    page.goto(f"{learner.start}/en/quiet-1.html")
    page.get_by_role("link", name="How to make reading safer").click()
    opened(page)
    expect(page.locator("#safer")).to_be_in_viewport()
    expect(page.locator("#main")).to_contain_text("An empty history can raise suspicion.")
    page.goto(f"{learner.start}/en/quiet-1.html")
    page.get_by_role("link", name="Show me a neutral page").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back()
    assert "quiet-1" not in page.url


def test_the_words_of_the_gate_say_what_it_must(hide: Hide) -> None:
    learner = hide()
    learner.page.goto(f"{learner.start}/en/index.html")
    gate = learner.page.locator(".gate")
    for words in (
        "speak of violence",
        "sees what you read",
        "“Exit now” at the top",
        "Shift key, pressed three times",
        "a link at the beginning of each page",
        "does not erase the history",
        "is lost",
        "To come back",
    ):
        expect(gate).to_contain_text(words)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_does_not_work_without_scripts_is_said_there_only(hide: Hide, scripts: bool) -> None:
    learner = hide(java_script_enabled=scripts)
    learner.page.goto(f"{learner.start}/en/index.html")
    words = learner.page.locator(".gate p", has_text="Scripts are switched off")
    expect(words).to_be_visible(visible=not scripts)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_that_does_not_know_has(hide: Hide, scripts: bool) -> None:
    """With a script the gate holds; without one its words stand above the text."""
    learner = hide(bypass_csp=True, java_script_enabled=scripts)
    page = learner.page

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(:target)", ":hus(a)"))

    page.route("**/*.html", older)
    page.add_init_script("CSS.supports = () => false")
    page.goto(f"{learner.start}/en/quiet-1.html")
    if scripts:
        shut(page)
        page.get_by_role("link", name="Continue").click()
        opened(page)
    else:
        expect(page.locator(".gate")).to_be_visible()
        gate, text = page.locator(".gate").bounding_box(), page.locator("#main").bounding_box()
        assert gate and text and gate["y"] + gate["height"] <= text["y"]


def test_from_a_disk(hide: Hide, quiet: Path) -> None:
    learner = hide((quiet / "site/quiet").as_uri())
    learner.page.goto(f"{learner.start}/en/quiet-2.html")
    shut(learner.page)
    learner.page.get_by_role("link", name="Continue").click()
    opened(learner.page)


@pytest.mark.parametrize("again", [False, True])
def test_in_an_lms_the_gate_comes_first_and_nothing_is_told(
    browser: Browser, quiet: Path, again: bool
) -> None:
    with served(quiet / "scorm12/quiet/quiet-en-preview-scorm12.zip") as lms:
        if again:
            lms.stored = {"cmi.core.lesson_location": "quiet-2", "cmi.core.exit": "suspend"}
        sitting = Sitting(browser, lms)
        inner = sitting.inner
        expect(inner.locator(".gate")).to_be_visible()
        expect(inner.locator("#main")).to_be_hidden()
        expect(inner.locator(".gate")).to_contain_text("The learning platform knows")
        inner.locator(".gate .button").click()
        inner.locator(".lessons a").first.click()
        inner.wait_for_url("**/quiet-1.html#_in")
        expect(inner.locator("#main h1")).to_be_visible()
        assert set(sitting.names()) <= {"LMSInitialize", "LMSGetValue"}
        assert sitting.context.storage_state()["origins"] == []
        sitting.close()


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(hide: Hide, locale: str, scheme: str) -> None:
    learner = hide(color_scheme=scheme)
    for path in ("quiet-1.html", "quiet-1.html#in", "about.html#in"):
        learner.page.goto(f"{learner.start}/{locale}/{path}")
        assert learner.axe() == [], path


@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_it_fits_on_a_small_screen(hide: Hide, text: str, locale: str) -> None:
    learner = hide(viewport={"width": 320, "height": 640})
    page = learner.page
    page.goto(f"{learner.start}/{locale}/index.html")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for link in page.locator(".gate a").all():
        box = link.bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 320
