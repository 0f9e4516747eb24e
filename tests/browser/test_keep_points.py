"""A course with an exit keeps points alone: the files of a browser hold what was removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from browser.keeping import KEY, agree, drawn, finish, hosted, keeping, kept, put, record, visitor
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same course with a lesson that mentions violence: its pages have the exit."""
    of = keeping()
    first, *rest = of.modules
    of = replace(of, modules=(replace(first, sensitivity="mention"), *rest))
    with hosted(tmp_path_factory.mktemp("watched"), of) as address:
        yield address


def test_leaving_at_once_removes_what_was_kept(browser: Browser, watched: str) -> None:
    with visitor(browser, watched) as learner:
        agree(learner)
        assert record(learner)["at"] == "tin-1"
        learner.page.locator(".bar .exit").click()
        learner.page.wait_for_url("**/recipe.html")
        assert kept(learner) == {}
        learner.page.goto(f"{watched}/tin-1.html")
        learner.come_near()
        expect(learner.page.locator(".quiz > [role=status]")).to_be_hidden()
        assert kept(learner) == {}


ONLY_POINTS = {"points": {"check": [2, 2]}}


def test_in_a_course_with_an_exit_nothing_is_kept_but_points(
    browser: Browser, watched: str
) -> None:
    with visitor(browser, watched) as learner:
        agree(learner)
        page = learner.page
        page.get_by_label("Write").check()
        page.locator(".quiz > [role=status] button", has_text="Try again").click()
        for name in drawn(learner):
            learner.answer(name, "A")
        found = record(learner)
        assert set(found) == {"v", "at", "seed", "lessons"}
        assert found["lessons"] == {"tin-1": ONLY_POINTS}
        assert page.locator("[data-k]").count() == 0
        names = drawn(learner)
        page.reload()
        learner.come_near()
        assert drawn(learner) == names
        expect(page.locator(":checked")).to_have_count(0)
        expect(page.locator(".quiz > [role=status]")).to_be_hidden()
        page.goto(f"{watched}/results.html")
        expect(page.locator(".sum .lessons > li").first).to_contain_text("Points: 2 of 2")
        page.goto(f"{watched}/index.html")
        expect(page.locator(".go-on li").first).to_contain_text("Done")
        assert record(learner)["lessons"] == {"tin-1": ONLY_POINTS}


def test_there_the_offer_says_what_is_kept_and_what_removing_does(
    browser: Browser, watched: str
) -> None:
    with visitor(browser, watched) as learner:
        learner.open("tin-1.html")
        finish(learner)
        expect(learner.page.get_by_text("stay in this browser")).to_have_text(
            "Your points, the lessons that you opened and where you stopped stay in this browser, "
            "no answers: whoever uses it can see them. “Your results” and “Exit now” remove them, "
            "but a copy can stay for a while. If somebody may check this device, say no."
        )
        learner.page.evaluate("scrollTo(0, 0)")
        assert learner.axe() == []


FULL = {"points": {"check": [2, 2]}, "aims": {"check": {"LO1": [1, 1]}}}
FULL |= {"answers": {"abcd": "b"}, "ticks": {"efgh": "110"}}
OLDER = {"points": {"check": 2}, "aims": {"check": [[1, 1]]}, "answers": {"q": "b"}, "ticks": "110"}


@pytest.mark.parametrize("page", ["tin-1.html", "tin-2.html", "index.html", "results.html"])
@pytest.mark.parametrize(("version", "lesson"), [({"v": 2}, FULL), ({}, OLDER)])
def test_answers_of_before_leave_the_record_at_the_next_page_with_an_exit(
    browser: Browser, watched: str, page: str, version: dict[str, int], lesson: dict[str, Any]
) -> None:
    of = {**version, "at": "tin-1", "seed": 7, "passed": True, "lessons": {"tin-1": lesson}}
    with visitor(browser, watched) as learner:
        learner.page.goto(f"{watched}/about.html")
        put(learner, of)
        learner.page.goto(f"{watched}/{page}")
        learner.until(f"!localStorage['{KEY}'].includes('answers')")
        found = record(learner)
        assert found.pop("lessons")["tin-1"] == {"points": lesson["points"]}
        assert found == {"v": 3, "at": found["at"], "seed": 7, "passed": True}


def test_back_leads_to_a_page_that_was_emptied(browser: Browser, watched: str) -> None:
    with visitor(browser, watched) as learner:
        agree(learner)
        page = learner.page
        page.get_by_label("Write").check()
        page.goto(f"{watched}/tin-2.html")
        page.go_back()
        learner.come_near()
        expect(page.get_by_label("Write")).not_to_be_checked()
        expect(page.locator(".quiz > [role=status]")).to_be_hidden()
        page.get_by_label("Rest").check()
        finish(learner)
        expect(page.locator(".quiz > [role=status]")).to_contain_text("You have 2 of 2 points.")


def test_a_return_from_the_cache_of_the_browser(browser: Browser, watched: str) -> None:
    """As the browser does it: `pagehide` empties the page, `pageshow` says that it is the old."""
    away = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
    back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    with visitor(browser, watched) as learner:
        agree(learner)
        page = learner.page
        result = page.locator(".quiz > [role=status]")
        page.get_by_label("Write").check()
        for remove in ("", "localStorage.clear()"):
            page.evaluate(away)
            page.evaluate(remove)
            page.evaluate(back)
            expect(page.get_by_label("Write")).not_to_be_checked()
            expect(result).to_be_hidden()
        assert kept(learner) == {}
        finish(learner)
        expect(result).to_contain_text("You have 2 of 2 points.")
