"""The trainer's sheets in a browser: opened from a disk, printed on A4, and asking nobody."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from crawl import Crawl
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors
from kandil.render.handouts.margin import margin
from playwright.sync_api import Browser
from standin import course, edition, module, text

EVERY = Path("tests/courses/every")
TITLE = "Every way to ask and to practise"
"""Of the course and of its lesson."""


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    dist = tmp_path_factory.mktemp("dist")
    locales = ("en", "ar-XB")
    made = build(Request((EVERY,), "preview", date(2026, 11, 24), locales, ("facilitator",), dist))
    assert errors(made.problems) == []
    yield dist / "preview/trainers/every"


def on_paper(path: Path, browser: Browser, work: Path) -> list[str]:
    """The words of each page, as a browser prints it."""
    page = browser.new_page()
    page.goto(path.as_uri())
    page.pdf(path=work / "sheet.pdf", prefer_css_page_size=True)
    page.close()
    command = ["pdftotext", "-layout", work / "sheet.pdf", "-"]
    return subprocess.run(command, capture_output=True, text=True).stdout.split("\f")[:-1]


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_each_sheet_opens_from_a_disk_and_asks_nobody(
    locale: str, sheets: Path, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    folder = sheets / locale
    for path in sorted(folder.glob("*.html")):
        page.goto(path.as_uri())
        wide = page.locator("main").bounding_box()
        assert wide and wide["width"] > 200
    page.close()
    assert asked
    assert [one for one in asked if not one.startswith((folder.as_uri(), "data:,"))] == []


@pytest.mark.parametrize("name", ["every-1", "go"])
def test_each_sheet_of_paper_says_whose_it_is_and_which(
    name: str, sheets: Path, browser: Browser, tmp_path: Path
) -> None:
    printed = on_paper(sheets / f"en/{name}.html", browser, tmp_path)
    feet = [one.rstrip().rpartition("\n")[2].strip() for one in printed]
    assert feet == [f"{TITLE} · {number} / {len(feet)}" for number in range(1, len(feet) + 1)]


def test_a_link_on_paper_says_which_sheet_it_means_or_is_plain(
    sheets: Path, browser: Browser, tmp_path: Path
) -> None:
    path = sheets / "en/every-1.html"
    words = "".join(on_paper(path, browser, tmp_path))
    assert "The questions on paper (every-1-quiz.html)" in words
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(path.as_uri())
    inner = page.locator("a:not([rel])")
    assert inner.count() > 1
    for link in inner.all():
        line = link.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert line == "none"
    page.close()


def test_a_name_in_the_margin_is_no_style(browser: Browser) -> None:
    title = 'A "first" \\ lesson; </style> & more'
    lesson = replace(module("tin-1"), title=text(title))
    page = browser.new_page()
    page.set_content(f"<style>{margin(edition(course(lesson)), lesson)}</style>")
    [box] = page.evaluate("[...document.styleSheets[0].cssRules[0].cssRules].map(x => x.cssText)")
    assert json.loads(box.partition("content: ")[2].partition(" counter(")[0]) == f"{title} · "
    page.close()


def test_the_margin_of_a_sensitive_course_tells_nothing() -> None:
    lesson = replace(module("tin-1", sensitivity="depicts"), discreet_title=text("Lesson 1"))
    of = edition(replace(course(lesson), discreet_title=text("Reading")))
    assert 'content:"Lesson 1 · "' in margin(of, lesson)
    assert 'content:"Reading · "' in margin(of, None)
    assert 'content:"Reading · "' in margin(of, replace(lesson, discreet_title=None))


def test_axe_finds_nothing_in_any_sheet(sheets: Path, browser: Browser) -> None:
    crawl = Crawl(browser, f"{(sheets / 'en').as_uri()}/")
    names = sorted(path.name for path in (sheets / "en").glob("*.html"))
    assert {"every-1-cards.html", "go.html"} <= {*names}
    assert crawl.axe(*names) == []


def test_cards_stand_in_two_columns_and_a_plan_is_not_cut(sheets: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    [cards, *_] = sorted((sheets / "en").glob("*-cards.html"))
    page.goto(cards.as_uri())
    boxes = [one.bounding_box() for one in page.locator(".cut").all()[:2]]
    assert boxes[0] and boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] < boxes[1]["x"]
    style = "one => { const s = getComputedStyle(one); return [s.borderTopStyle, s.breakInside] }"
    assert page.locator(".cut").first.evaluate(style) == ["dashed", "avoid"]
    assert page.pdf(prefer_css_page_size=True).count(b"/MediaBox [0 0 594.95") >= 1
    page.close()
