"""Drawings that a browser opens by themselves: whatever came in, nothing is asked of anybody."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kandil.read.course.drawing import DrawingError, read_drawing
from playwright.sync_api import Browser, Error
from read.hostile import DRAWINGS


def asked(browser: Browser, folder: Path, drawings: dict[str, bytes]) -> set[str]:
    """Names of those that ask `spy.invalid` for something once they are opened."""
    context, found, opened = browser.new_context(), set(), [""]
    context.route("http://spy.invalid/**", lambda route: route.abort())
    page = context.new_page()
    page.on("request", lambda one: found.add(opened[0]) if "spy" in one.url else None)
    for number, (name, content) in enumerate(drawings.items()):
        opened[0], path = name, folder / f"{number}.svg"
        path.write_bytes(content)
        with suppress(Error):  # one leads elsewhere at once, and the next comes in its way
            page.goto(path.as_uri())
        page.wait_for_timeout(50)
    context.close()
    return found


def test_nothing_is_asked_of_anybody(browser: Browser, tmp_path: Path) -> None:
    bombs = {"laughter", "a snake that bites itself"}
    raw = {name: content for name, content in DRAWINGS.items() if name not in bombs}
    assert len(asked(browser, tmp_path, raw)) >= 15
    cleaned = {}
    for name, content in DRAWINGS.items():
        try:
            cleaned[name] = read_drawing(content).content
        except (DrawingError, ValueError):
            continue
    assert asked(browser, tmp_path, cleaned) == set()
