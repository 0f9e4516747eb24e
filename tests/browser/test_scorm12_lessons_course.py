"""Real lessons, each a SCO of its own, as `kandil build` makes them where a course asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from browser.lms import Lessons, served
from browser.sitting import Sitting
from browser.test_scorm12_course import answer
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors
from playwright.sync_api import Browser, expect

TINY = Path("tests/courses/tiny")
QUIET = Path("tests/courses/quiet")
STATUS = "cmi.core.lesson_status"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course, whose course.yml asks for it."""
    folder = copytree(TINY, tmp_path_factory.mktemp("of") / "tiny")
    settings = folder / "course.yml"
    settings.write_text(settings.read_text() + "\nformats: {scorm12: {scos: module}}\n")
    return folder


@pytest.fixture(scope="module")
def lms(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lessons]:
    dist = tmp_path_factory.mktemp("dist")
    request = Request((course,), "preview", date(2026, 11, 24), ("en",), ("scorm12",), dist)
    assert errors(build(request).problems) == []
    [package] = dist.rglob("*.zip")
    with served(package, Lessons) as lms:
        yield lms


@pytest.fixture
def launch(browser: Browser, lms: Lessons) -> Iterator[Callable[[str], Sitting]]:
    sittings: list[Sitting] = []

    def begin(lesson: str) -> Sitting:
        sittings.append(Sitting(browser, lms, None, f"start-{lesson}.html"))
        sitting = sittings[-1]
        sitting.inner.wait_for_url(f"**/{lesson}.html")
        sitting.pause()
        return sitting

    yield begin
    for sitting in sittings:
        sitting.close()


def test_no_button_leads_past_the_list_of_the_lms(launch: Callable[[str], Sitting]) -> None:
    sitting = launch("tiny-1")
    page = sitting.inner
    # It stands in the last part, which is not open yet.
    expect(page.locator("[rel=next]")).to_have_attribute("hidden", "")
    assert page.locator("a[href^='index.html']:visible").count() == 0
    # This one has no quiz.
    assert sitting.lms.stored[STATUS] == "completed"


def test_her_result_stands_in_the_lesson_and_no_page_of_all_results_is_offered(
    launch: Callable[[str], Sitting],
) -> None:
    sitting = launch("tiny-2")
    answer(sitting)
    sitting.until(lambda: sitting.lms.stored[STATUS] == "passed")
    assert sitting.lms.stored["cmi.core.score.raw"] == "100"
    assert sitting.inner.locator(".big").first.is_visible()
    assert not sitting.inner.locator("a[href='results.html']").is_visible()


def test_from_the_pages_around_it_she_comes_back_to_the_lesson(
    launch: Callable[[str], Sitting],
) -> None:
    sitting = launch("tiny-1")
    sitting.inner.locator("footer a[href^='about.html']").first.click()
    sitting.inner.wait_for_url("**/about.html*")
    sitting.pause()
    back = sitting.inner.locator("footer a")
    assert back.inner_text() == sitting.host.frames[1].title() != "All lessons"
    back.click()
    sitting.inner.wait_for_url("**/tiny-1.html*")


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lessons]:
    """The sensitive course, asked for on the command line."""
    dist, asked = tmp_path_factory.mktemp("hidden"), (("scos", "module"),)
    day = date(2026, 11, 24)
    request = Request((QUIET,), "preview", day, ("en",), ("scorm12",), dist, settings=asked)
    assert errors(build(request).problems) == []
    [package] = dist.rglob("*.zip")
    with served(package, Lessons) as lms:
        yield lms


def test_a_sensitive_course_tells_nothing_and_has_its_gate_and_its_exit(
    browser: Browser, hidden: Lessons
) -> None:
    assert b"threats" not in hidden.files["imsmanifest.xml"] + hidden.files["start-quiet-2.html"]
    sitting = Sitting(browser, hidden, None, "start-quiet-2.html")
    sitting.inner.wait_for_url("**/quiet-2.html")
    gate = sitting.inner.locator(".gate")
    sitting.pause()
    expect(gate.locator(".move a").nth(1)).to_have_text("Show me a neutral page")
    for way in gate.locator(".move a").all():
        expect(way).to_be_visible()
    gate.get_by_text("Continue").click()
    expect(sitting.inner.locator("#main h1")).to_be_visible()
    expect(sitting.inner.locator("[rel=prev]")).to_have_attribute("hidden", "")
    assert sitting.written() == {}
    sitting.inner.locator(".exit").click()
    sitting.host.wait_for_url("**/recipe.html")
    assert len(sitting.host.frames) == 1
    sitting.close()


def test_the_neutral_page_stays_among_the_ways_out_of_a_page_around(
    browser: Browser, hidden: Lessons
) -> None:
    sitting = Sitting(browser, hidden, None, "start-quiet-1.html")
    sitting.inner.wait_for_url("**/quiet-1.html")
    sitting.inner.goto(f"{hidden.address}package/about.html#in")
    sitting.pause()
    expect(sitting.inner.locator("#main > .move a")).to_be_visible()
    back = sitting.inner.locator("footer a[href^='quiet-1.html']")
    expect(back).to_have_attribute("href", re.compile("^quiet-1.html#"))
    sitting.close()
