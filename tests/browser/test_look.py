"""Every page of the real course in every locale: for axe, on small screens, with large text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest
from browser.learner import Learner, served
from kandil.build.pipeline import build
from kandil.build.request import Request
from playwright.sync_api import Browser, Page

COURSE = Path("courses/safe-internet-use")
LOCALES = ("en", "uk", "ka", "tr", "ar-XB")
LESSONS = ("siu-1", "siu-2", "siu-10", "siu-3", "siu-4")
PAGES = ("index", *LESSONS, "about", "recipe")
WIDTHS = (320, 360)
WIDTH = "document.documentElement.scrollWidth"
IN_VIEW = """new Promise(tell => {
  scrollTo(0, 400);
  requestAnimationFrame(() => {
    const boxes = [...document.querySelectorAll('.bar > *')].map(e => e.getBoundingClientRect());
    tell(boxes.filter(box => box.height && box.top >= 0).map(box => box.bottom));
  });
})"""
"""The lower edges of what the bar still shows, once the page has been drawn further down."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The course as a site in all its locales."""
    dist = tmp_path_factory.mktemp("dist")
    request = Request((COURSE,), "preview", date(2026, 11, 24), LOCALES, ("site", "scorm12"), dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    for package in (dist / "preview/scorm12/siu").glob("*.zip"):
        with ZipFile(package) as archive:
            archive.extractall(dist / "preview/site/siu/scorm" / package.stem)
    with served(dist / "preview/site/siu") as start:
        yield start


def enlarge(page: Page, size: int) -> None:
    """Text size as a browser's settings change it; media queries in `em` follow."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


def show_every_button(page: Page) -> None:
    """As after three wrong answers where no number of attempts is set; one leads on."""
    page.evaluate("document.querySelectorAll('.go button').forEach(e => { e.hidden = false; })")
    assert page.locator(".go").first.locator("button:visible").count() == 3


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, name: str, locale: str) -> None:
    learner = Learner(browser, address, color_scheme="light")
    learner.open(f"{locale}/{name}.html")
    check_schemes(learner, ("light", "dark") if locale == "en" else ("light",))
    learner.close()


def check_schemes(learner: Learner, schemes: tuple[Literal["light", "dark"], ...]) -> None:
    """The page that is open, for axe, in each of these colours."""
    for scheme in schemes:
        learner.page.emulate_media(color_scheme=scheme)
        assert learner.axe() == [], scheme


@pytest.mark.parametrize(
    "path",
    ["index.html", *(f"scorm/siu-{locale}-preview-scorm12/start.html" for locale in LOCALES)],
)
def test_axe_finds_nothing_around_the_lessons(browser: Browser, address: str, path: str) -> None:
    """The list of languages, and the shell that frames the lessons."""
    learner = Learner(browser, address, color_scheme="light")
    learner.open(path)
    check_schemes(learner, ("light", "dark"))
    learner.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_large_text_fits_and_leaves_room(browser: Browser, address: str, locale: str) -> None:
    learner = Learner(browser, address, viewport={"width": WIDTHS[0], "height": 640})
    enlarge(learner.page, 32)
    for name in PAGES:
        page = learner.open(f"{locale}/{name}.html")
        if name in LESSONS:
            show_every_button(page)
        for width in at_each_width(page):
            assert page.evaluate(WIDTH) == width, name
            if name == "recipe":
                continue
            shown = page.evaluate(IN_VIEW)
            assert len(shown) == 1 and shown[0] <= 64, (name, width)
            # No line of the text is half behind it.
            strip = page.locator(".exit").bounding_box()
            assert strip and (strip["x"], strip["y"], strip["width"]) == (0, 0, width), name
    learner.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_bar_is_one_row(browser: Browser, address: str, locale: str) -> None:
    learner = Learner(browser, address, viewport={"width": WIDTHS[0], "height": 640})
    for name in ("siu-3", "index"):
        page = learner.open(f"{locale}/{name}.html")
        for width in at_each_width(page):
            bar, exit_ = page.locator(".bar").bounding_box(), page.locator(".exit").bounding_box()
            assert bar and exit_ and bar["height"] <= 56 and exit_["y"] < 8, (name, width)
            assert page.evaluate(WIDTH) == width, name
            if name == "index":
                check_rows(page, width)
    learner.close()


def at_each_width(page: Page) -> Iterator[int]:
    """The page on each small screen, from its top."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("scrollTo(0, 0)")
        yield width


def check_rows(page: Page, width: int) -> None:
    """Each can be met by a thumb."""
    rows = page.locator(".lessons a, .over > p > a, footer a")
    heights = [box["height"] for box in (row.bounding_box() for row in rows.all()) if box]
    assert heights and min(heights) >= 44, width


def test_without_a_script_and_on_a_wide_screen(browser: Browser, address: str) -> None:
    """Controls are large, and drawings stand beside the text."""
    learner = Learner(
        browser, address, java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    for locale in ("en", "ar-XB"):
        page = learner.open(f"{locale}/siu-3.html")
        tick = page.locator(".todo input").first.bounding_box()
        assert tick and tick["width"] >= 20 and tick["height"] >= 20
        drawing, beside = (page.locator(one).first.bounding_box() for one in (".pic", ".why p"))
        assert drawing and beside
        if locale == "en":
            assert drawing["x"] >= beside["x"] + beside["width"]
        else:
            assert drawing["x"] + drawing["width"] <= beside["x"]
        assert page.evaluate(WIDTH) == 1280
    learner.close()
