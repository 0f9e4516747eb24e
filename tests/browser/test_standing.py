"""The list of lessons and the bar tell what is done, begun and open, from what is known alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser.keeping import hosted, visitor
from browser.learner import Learner
from playwright.sync_api import Browser, expect
from standin import choice, course, module, quiz

CHECK = quiz(choice("one", "b"))
SECOND = quiz(choice("two", "b"), name="second")
FEW = course(
    module("tin-1", CHECK), module("tin-2", CHECK, SECOND), module("tin-3"), module("tin-4")
)
MANY = course(*(module(f"tin-{number}", CHECK) for number in range(1, 201)))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosted(tmp_path_factory.mktemp("few"), FEW) as address:
        yield address


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosted(tmp_path_factory.mktemp("many"), MANY) as address:
        yield address


def keep(learner: Learner, at: str, **points: Any) -> None:
    """The record of a learner who opened these lessons."""
    lessons = {
        name.replace("_", "-"): {"points": given, "aims": {}, "answers": {}, "ticks": {}}
        for name, given in points.items()
    }
    record = json.dumps({"v": 2, "at": at, "lessons": lessons})
    learner.page.goto(f"{learner.start}/about.html")
    learner.page.evaluate("words => localStorage.setItem('k.tin', words)", record)


def told(learner: Learner) -> list[str]:
    """What the list says of each lesson."""
    marks = learner.page.locator(".lessons > li > small")
    marks.locator("b").first.wait_for(state="attached")
    return [words.rpartition(" · ")[2].strip() for words in marks.all_inner_texts()]


def test_done_begun_and_open_lessons_are_told_apart(browser: Browser, few: str) -> None:
    with visitor(browser, few) as learner:
        keep(learner, "tin-3", tin_2={"check": 1}, tin_3={}, tin_1={"check": 1})
        page = learner.page
        page.goto(f"{few}/index.html")
        first, second, third, fourth = told(learner)
        assert (first, second, third) == ("✓ Done", "Begun", "✓ Done")
        assert fourth == ""
        # The third is done: on with the next, not with the one where she stopped.
        way = page.locator("#go a")
        expect(way).to_have_text("Go on with lesson 4")


@pytest.mark.parametrize(("points", "enough"), [(0, False), ([3, 5], False), ([4, 5], True)])
def test_what_was_handed_in_with_too_few_points_is_to_be_read_again_everywhere(
    browser: Browser, few: str, points: object, enough: bool
) -> None:
    again = "Read this lesson again"
    with visitor(browser, few) as learner:
        keep(learner, "tin-3", tin_1={"check": points}, tin_2={"check": 1, "second": 1}, tin_3={})
        page = learner.page
        page.goto(f"{few}/index.html")
        assert told(learner)[:3] == ["✓ Done" if enough else again, "✓ Done", "✓ Done"]
        page.goto(f"{few}/results.html")
        rows = page.locator(".lessons > li")
        expect(rows.nth(0).get_by_text(again)).to_be_visible(visible=not enough)
        expect(rows.nth(1).get_by_text(again)).to_be_hidden()
        keep(learner, "tin-1", tin_1={"check": points}, tin_2={"check": 1, "second": 1}, tin_3={})
        for name in ("index", "results"):
            page.goto(f"{few}/{name}.html")
            way = page.locator("#go a, #on")
            expect(way).to_have_text(f"Go on with lesson {4 if enough else 1}")
        page.goto(f"{few}/index.html")
        label = "Lesson 4 of 4" if enough else f"Lesson 1 of 4 · {again}"
        expect(page.locator("#go .n").first).to_have_text(label)


def test_the_mark_of_a_quiz_goes_before_that_of_the_course(
    browser: Browser, tmp_path: Path
) -> None:
    lenient = replace(CHECK, pass_mark=40)
    strict = replace(CHECK, pass_mark=None)
    of = course(module("tin-1", lenient), module("tin-2", strict), pass_mark=90)
    with hosted(tmp_path, of) as start, visitor(browser, start) as learner:
        keep(learner, "tin-2", tin_1={"check": [2, 5]}, tin_2={"check": [4, 5]})
        learner.page.goto(f"{start}/index.html")
        assert told(learner) == ["✓ Done", "Read this lesson again"]


@pytest.mark.parametrize(
    ("at", "points", "lesson"),
    [
        ("tin-3", {"tin_2": {"check": 1}, "tin_3": {}, "tin_1": {"check": 1}}, 4),
        ("tin-2", {"tin_2": {"check": 1}, "tin_3": {}}, 2),
        ("tin-4", {"tin_1": {"check": 1}, "tin_3": {}, "tin_4": {}}, 2),
    ],
)
def test_the_results_lead_where_the_list_of_lessons_leads(
    browser: Browser, few: str, at: str, points: dict[str, Any], lesson: int
) -> None:
    with visitor(browser, few) as learner:
        keep(learner, at, **points)
        page = learner.page
        for name in ("index", "results"):
            page.goto(f"{few}/{name}.html")
            way = page.locator("#go a, #on")
            expect(way).to_have_text(f"Go on with lesson {lesson}")
            expect(way).to_have_attribute("href", f"tin-{lesson}.html")


def test_nothing_is_told_where_nothing_is_known(browser: Browser, few: str) -> None:
    with visitor(browser, few) as learner:
        page = learner.open("tin-2.html")
        page.goto(f"{few}/index.html")
        expect(page.locator("#go a")).to_have_text("Start lesson 1")
        expect(page.locator("#go a")).to_have_attribute("href", "tin-1.html")
        expect(page.locator(".lessons b")).to_have_count(0)


def test_who_has_done_every_lesson_is_sent_to_her_results(browser: Browser, few: str) -> None:
    with visitor(browser, few) as learner:
        both = {"check": 1, "second": 1}
        keep(learner, "tin-4", tin_1={"check": 1}, tin_2=both, tin_3={}, tin_4={})
        learner.page.goto(f"{few}/index.html")
        assert told(learner) == ["✓ Done"] * 4
        way = learner.page.locator("#go a")
        expect(way).to_have_text("Your results")
        expect(way).to_have_attribute("href", "results.html")
        expect(learner.page.locator("#go h2")).to_be_hidden()
        assert learner.axe() == []


def test_the_whole_card_of_a_lesson_can_be_pressed(browser: Browser, few: str) -> None:
    with visitor(browser, few) as learner:
        page = learner.page
        page.goto(f"{few}/index.html")
        card = page.locator(".lessons > li").nth(1)
        card.scroll_into_view_if_needed()
        box = card.bounding_box()
        assert box and box["height"] >= 44
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
        expect(page).to_have_url(f"{few}/tin-2.html")


@pytest.mark.parametrize("path", ["index.html", "lessons-2.html"])
def test_a_list_of_several_pages_leads_to_every_lesson(
    browser: Browser, many: str, path: str
) -> None:
    with visitor(browser, many) as learner:
        keep(learner, "tin-200", tin_200={}, tin_3={"check": 1})
        learner.page.goto(f"{many}/{path}")
        way = learner.page.get_by_role("link", name="Go on with lesson 200")
        expect(way).to_have_attribute("href", "tin-200.html")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_number_of_three_digits_stands_on_one_line(
    browser: Browser, many: str, width: int
) -> None:
    lines = """all => all.filter(one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return one.offsetParent && new Set([...range.getClientRects()].map(r => r.top)).size > 1;
    }).length"""
    with visitor(browser, many) as learner:
        learner.page.set_viewport_size({"width": width, "height": 640 if width == 360 else 800})
        for path in ("lessons-2.html", "tin-200.html", "results.html"):
            learner.page.goto(f"{many}/{path}")
            assert learner.page.locator("i").evaluate_all(lines) == 0
