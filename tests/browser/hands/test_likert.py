"""Rate in real Chromium, and what holds for the whole page of things to put in place."""

from __future__ import annotations

import pytest
from browser.hands.hand import PAGE, RTL, Visit
from browser.learner import PHONE
from playwright.sync_api import expect

ROWS = ("make a strong password", "change a password")
WIDTH = "document.documentElement.scrollWidth"
SMALL = """[...document.querySelectorAll('.q button, .q label, .q summary, .grip')]
  .filter(one => one.offsetParent).filter(one => {
    const {width, height} = one.getBoundingClientRect(); return width < 44 || height < 44;
  }).map(one => one.outerHTML)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_each_row_has_an_answer_of_its_own(exercise: Visit, scripts: bool) -> None:
    learner = exercise(java_script_enabled=scripts)
    learner.open(PAGE)
    card = learner.question("sure")
    for row, word in zip(ROWS, ("A little", "Yes"), strict=True):
        card.get_by_role("group", name=row).get_by_text(word, exact=True).click()
    assert card.locator("input").evaluate_all("all => all.map(one => one.checked)") == [
        False,
        True,
        False,
        False,
        False,
        True,
    ]
    assert card.locator("button, .k").count() == 0


def test_by_keys_alone(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    card = learner.question("sure")
    card.get_by_role("radio", name="Not yet").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(card.get_by_role("radio", name="A little").first).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(card.get_by_role("radio", name="Not yet").nth(1)).to_be_checked()
    assert learner.heard("answer") == []


def test_leaving_clears_it(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    learner.question("sure").get_by_text("Yes").first.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert learner.question("sure").locator(":checked").count() == 0


def test_the_tree_names_rows_and_answers(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    tree = learner.question("sure").aria_snapshot()
    assert all(f'group "{row}"' in tree for row in ROWS)
    assert tree.count('radio "A little"') == 2


def test_answers_stand_side_by_side_where_there_is_room(exercise: Visit) -> None:
    learner = exercise(viewport={"width": 1280, "height": 800})
    learner.open(PAGE)
    labels = learner.question("sure").locator("fieldset fieldset").first.locator("label")
    assert len({box["y"] for one in labels.all() if (box := one.bounding_box())}) == 1


@pytest.mark.parametrize("page", [PAGE, RTL])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_an_answer(
    exercise: Visit, page: str, scheme: str
) -> None:
    learner = exercise(color_scheme=scheme)
    learner.open(page)
    assert learner.axe() == []
    learner.question("steps").locator(".o button").nth(1).click()
    learner.check("steps")
    for name in ("meanings", "where"):
        learner.question(name).locator("fieldset > .o button").first.click()
        learner.question(name).locator(".t > li > button").first.click()
        learner.check(name)
    learner.question("meanings").locator("fieldset > .o button").first.click()
    # Not where the bar covers a part of a button.
    learner.page.evaluate("scrollTo(0, 0)")
    assert learner.axe() == []


@pytest.mark.parametrize("page", [PAGE, RTL])
@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 256}])
def test_nothing_is_wider_than_the_screen_or_too_small_to_press(
    exercise: Visit, page: str, size: dict[str, int]
) -> None:
    learner = exercise(viewport=size)
    shown = learner.open(page)
    learner.question("where").locator("fieldset > .o button").first.click()
    learner.question("where").locator(".t > li > button").first.click()
    assert shown.evaluate(WIDTH) == size["width"]
    assert shown.evaluate(SMALL) == []
