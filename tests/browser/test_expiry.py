"""Contacts that were checked long ago: the device's clock brings out a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from kandil.localize.words.finish import finish
from kandil.model.blocks import Section
from kandil.problems import Place
from kandil.render.site.pages import render
from kandil.territory.read import read_file
from playwright.sync_api import Browser
from standin import course, edition, module
from territory.sample import contact, territory


@pytest.fixture
def lesson(tmp_path: Path) -> str:
    """The address of a page with a contact that is good until 22 February 2027."""
    found, _ = read_file(territory(tmp_path, contact(0)))
    of = course(module("tin-1", Section("help", "help", (), Place("modules/tin-1.md"))))
    pages = render(finish(replace(edition(of), course=of, territory=found)))
    for page in pages.pages():
        (tmp_path / page.path).write_text(page.html, "utf-8")
    for name, content in pages.assets():
        (tmp_path / name).write_bytes(content)
    return (tmp_path / "tin-1.html").as_uri()


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
def test_the_day_after_the_last_one_warns(
    browser: Browser, lesson: str, day: datetime, warned: bool
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(day)
    page.goto(lesson)
    warning = page.get_by_text("have not been checked for a long time")
    assert warning.is_visible() == warned
    assert page.get_by_text("Do not rely on these contacts after February 22, 2027.").is_visible()
    assert page.get_by_text("0 322 000 001").is_visible()
    page.close()


def test_without_a_script_the_dates_stand_there(browser: Browser, lesson: str) -> None:
    view = browser.new_page(java_script_enabled=False)
    view.goto(lesson)
    assert view.get_by_text("Do not rely on these contacts after February 22, 2027.").is_visible()
    assert view.get_by_text("If that is more than 6 months ago, ask a trainer.").is_visible()
    assert not view.get_by_text("have not been checked for a long time").is_visible()
    view.close()
