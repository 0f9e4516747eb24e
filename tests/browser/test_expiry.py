"""Contacts that were checked long ago: the device's clock brings out a warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from kandil.model.blocks import Section
from kandil.paths import themes
from kandil.problems import Place
from kandil.render.pages import render
from kandil.territory.read import read_file
from playwright.sync_api import Browser, Page
from standin import course, edition, module
from territory.sample import contact, territory


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A lesson with a contact that is good until 22 February 2027."""
    found, _ = read_file(territory(tmp_path, contact(0)))
    lesson = module("tin-1", Section("help", "help", (), Place("modules/tin-1.md")))
    of = replace(edition(course(lesson)), territory=found)
    pages = render(of)
    for one in pages.pages():
        (tmp_path / one.path).write_text(one.html, "utf-8")
    for name, content in pages.assets():
        (tmp_path / name).write_bytes(content)
    view = browser.new_page(bypass_csp=True)
    view.clock.install()
    view.goto((tmp_path / "tin-1.html").as_uri())
    yield view
    view.close()


def shown(page: Page, day: datetime) -> bool:
    page.clock.set_fixed_time(day)
    script = (themes() / "base/player/expiry.js").read_text("utf-8")
    page.evaluate("() => { const all = q => [...document.querySelectorAll(q)];" + script + "}")
    return page.get_by_text("have not been checked for a long time").is_visible()


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (datetime(2026, 11, 24), False),
        (datetime(2027, 2, 22, 23, 59), False),
        (datetime(2027, 2, 23, 0, 1), True),
        (datetime(2031, 1, 1), True),
        (datetime(1970, 1, 1), False),
    ],
)
def test_the_day_after_the_last_one_warns(page: Page, day: datetime, warned: bool) -> None:
    assert shown(page, day) == warned
    assert page.get_by_text("Do not rely on these contacts after February 22, 2027.").is_visible()
    assert page.get_by_text("0 322 000 001").is_visible()
