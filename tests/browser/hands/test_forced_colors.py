"""Windows' high contrast: each state is told by a border, an outline or words.

A browser that forces its colours draws no shadow and no background of ours.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.hands.hand import PAGE, middle, show
from browser.learner import Learner
from playwright.sync_api import Locator, expect

Visit = Callable[..., Learner]
LINES = """part => {
  const look = getComputedStyle(part);
  return [look.borderStyle, look.borderWidth, look.outlineStyle, look.outlineWidth,
    part.textContent, getComputedStyle(part, '::before').content];
}"""


def lines(part: Locator) -> list[str]:
    """What is left of its look without colours, backgrounds and shadows."""
    found: list[str] = part.evaluate(LINES)
    # A style that draws nothing has no width.
    return [*found[:2], found[3] if found[2] != "none" else "", *found[4:]]


@pytest.fixture
def forced(exercise: Visit) -> Learner:
    learner = exercise(forced_colors="active")
    learner.open(PAGE)
    return learner


def test_the_entry_that_was_chosen_and_the_place_below_the_pointer(forced: Learner) -> None:
    question = forced.question("where")
    show(question)
    entry, target = question.locator("[data-h]").first, question.locator(".t > li").first
    before, place = lines(entry.locator("button")), lines(target)
    entry.locator("button").click()
    expect(entry.locator("button")).to_have_attribute("aria-pressed", "true")
    forced.page.mouse.move(0, 0)
    forced.page.evaluate("document.activeElement.blur()")
    assert lines(entry.locator("button")) != before
    held = lines(entry)
    forced.page.mouse.move(*middle(entry.locator(".grip")))
    forced.page.mouse.down()
    forced.page.mouse.move(*middle(target), steps=6)
    assert lines(target) != place
    assert lines(entry) != held
    forced.page.mouse.up()


def test_an_item_that_is_moved(forced: Learner) -> None:
    question = forced.question("steps")
    show(question)
    item = question.locator(".o li").first
    before = lines(item)
    forced.page.mouse.move(*middle(item.locator(".grip")))
    forced.page.mouse.down()
    assert lines(item) != before
    forced.page.mouse.up()


def test_how_far_the_course_is(visit: Visit) -> None:
    page = visit(forced_colors="active", viewport={"width": 1280, "height": 800}).open(
        "en/tiny-2.html"
    )
    near = page.locator("nav.near a")
    current = lines(page.locator("nav.near [aria-current]"))
    assert current[:3] != lines(near.first)[:3]
    page.goto(page.url.replace("tiny-2", "tiny-1"))
    page.locator(".then a").first.click()
    fill = "step => getComputedStyle(step).backgroundColor"
    here, other = (page.locator(f".track {name}").first for name in (".here", "b:not(.here)"))
    assert here.evaluate(fill) != other.evaluate(fill)


def test_right_and_wrong_are_words(visit: Visit) -> None:
    learner = visit(forced_colors="active")
    learner.open("en/tiny-2.html")
    learner.answer("strongest", "amina1990")
    card = learner.question("strongest")
    expect(card.locator("fieldset .x")).to_contain_text("○ Not this one.")
    learner.check("strongest")
    learner.answer("strongest", "river candle")
    expect(card.locator("fieldset .y")).to_contain_text("✓ Yes.")
