"""On a poor connection the scripts of a page come in any order, or at the second try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from browser.learner import Learner, served, write
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Route, expect
from standin import edition

FILES = ("quiz", "drag", "likert", "matching", "sequencing")


@contextmanager
def opened(browser: Browser, folder: Path) -> Iterator[Learner]:
    """The lesson of the practice course, each part of its player in a file of its own."""
    course, problems = read_course(Path("tests/courses/practice"), find_questions())
    assert course, problems
    pages = render(edition(course))
    alone = tuple((part,) for parts in pages.player.files for part in parts)
    pages.player = replace(pages.player, files=alone)
    write(pages, folder)
    with served(folder) as start:
        learner = Learner(browser, start)
        learner.scripts = False
        yield learner
        learner.close()


def works(learner: Learner) -> None:
    """Each question can be answered."""
    page = learner.page
    page.locator("html.js").wait_for()
    question = learner.question("where")
    question.get_by_role("button", name="Your PIN").click()
    question.get_by_role("button", name="Keep secret").click()
    expect(question.get_by_role("button", name="Check")).to_be_visible()
    border = "part => getComputedStyle(part).borderStyle"
    assert question.locator("li").first.evaluate(border) == "solid"


def test_the_last_may_come_first(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as learner:
        held: dict[str, Route] = {}
        learner.page.route("**/*.js", lambda route: held.update({route.request.url: route}))
        first = f"{learner.start}/page.js"
        page = learner.page
        page.goto(f"{learner.start}/practice-1.html", wait_until="commit")
        for name in ("page", *reversed(FILES)):
            address = f"{learner.start}/{name}.js"
            while address not in held:
                page.wait_for_timeout(20)
            assert address == first or not page.locator("html.js").count()
            held[address].continue_()
            page.wait_for_timeout(50)
        works(learner)
        assert learner.errors == []


@pytest.mark.parametrize("name", FILES)
def test_what_did_not_come_comes_when_there_is_a_connection(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path) as learner:
        page = learner.page
        page.route(f"**/{name}.js", lambda route: route.abort(), times=1)
        learner.open("practice-1.html")
        learner.until("document.scripts.length > 5")
        page.wait_for_timeout(100)
        assert not page.locator("html.js").count()
        expect(learner.question("where").locator(".k")).to_be_visible()
        page.evaluate("dispatchEvent(new Event('online'))")
        works(learner)
        assert [error for error in learner.errors if "ERR_FAILED" not in error] == []


def test_a_file_that_was_cut_off_leaves_the_page_as_it_was(
    browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path) as learner:
        page = learner.page
        page.route("**/quiz.js", lambda route: route.fulfill(body="Object.assign(kandil.wo"))
        learner.open("practice-1.html")
        learner.until("document.scripts.length > 5")
        page.wait_for_timeout(200)
        assert not page.locator("html.js").count()
        expect(learner.question("where").locator(".k")).to_be_visible()
