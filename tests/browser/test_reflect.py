"""Words of her own: nobody else sees them, and nothing keeps them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import Learner
from playwright.sync_api import expect

Alone = Callable[..., Learner]
PAGE = "private-1.html"
SECRET = "I call my sister on Friday"


def test_her_words_are_told_to_nobody(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    field = page.get_by_role("textbox", name="With which sentence could you end a call?")
    field.press_sequentially(SECRET)
    field.blur()
    assert SECRET not in json.dumps(page.evaluate("heard"))
    assert learner.heard("answer") == []
    assert SECRET not in page.content()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert field.get_attribute("autocomplete") == "off"
    # A spelling service of the browser may live on the internet.
    assert field.get_attribute("spellcheck") == "false"


@pytest.mark.parametrize("folder", ["en", "open"])
def test_her_words_are_gone_when_she_comes_back(alone: Alone, folder: str) -> None:
    """With the exit control, and on a page that has none."""
    learner = alone()
    page = learner.open(f"{folder}/{PAGE}")
    expect(page.locator(".exit")).to_have_count(1 if folder == "en" else 0)
    page.locator("textarea").fill(SECRET)
    page.locator("#q_end-a-call summary").click()
    page.goto("data:text/html,<title>Elsewhere</title>")
    page.go_back()
    learner.come_near()
    expect(page.locator("textarea")).to_have_value("")
    expect(page.locator("#q_end-a-call details")).not_to_have_attribute("open", "")
    page.locator("textarea").fill(SECRET)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(page.locator("textarea")).to_have_value("")


def test_the_field_grows_with_her_words(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    field = page.locator("textarea")
    hidden = "field => field.scrollHeight - field.clientHeight"
    height = "field => field.offsetHeight"
    small = field.evaluate(height)
    field.fill("word " * 60)
    assert field.evaluate(height) > small and field.evaluate(hidden) == 0
    field.fill("word\n" * 100)
    assert field.evaluate(height) < 400 and field.evaluate(hidden) > 0
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert field.evaluate(height) == small


@pytest.mark.parametrize("scripts", [True, False])
def test_a_possible_answer_is_there_for_her_who_asks(alone: Alone, scripts: bool) -> None:
    learner = alone(java_script_enabled=scripts)
    card = learner.open(f"en/{PAGE}").locator("#q_end-a-call")
    answer = card.get_by_text("I will call the bank myself.")
    expect(answer).to_be_hidden()
    card.get_by_text("Show one possible answer").click()
    expect(answer).to_be_visible()
    expect(card.get_by_text("Nobody else sees this.")).to_be_visible()
    expect(card.locator("button")).to_have_count(0)
    assert not {"right", "wrong", "correct", "✓", "○"} & {*card.inner_text().lower().split()}


def test_by_keyboard_alone(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    page.locator("textarea").focus()
    page.keyboard.type("One")
    page.keyboard.press("Enter")
    page.keyboard.type("Two")
    expect(page.locator("textarea")).to_have_value("One\nTwo")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("I will call the bank myself.")).to_be_visible()


def test_what_a_screen_reader_hears(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    field = page.locator("textarea")
    expect(field).to_have_accessible_name("With which sentence could you end a call?")
    expect(field).to_have_accessible_description("Nobody else sees this.")


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_it_fits_on_the_smallest_screen(alone: Alone, locale: str) -> None:
    learner = alone(viewport={"width": 320, "height": 256})
    page = learner.open(f"{locale}/{PAGE}")
    page.locator("textarea").fill("word " * 100)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box = page.locator("textarea").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_on_paper_there_are_lines_to_write_on(alone: Alone, tmp_path: Path) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    page.locator("textarea").fill(SECRET)
    page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", tmp_path / "page.pdf", "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "With which sentence could you end a call?" in words
    assert "I will call the bank myself" not in words
    assert "Nobody else sees this." not in words and SECRET not in words
    page.emulate_media(media="print")
    expect(page.locator("textarea")).to_be_hidden()
    look = "card => getComputedStyle(card, '::after').backgroundImage"
    assert "repeating-linear-gradient" in page.locator("#q_end-a-call").evaluate(look)
