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

LOOK = """() => {
  // Short enough to hand over; two looks that differ give the same in one of 2 ** 53 cases.
  const short = words => {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (let at = 0; at < words.length; at += 1) {
      const sign = words.charCodeAt(at);
      one = Math.imul(one ^ sign, 2654435761);
      two = Math.imul(two ^ sign, 1597334677);
    }
    one = Math.imul(one ^ one >>> 16, 2246822507) ^ Math.imul(two ^ two >>> 13, 3266489909);
    two = Math.imul(two ^ two >>> 16, 2246822507) ^ Math.imul(one ^ one >>> 13, 3266489909);
    return 4294967296 * (2097151 & two) + (one >>> 0);
  };
  const names = [...getComputedStyle(document.body)];
  const look = (one, part) => {
    const style = getComputedStyle(one, part);
    // A part without content is not drawn.
    if (part && style.content === 'none') return '';
    return names.map(name => style.getPropertyValue(name)).join();
  };
  return [...document.querySelectorAll('body, body *')].map(one =>
    `${one.tagName} ${short(['', '::before', '::after'].map(part => look(one, part)).join())}`);
}"""
DRAWN = """new Promise(then => {
  const frame = next => requestAnimationFrame(() => setTimeout(next));
  frame(() => frame(then));
})"""
"""After the list of parts has been told that she is at the top, wherever late scripts left her: an
observer is told in a task of its own, which on a busy machine comes behind the next frame."""
NUMBER = "getComputedStyle(document.body).length"
"""Of the properties that are compared."""


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
            assert len(looks[0]) > 30 and looks[0] == looks[1], path
        assert learner.page.evaluate(NUMBER) > 300
        learner.close()


MEDIA: tuple[tuple[Literal["screen", "print"], int], ...] = (
    ("screen", 360),
    ("screen", 1280),
    ("print", 800),
)


def looked(learner: Learner, path: str) -> list[str]:
    """Of every element, on a phone, on a wide screen, and on paper."""
    page = learner.open(path)
    near = page.locator(".q, .todo, .g").first
    if page.locator("script[data-more]").count() and near.count():
        near.evaluate("box => box.scrollIntoView()")
        page.locator("html.js").wait_for()
    found: list[str] = []
    for media, width in MEDIA:
        page.emulate_media(media=media)
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(DRAWN)
        found += page.evaluate(LOOK)
    return found
