"""`history: minimal`: the whole course is one entry of the tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browser.conftest import QUIET
from browser.learner import Learner, write
from browser.learner import served as folder_served
from kandil.model.course import Course
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import expect
from standin import edition

Hide = Callable[..., Learner]
NEUTRAL = "data:text/html,<title>Before</title>"


def quiet() -> Course:
    """Its links leave one entry."""
    course, problems = read_course(QUIET, find_questions())
    assert course, problems
    return replace(course, history="minimal")


@pytest.mark.parametrize("place", ["http", "file"])
def test_back_leaves_the_course(hide: Hide, tmp_path: Path, place: str) -> None:
    write(render(edition(quiet())), tmp_path)
    with folder_served(tmp_path) as address:
        learner = hide(address if place == "http" else tmp_path.as_uri())
        page = learner.page
        page.goto(NEUTRAL)
        page.goto(f"{learner.start}/index.html")
        page.locator(".gate .button").click()
        page.locator(".lessons a").first.click()
        expect(page.locator("#main h1")).to_have_text("A letter that threatens")
        page.locator("#main a", has_text="Skip to the short version").click()
        page.locator("#main .move .button").click()
        expect(page.locator("#main h1")).to_have_text("What to answer")
        assert page.evaluate("history.length") == 3
        page.go_back()
        expect(page).to_have_title("Before")
        learner.requests.clear()


def test_the_page_about_it_tells_the_cost() -> None:
    pages = {page.path: page.html for page in render(edition(quiet())).pages()}
    assert "one entry for all of these pages" in pages["about.html"]
    usual = replace(quiet(), history="usual")
    pages = {page.path: page.html for page in render(edition(usual)).pages()}
    assert "one entry for all of these pages" not in pages["about.html"]
