"""Order in real Chromium: by tap, key, mouse and finger, and on paper."""

from __future__ import annotations

from itertools import permutations

import pytest
from browser.hands.hand import PAGE, RTL, Visit, drag, middle, pull, show, stroke
from browser.learner import RESTORE, Learner
from playwright.sync_api import Locator, expect

RIGHT = ["Open the app", "Change the password", "Sign out on other phones"]
LAST = "Tell the people who write to you"
SHARE = "([answer, total]) => kandil.kinds.sequencing.share({notes: Array(total)}, answer)"


def items(learner: Learner) -> Locator:
    return learner.question("steps").locator(".o > li")


def words(learner: Learner) -> list[str]:
    return [text.split("\n")[0] for text in items(learner).locator("> span").all_inner_texts()]


def arrow(learner: Learner, name: str) -> Locator:
    return learner.question("steps").get_by_role("button", name=name, exact=True)


def put_right(learner: Learner) -> None:
    for word in [*RIGHT[::-1]]:
        while words(learner)[0] != word:
            arrow(learner, f"Move up: {word}").click()


def test_it_never_starts_in_the_right_order(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    assert sorted(words(learner)) == sorted([*RIGHT, LAST])
    # Chance gives the right order first.
    page.evaluate("""() => {
      const list = document.querySelector('#q_steps .o');
      [...'abcd'].forEach(one => list.append(list.querySelector(`[data-l=${one}]`)));
      const chance = Math.random;
      let turns = 4;
      Math.random = () => turns-- > 0 ? 0 : chance();
      dispatchEvent(new Event('pagehide'));
    }""")
    assert sorted(words(learner)) == sorted([*RIGHT, LAST])
    assert words(learner) != [*RIGHT, LAST]


def test_by_tap(exercise: Visit) -> None:
    learner = exercise(has_touch=True)
    learner.open(PAGE)
    put_right(learner)
    learner.check("steps")
    [answer] = learner.heard("answer")
    assert (answer["answer"], answer["key"]) == ("a,b,c,d", "a,b,c,d")
    assert answer["right"] and answer["points"] == 3
    expect(learner.question("steps")).to_contain_text("Open it yourself, never from a link.")
    expect(learner.question("steps")).to_contain_text("A new password helps only")
    assert items(learner).locator("button:visible, .grip:visible").count() == 0


def test_by_keys_the_focus_stays_and_the_place_is_told(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    first = words(learner)[0]
    arrow(learner, f"Move down: {first}").focus()
    for place in (2, 3, 4):
        page.keyboard.press("Enter" if place % 2 else "Space")
        assert words(learner)[place - 1] == first
        expect(arrow(learner, f"Move down: {first}")).to_be_focused()
        told = learner.question("steps").locator("[role=status].vh")
        expect(told).to_have_text(f"{first}: place {place} of 4")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert words(learner)[2] == first


@pytest.mark.parametrize("page", [PAGE, RTL])
@pytest.mark.parametrize("touch", [False, True])
def test_by_its_handle(exercise: Visit, page: str, touch: bool) -> None:
    learner = exercise(has_touch=touch)
    learner.open(page)
    show(learner.question("steps"))
    before = words(learner)
    (pull if touch else drag)(learner, items(learner).nth(3), items(learner).nth(0), -9)
    assert words(learner) == [before[3], *before[:3]]
    (pull if touch else drag)(learner, items(learner).nth(0), items(learner).nth(2), 9)
    assert words(learner) == [*before[:2], before[3], before[2]]
    learner.page.mouse.move(*middle(items(learner).nth(0)))
    assert words(learner)[2] == before[3], "still held after the pointer let go"
    learner.check("steps")
    assert len(learner.heard("answer")) == 1


def test_beside_the_handle_a_finger_scrolls(exercise: Visit) -> None:
    learner = exercise(has_touch=True)
    page = learner.open(PAGE)
    show(learner.question("steps"))
    before, top = words(learner), page.evaluate("scrollY")
    start = middle(items(learner).nth(2).locator("> span"))
    stroke(learner, start, (start[0], start[1] - 150))
    learner.until(f"scrollY > {top} + 50")
    assert words(learner) == before


def test_the_marks_say_what_may_stay_until_it_is_moved(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    put_right(learner)
    for _ in range(3):
        arrow(learner, f"Move down: {RIGHT[0]}").click()
    learner.check("steps")
    assert learner.heard("answer")[0]["points"] == 2
    marks = items(learner).locator(".says b")
    assert marks.all_inner_texts() == ["✓ Yes."] * 3 + ["○ Not its place."]
    expect(learner.question("steps").locator("fieldset")).not_to_contain_text("never from a link")
    arrow(learner, f"Move up: {RIGHT[0]}").click()
    assert marks.all_inner_texts() == ["✓ Yes."] * 3
    expect(learner.question("steps").locator(".go button").first).to_have_text("Check")


def test_try_again_leads_to_an_item_and_the_answers_can_be_shown(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    card = learner.question("steps")
    # The order that is shown is never right, so it is an answer too.
    for attempt in range(3):
        learner.check("steps")
        if attempt < 2:
            learner.check("steps")
            assert page.evaluate("document.activeElement.getAttribute('aria-label')")
    expect(items(learner).first.locator("button").first).to_be_hidden()
    learner.show("steps").click()
    assert words(learner) == [*RIGHT, LAST]
    expect(card).to_contain_text("So nobody stays inside.")


def test_what_is_closed_cannot_be_moved(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    learner.hand_in()
    assert items(learner).locator("button:visible, .grip:visible").count() == 0


def test_a_kept_answer_comes_back_and_leaving_clears_it(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    page.evaluate(RESTORE, {"steps": "d,a,b,c"})
    assert words(learner) == [LAST, *RIGHT]
    assert learner.heard("answer") == []
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert items(learner).locator(".says").count() == 0


def test_the_tree_names_every_button(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    tree = learner.question("steps").aria_snapshot()
    for word in (*RIGHT, LAST):
        assert f'button "Move up: {word}"' in tree and f'button "Move down: {word}"' in tree
    assert "⠿" not in tree


def test_without_script_it_is_an_exercise_with_its_key(exercise: Visit) -> None:
    learner = exercise(java_script_enabled=False)
    learner.open(PAGE)
    printed = learner.question("steps").locator("fieldset li").all_inner_texts()
    assert sorted(printed) == sorted([*RIGHT, LAST]) and printed != [*RIGHT, LAST]
    assert learner.question("steps").locator("fieldset button").count() == 0
    learner.question("steps").locator(".k > summary").click()
    key = learner.question("steps").locator(".k ol > li").all_inner_texts()
    assert key[0] == "Open the app Open it yourself, never from a link." and key[3] == LAST


def test_shares_are_within_bounds_and_rise_with_each_item_that_is_put_right(
    exercise: Visit,
) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    every = ["".join(order) for order in permutations("abcde")]
    share = {
        order: page.evaluate(SHARE, [",".join(order), len(order)]) for order in (*every, "edcba")
    }
    assert share["abcde"] == 1 and share["edcba"] == 0
    assert all(0 <= found < 1 for order, found in share.items() if order != "abcde")
    for order, found in share.items():
        moved = [order.replace(one, "", 1) for one in order]
        near = {
            rest[:i] + one + rest[i:]
            for rest, one in zip(moved, order, strict=True)
            for i in range(5)
        }
        # Unless all is right, some item can be put where it belongs, and that is worth a step.
        assert order == "abcde" or max(share[one] for one in near) == pytest.approx(found + 0.25)
