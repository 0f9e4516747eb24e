"""A page looks the same with the rules that it holds as with the whole style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from browser.learner import Learner, served, write
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site import page as room
from kandil.render.site import pages
from playwright.sync_api import Browser
from standin import edition

LOOK = """() => [...document.querySelectorAll('body, body *')].map(one =>
  one.tagName + ['', '::before', '::after'].map(part => {
    const style = getComputedStyle(one, part);
    return [...style].map(name => style.getPropertyValue(name)).join();
  }).join())"""


@pytest.mark.parametrize(("name", "locale"), [("every", "en"), ("tiny", "ar-XB"), ("quiet", "en")])
def test_the_look_is_that_of_the_whole_sheet(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, locale: str
) -> None:
    course, problems = read_course(Path(f"tests/courses/{name}"), find_questions())
    assert course, problems
    made = edition(course, locale, "ka", "uk")
    for folder in ("critical", "whole"):
        (tmp_path / folder).mkdir()
        write(pages.render(made), tmp_path / folder)
        monkeypatch.setattr(room, "critical_css", lambda sheet, used: sheet)
    with served(tmp_path) as address:
        learner = Learner(browser, address)
        # Shuffled alike at each visit.
        learner.page.add_init_script("Math.random = () => .4")
        for path in sorted(path.name for path in (tmp_path / "whole").glob("*.html")):
            looks = [looked(learner, f"{folder}/{path}#in") for folder in ("critical", "whole")]
            assert len(looks[0][0]) > 1000 and looks[0] == looks[1], path
        learner.close()


MEDIA: tuple[tuple[Literal["screen", "print"], int], ...] = (
    ("screen", 360),
    ("screen", 1280),
    ("print", 800),
)


def looked(learner: Learner, path: str) -> list[str]:
    """Of every element, on a phone, on a wide screen, and on paper."""
    page = learner.open(path)
    if page.locator("script[data-more]").count() and page.locator(".q").count():
        page.locator("html.js").wait_for()
    found: list[str] = []
    for media, width in MEDIA:
        page.emulate_media(media=media)
        page.set_viewport_size({"width": width, "height": 640})
        found += page.evaluate(LOOK)
    return found
