"""Decisions of survivors, and polls: nothing in them is right or wrong, and nobody counts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import Learner
from playwright.sync_api import Route, expect

Alone = Callable[..., Learner]
PAGE = "private-1.html"
SAID = {
    "Stop the sharing tonight": "Riskier. The map shows nothing any more",
    "Make a plan with somebody who helps": "Safer. Nothing changes on the map",
    "Leave the phone at home for an afternoon": "It depends. The map shows the phone",
}
VERDICT = re.compile(r"✓|○|\b(yes|no|right|wrong|correct|well done|points?)\b", re.IGNORECASE)


@pytest.mark.parametrize("scripts", [True, False])
def test_each_way_says_what_may_come_of_it(alone: Alone, scripts: bool) -> None:
    learner = alone(java_script_enabled=scripts)
    card = learner.open(f"en/{PAGE}").locator("#q_map")
    for way, words in SAID.items():
        expect(card.get_by_text(words.split(". ")[1])).to_be_hidden()
        card.get_by_text(way).click()
    for words in SAID.values():
        expect(card.locator("p", has_text=words)).to_be_visible()
    assert not VERDICT.search(card.inner_text())
    expect(card.locator("button, input")).to_have_count(0)
    if scripts:
        assert learner.heard("answer") == []


def test_all_three_are_drawn_alike(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    for way in page.locator("details.w summary").all():
        way.click()
    looks = page.locator("details.w").evaluate_all("""ways => ways.map(way =>
      JSON.stringify([way, ...way.querySelectorAll('*')].map(part => {
        const {color, backgroundColor, borderTopColor, fontWeight} = getComputedStyle(part);
        return [part.tagName, part.className, color, backgroundColor, borderTopColor, fontWeight];
      })))""")
    assert len(looks) == 3 and len({*looks}) == 1
    ink = page.locator("body").evaluate("body => getComputedStyle(body).color")
    assert page.locator("details.w b").first.evaluate("part => getComputedStyle(part).color") == ink


def test_ways_by_keyboard_alone(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    page.locator("details.w summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".w[open]")).to_have_count(2)


def test_what_a_screen_reader_hears(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    group = page.get_by_role("group", name="Nino's partner sees on a map where she is.")
    expect(group).to_have_count(1)
    assert group.locator("summary").all_inner_texts() == [*SAID]
    poll = page.get_by_role("group", name="How many passwords do you use in a month?")
    expect(poll.get_by_role("radio", name="Five to fifteen")).to_have_count(1)


def test_nothing_stays_open_when_she_leaves(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    page.locator("details.w summary").first.click()
    page.locator("#q_how-many label").first.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(page.locator(".w[open]")).to_have_count(0)
    expect(page.locator("#q_how-many :checked")).to_have_count(0)
    expect(page.locator("#q_how-many [role=status]")).to_have_text("Nobody else sees this.")


def test_on_paper_every_reason_is_there(alone: Alone, tmp_path: Path) -> None:
    page = alone().open(f"en/{PAGE}")
    page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", "-layout", tmp_path / "page.pdf", "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for way, reason in SAID.items():
        assert way in words and reason in words
    assert "Nobody else sees this." not in words


def test_paper_does_not_tell_which_way_she_opened(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    page.emulate_media(media="print")
    closed = page.locator("#q_map").screenshot()
    page.evaluate("document.querySelector('.w').open = true")
    assert page.locator("#q_map").screenshot() == closed


def test_a_poll_thanks_and_judges_nothing(alone: Alone) -> None:
    learner = alone(has_touch=True)
    card = learner.open(f"en/{PAGE}").locator("#q_how-many")
    expect(card.get_by_role("status")).to_have_text("Nobody else sees this.")
    card.get_by_text("Fewer than five").tap()
    expect(card.get_by_role("status")).to_have_text("Thank you. Nobody else sees this.")
    expect(card.get_by_role("radio", name="Fewer than five")).to_be_checked()
    expect(card.locator("button")).to_have_count(0)
    expect(card.locator(".y, .x, .k")).to_have_count(0)
    card.get_by_text("Read more").tap()
    expect(card).to_contain_text("Five to fifteen Many people do.")
    expect(card).to_contain_text("more accounts than they think")
    assert not VERDICT.search(card.inner_text())
    assert learner.heard("answer") == []


def test_what_was_chosen_before_the_scripts_came_stays(alone: Alone) -> None:
    learner = alone()
    page = learner.page
    held: list[Route] = []
    page.route("**/quiz.js", lambda route: held.append(route))
    page.goto(f"{learner.start}/en/{PAGE}")
    card = learner.question("how-many")
    card.scroll_into_view_if_needed()
    card.get_by_text("Fewer than five").click()
    learner.until("document.querySelector('script[src*=quiz]') !== null")
    learner.question("end-a-call").locator("textarea").fill("A word")
    held[0].continue_()
    page.locator("html.js").wait_for()
    expect(card.get_by_role("radio", name="Fewer than five")).to_be_checked()
    expect(page.locator("textarea")).to_have_value("A word")


def test_a_poll_by_keyboard_alone(alone: Alone) -> None:
    page = alone().open(f"en/{PAGE}")
    card = page.locator("#q_how-many")
    card.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(card.get_by_role("radio", name="Five to fifteen")).to_be_checked()
    expect(card.get_by_role("status")).to_contain_text("Thank you.")


def test_a_poll_without_script_is_the_same_list(alone: Alone) -> None:
    card = alone(java_script_enabled=False).open(f"en/{PAGE}").locator("#q_how-many")
    assert card.locator("[type=A] label").all_inner_texts() == [
        "Fewer than five",
        "Five to fifteen",
        "I never counted them",
    ]
    card.get_by_text("Five to fifteen").first.click()
    expect(card.get_by_role("radio", name="Five to fifteen")).to_be_checked()
    expect(card).not_to_contain_text("This one.")


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_they_fit_on_the_smallest_screen(alone: Alone, locale: str) -> None:
    page = alone(viewport={"width": 320, "height": 256}).open(f"{locale}/{PAGE}")
    for way in page.locator("details.w summary").all():
        way.click()
        box = way.bounding_box()
        assert box and box["height"] >= 44 and box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_from_right_to_left_rows_begin_on_the_right(alone: Alone) -> None:
    page = alone().open(f"ar-XB/{PAGE}")
    way = page.locator("#q_map .w").first
    way.locator("summary").click()
    edges = way.locator("p").evaluate("""words => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return [...range.getClientRects()].map(line => line.right);
    }""")
    row = way.bounding_box()
    assert row and 28 < row["x"] + row["width"] - max(edges) < 50
