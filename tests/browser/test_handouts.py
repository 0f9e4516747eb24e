"""The trainer's sheets in a browser: opened from a disk, printed on A4, and asking nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors
from playwright.sync_api import Browser

EVERY = Path("tests/courses/every")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    dist = tmp_path_factory.mktemp("dist")
    locales = ("en", "ar-XB")
    made = build(Request((EVERY,), "preview", date(2026, 11, 24), locales, ("facilitator",), dist))
    assert errors(made.problems) == []
    yield dist / "preview/trainers/every"


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
