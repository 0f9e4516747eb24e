"""The portal as a browser finds it: whole, at home, and open to everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from browser.learner import served
from crawl import Crawl, path_of
from playwright.sync_api import Browser

LOOKED_AT = (
    *("index", "catalogue", "for-whom", "trainers", "lms", "hosts", "check", "translators"),
    *("reviewers", "courses/tiny", "courses/quiet", "handbook/index", "handbook/hosting"),
)

NARROW = """[...document.querySelectorAll('td')].filter(cell => cell.offsetParent && (
  cell.offsetWidth < 200 || cell.scrollWidth > cell.clientWidth + 1
)).map(cell => cell.textContent)"""
"""Cells in which a sentence has no room, or which are wider than what shows them."""


@pytest.fixture(scope="module")
def filed(browser: Browser, portal: Path) -> Crawl:
    """As from a memory stick."""
    return Crawl(browser, f"{portal.as_uri()}/").run("portal/index.html")


@pytest.fixture(scope="module")
def hosted(browser: Browser, portal: Path) -> Iterator[Crawl]:
    """As from a server. Here the handbook's pages are fetched, and not opened."""
    with served(portal) as address:
        yield Crawl(browser, f"{address}/", "portal/courses/").run("portal/catalogue.html")


@pytest.mark.parametrize("way", ["filed", "hosted"])
def test_nothing_is_asked_of_another_place(way: str, request: pytest.FixtureRequest) -> None:
    crawl: Crawl = request.getfixturevalue(way)
    assert crawl.outside == []
    assert crawl.amiss == []
    seen = {*crawl.pages, *crawl.files}
    assert {f"{crawl.root}portal/{name}.html" for name in LOOKED_AT} <= seen


def test_no_link_is_dead_on_a_stick(filed: Crawl, packages: Path) -> None:
    assert [one for one in (*filed.pages, *filed.files) if not path_of(one).is_file()] == []
    assert filed.anchorless == []
    linked = {path_of(one) for one in filed.files}
    assert {*packages.glob("*/*/*/*.zip")} <= linked
    assert packages / "preview/site/quiet/ar-XB/index.html" in {path_of(p) for p in filed.pages}
    assert packages / "preview/trainers/tiny/en/index.html" in {path_of(p) for p in filed.pages}


def test_every_page_and_package_can_be_fetched(hosted: Crawl) -> None:
    assert len([one for one in hosted.files if one.endswith(".zip")]) == 10
    assert len(hosted.files) > 30
    for address in hosted.files:
        with urlopen(address) as answer:
            assert answer.status == 200


@pytest.mark.parametrize("way", ["filed", "hosted"])
def test_a_package_is_saved_under_the_name_that_is_shown(
    way: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    crawl: Crawl = request.getfixturevalue(way)
    page = browser.new_page()
    page.goto(f"{crawl.root}portal/courses/tiny.html")
    link = page.get_by_text("SCORM 1.2: ").first
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "tiny-ar-XB-preview-scorm12.zip"
    page.close()


def test_axe_finds_nothing(filed: Crawl) -> None:
    assert filed.axe(*(f"portal/{name}.html" for name in LOOKED_AT)) == []


def test_a_table_is_a_list_on_a_phone(filed: Crawl, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    for name in ("catalogue", "for-whom", "lms", "courses/tiny", "handbook/hosting"):
        page.goto(f"{filed.root}portal/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate(NARROW) == []
    label = "getComputedStyle(document.querySelector('td'), '::before').content"
    page.goto(f"{filed.root}portal/catalogue.html")
    assert page.evaluate(label) == '"Course: "'
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(label) == "none"
    page.close()


def test_a_key_opens_the_menu_on_a_phone_and_goes_to_nothing_hidden(
    filed: Crawl, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{filed.root}portal/index.html")
    menu = page.get_by_role("button", name="Menu")
    menu.wait_for()
    names = []
    for _ in range(12):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.closest('.md-sidebar') ? 'hidden' : ''"))
    assert not any(names)
    page.goto(f"{filed.root}portal/index.html")
    menu.focus()
    page.keyboard.press("Enter")
    link = page.locator(".md-sidebar--primary a").first
    assert link.evaluate("one => one === document.activeElement")
    assert menu.get_attribute("aria-expanded") == "true"
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == "Courses":
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "All courses"
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("one => one === document.activeElement")
    page.close()


@pytest.mark.parametrize("way", ["filed", "hosted"])
def test_words_are_found(way: str, browser: Browser, request: pytest.FixtureRequest) -> None:
    crawl: Crawl = request.getfixturevalue(way)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{crawl.root}portal/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("grading method")
    page.locator(".md-search-result__item").first.wait_for(timeout=20_000)
    assert "learning system" in page.locator(".md-search-result__list").inner_text()
    page.close()


@pytest.mark.parametrize("way", ["filed", "hosted"])
@pytest.mark.parametrize("word", ["საქართველო", "Українська"])
def test_a_word_in_any_script_is_found_without_a_key(
    word: str, way: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    crawl: Crawl = request.getfixturevalue(way)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{crawl.root}portal/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_text("Type to start searching").wait_for(timeout=20_000)
    page.get_by_role("textbox", name="Search").fill(word)
    page.locator(".md-search-result__item").first.wait_for(timeout=20_000)
    assert word in page.locator(".md-search-result__list").inner_text()
    page.close()


def test_the_ministry_is_named_and_its_crest_is_shown(filed: Crawl, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{filed.root}portal/index.html")
    assert page.locator("h1").inner_text().startswith("Ministry of *Tests*: digital safety")
    assert page.title() == "Ministry of *Tests*"
    crest = page.locator("header .md-logo img")
    crest.wait_for()
    shape = crest.evaluate("one => one.complete && one.naturalWidth / one.naturalHeight")
    assert shape == pytest.approx(4 / 3)
    page.close()
