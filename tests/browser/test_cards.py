"""Cards: buttons that show their back; a list of both sides without script and on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import Learner
from playwright.sync_api import expect

Alone = Callable[..., Learner]
PAGE = "private-1.html"
BACKS = ("Your place on a company's computers", "The phone exchanges data")


def test_a_card_shows_its_back_and_hides_it_again(alone: Alone) -> None:
    learner = alone(has_touch=True)
    card = learner.open(f"en/{PAGE}").locator("#q_words")
    first = card.get_by_role("button", name="Account")
    back = card.locator("dd").first
    expect(back).to_be_hidden()
    first.tap()
    expect(back).to_be_visible()
    expect(first).to_have_attribute("aria-expanded", "true")
    expect(card.locator("dd").nth(1)).to_be_hidden()
    first.tap()
    expect(back).to_be_hidden()
    expect(first).to_have_attribute("aria-expanded", "false")
    assert learner.heard("answer") == []


def test_the_back_stands_in_from_the_edge_of_its_card(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    page.get_by_role("button", name="Turn all cards").click()
    for card in page.locator(".f div").all():
        front, back = card.locator("button").bounding_box(), card.locator("dd").bounding_box()
        start = card.locator("dd").evaluate("""part => {
          const range = document.createRange();
          range.selectNodeContents(part);
          return range.getBoundingClientRect().left;
        }""")
        assert front and back and front["x"] == back["x"] == start - 12


def test_all_cards_are_turned_at_once_and_back(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    every = page.get_by_role("button", name="Turn all cards")
    every.click()
    expect(page.locator("#q_words dd:visible")).to_have_count(2)
    expect(every).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Account").click()
    expect(every).to_have_attribute("aria-pressed", "false")
    every.click()
    expect(page.locator("#q_words [aria-expanded=true]")).to_have_count(2)
    every.click()
    expect(page.locator("#q_words dd:visible")).to_have_count(0)


def test_by_keyboard_alone(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    page.get_by_role("button", name="Account").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for words in BACKS:
        expect(page.get_by_text(words)).to_be_visible()
    assert learner.focused() == "Online"


def test_what_a_screen_reader_hears(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    group = page.get_by_role("group", name="Words to remember")
    names = group.get_by_role("button").all_inner_texts()
    assert names == ["Account", "Online", "Turn all cards"]
    expect(group.get_by_role("button", name="Online", exact=True, expanded=False)).to_have_count(1)


def test_all_are_turned_back_when_she_leaves(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    for button in page.locator(".f button").all():
        button.click()
    expect(page.locator("#q_words dd:visible")).to_have_count(2)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(page.locator("#q_words dd:visible")).to_have_count(0)
    expect(page.locator("#q_words [aria-expanded=true]")).to_have_count(0)


def test_without_script_both_sides_are_there(alone: Alone) -> None:
    page = alone(java_script_enabled=False).open(f"en/{PAGE}")
    assert page.locator("#q_words dt").all_inner_texts() == ["Account", "Online"]
    for words in BACKS:
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.locator("#q_words button:visible")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_both_sides_are_printed(alone: Alone, scripts: bool, tmp_path: Path) -> None:
    page = alone(java_script_enabled=scripts).open(f"en/{PAGE}")
    page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", tmp_path / "page.pdf", "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for part in ("Account", "Online", *BACKS):
        assert part in words
    assert "Turn all cards" not in words
    page.emulate_media(media="print")
    looks = page.locator(".f div").evaluate_all(
        "cards => cards.map(card => getComputedStyle(card).borderStyle)"
    )
    assert looks == ["dashed", "dashed"]


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_it_fits_on_the_smallest_screen(alone: Alone, locale: str) -> None:
    page = alone(viewport={"width": 320, "height": 256}).open(f"{locale}/{PAGE}")
    for button in page.locator("#q_words button").all()[::-1]:
        button.click()
        box = button.bounding_box()
        assert box and box["height"] >= 44 and box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320
