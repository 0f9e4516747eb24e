"""The words in drawings, as Chromium lays them out in each locale (`rulings.md` 45)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from browser import learner
from kandil.build.pipeline import build
from kandil.build.request import Request
from playwright.sync_api import Browser, Page

REAL = Path("courses/safe-internet-use")
LOCALES = ("en", "ka", "tr", "uk")
AMISS = """() => [...document.querySelectorAll('.pic svg')].flatMap(svg => {
  const frame = svg.getBoundingClientRect(), found = []
  const all = [...svg.querySelectorAll('text')].map(
    one => [one.textContent, one.getBoundingClientRect()])
  all.forEach(([words, a], place) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 ||
        a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
      found.push(words + ' leaves its drawing')
    for (const [other, b] of all.slice(place + 1))
      if (a.left < b.right - 1 && b.left < a.right - 1 &&
          a.top < b.bottom - 4 && b.top < a.bottom - 4)
        found.push(words + ' lies on ' + other)
  })
  return found
})"""
"""A line of letters is higher than what is seen of it: four dots of two may share."""

SMALL = """() => [...document.querySelectorAll('.pic text')].filter(
  one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a < 13
).map(one => one.textContent)"""
"""Labels with letters of less than 13 pixels."""


def amiss(page: Page) -> list[str]:
    """What is wrong with the labels of the page's drawings."""
    found: list[str] = page.evaluate(AMISS)
    return found


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    dist = tmp_path_factory.mktemp("dist")
    request = Request((REAL,), "preview", date(2026, 11, 24), LOCALES, ("site",), dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    with learner.served(dist / "preview/site/siu") as start:
        yield start


@pytest.mark.parametrize("locale", LOCALES)
def test_each_label_of_the_real_course_has_room(browser: Browser, real: str, locale: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for file in sorted(REAL.glob("modules/*.md")):
            answer = page.goto(f"{real}/{locale}/{file.stem}.html")
            if not (answer and answer.ok):
                continue  # a preview leaves a lesson out that is not translated
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 640})
                assert amiss(page) == [], f"{locale}, {file.stem}, {width}"
                assert page.evaluate(SMALL) == [], f"{locale}, {file.stem}, {width}"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_turned_drawing_keeps_its_words_in_place(
    browser: Browser, address: str, width: int
) -> None:
    """From right to left the way begins at the right, and its words can be read."""
    sides = {}
    for locale in ("en", "ar-XB"):
        with browser.new_context(viewport={"width": width, "height": 640}) as context:
            page = context.new_page()
            page.goto(f"{address}/{locale}/tiny-1.html")
            assert amiss(page) == []
            texts = page.locator(".pic text")
            boxes = [texts.nth(i).bounding_box() for i in range(texts.count())]
            frame = page.locator(".pic svg").bounding_box()
            assert frame
            assert all(boxes)
            end = frame["x"] + frame["width"]
            turned = page.locator(".pic svg, .pic text").evaluate_all(
                "all => all.map(one => getComputedStyle(one).transform)"
            )
            assert {*turned} == {"none" if locale == "en" else "matrix(-1, 0, 0, 1, 0, 0)"}
            sides[locale] = [
                (round(box["x"] - frame["x"]), round(end - box["x"] - box["width"]))
                for box in boxes
                if box
            ]
    (home, *_), (*_, lake, _) = sides["en"], sides["en"]
    (there, *_), (*_, far, _) = sides["ar-XB"], sides["ar-XB"]
    assert there[1] == pytest.approx(home[0], abs=2)
    assert far[0] == pytest.approx(lake[1], abs=2)


def test_labels_that_have_no_room_are_told(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(f"{address}/en/tiny-1.html")
        page.locator(".pic text").first.evaluate(
            "one => { one.textContent += ' of all birds here' }"
        )
        assert amiss(page) == ["home of all birds here lies on mill"]
        page.locator(".pic text").nth(2).evaluate("one => one.setAttribute('y', 140)")
        assert "lake leaves its drawing" in amiss(page)
