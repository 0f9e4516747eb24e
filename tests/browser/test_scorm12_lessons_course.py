"""Real lessons, each a SCO of its own, as `kandil build` makes them where a course asks for it."""

from __future__ import annotations

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
    assert page.locator("[rel=next]").count() > 0
    expect(page.locator("[rel=next]")).to_be_hidden()
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
    assert sitting.inner.locator("a[href='results.html']").count() == 0


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
