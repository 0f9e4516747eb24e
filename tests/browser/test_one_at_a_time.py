"""A quiz asks one question at a time; without a script all of them stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser.keeping import hosted, visitor
from browser.learner import RESTORE, Learner
from kandil.model.blocks import Paragraph
from kandil.model.interactions import LongFillIn
from playwright.sync_api import Browser, Page, expect
from standin import HERE, choice, course, module, quiz, text

ABOUT = {"explicit_id": True, "place": HERE, "scored": False, "points": 0, "sensitive": True}
REFLECT = LongFillIn(id="think", prompt=text("Think"), **ABOUT)
CHECK = quiz(
    Paragraph(text("Before one.")),
    choice("one", "b", shuffle=False),
    Paragraph(text("Before two.")),
    choice("two", "b", shuffle=False),
    REFLECT,
    choice("three", "b", shuffle=False),
)
Visit = Callable[..., Learner]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    of = course(module("tin-1", CHECK, sensitivity="mention"), module("tin-2"))
    with hosted(tmp_path_factory.mktemp("one"), of) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    with visitor(browser, start) as made:
        made.open("tin-1.html")
        yield made


def shown(page: Page) -> list[str]:
    """The cards of the quiz that can be seen."""
    every = page.locator(".quiz .q[id]:visible").all()
    return [str(card.get_attribute("id")).removeprefix("q_") for card in every]


def signs(page: Page) -> list[str]:
    """What stands in the circles."""
    return page.locator(".dots b").all_text_contents()


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def test_the_next_one_is_always_a_press_away(learner: Learner) -> None:
    page = learner.page
    assert shown(page) == ["one"]
    expect(page.get_by_text("Before one.")).to_be_visible()
    expect(page.get_by_text("Before two.")).to_be_hidden()
    for name in ("two", "think", "three"):
        press(page, "Next question")
        assert shown(page) == [name]
        assert learner.focused() == ("Think" if name == "think" else name)
    expect(page.get_by_role("button", name="Next question")).to_have_count(0)
    assert page.evaluate("history.length") == 2
    assert "#" not in page.url


FILLED = """all => all.filter(one => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)')
  .map(one => one.textContent)"""


def main_steps(page: Page) -> list[str]:
    """The buttons that are drawn as the one next step."""
    return list(page.locator("main .button:visible, main button:visible").evaluate_all(FILLED))


def test_there_is_one_next_step_at_any_time(learner: Learner) -> None:
    page = learner.page
    assert main_steps(page) == ["Check"]
    learner.answer("one", "A")
    assert main_steps(page) == ["Try again"]
    press(page, "Try again")
    learner.answer("one", "B")
    assert main_steps(page) == ["Next question"]
    press(page, "Next question")
    learner.answer("two", "B")
    press(page, "Next question")
    assert main_steps(page) == ["Next question"]
    press(page, "Next question")
    assert main_steps(page) == ["Check"]
    learner.answer("three", "B")
    # Her result stands there: nothing offers to show it, and the way on is its own.
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 3 of 3 points.")
    expect(page.get_by_role("button", name="Show my result")).to_have_count(0)
    assert main_steps(page) == ["Next lesson: Lesson tin-2"]
    page.locator(".dots button").first.click()
    expect(page.get_by_role("button", name="Next question")).to_be_visible()
    assert main_steps(page) == ["Next lesson: Lesson tin-2"]
    expect(page.locator("main > .move .button")).to_be_visible()
    yes, no = page.locator(".keep button").all()
    looks = """one => {
      const {fontWeight, borderColor, backgroundColor} = getComputedStyle(one);
      return [fontWeight, borderColor, backgroundColor];
    }"""
    assert yes.evaluate(looks) == no.evaluate(looks)


def test_circles_tell_what_is_done_and_lead_there(learner: Learner) -> None:
    page = learner.page
    learner.answer("one", "B")
    learner.answer("two", "A")
    assert signs(page) == ["✓", "○", "3", "4"]
    dots = page.get_by_role("list").filter(has=page.locator("[aria-current]")).get_by_role("button")
    names = [dot.get_attribute("aria-label") for dot in dots.all()]
    assert names == [
        "Question 1 of 4. Yes.",
        "Question 2 of 4. Not quite.",
        "Question 3 of 4",
        "Question 4 of 4",
    ]
    expect(page.locator("[aria-current=step]")).to_have_text("○")
    dots.first.click()
    assert shown(page) == ["one"] and learner.focused() == "one"
    expect(page.locator("#q_one .says")).to_be_visible()
    for dot in dots.all():
        box = dot.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
    assert learner.axe() == []


def test_by_keyboard_alone_to_the_result(learner: Learner) -> None:
    page, keys = learner.page, learner.page.keyboard
    for name in ("one", "two", "think", "three"):
        assert shown(page) == [name]
        if name != "think":
            page.locator(f"#q_{name} input").first.focus()
            keys.press("ArrowDown")
            keys.press("Tab")
            keys.press("Enter")
        if name != "three":
            page.locator(".q[id] .go button:visible").last.focus()
            keys.press("Enter")
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 3 of 3 points. You need 3. That is enough to pass.")
    expect(result.locator(".button")).to_have_attribute("href", "tin-2.html")
    assert learner.axe() == []
    # The reasons can still be read.
    page.locator(".dots button").nth(1).click()
    expect(page.locator("#q_two .says")).to_be_visible()


def test_what_stops_her_at_the_end_is_in_view(learner: Learner) -> None:
    page = learner.page
    page.locator(".dots button").last.click()
    button = page.get_by_role("button", name="Show my result")
    button.evaluate("it => scrollBy(0, it.getBoundingClientRect().bottom - innerHeight)")
    button.click()
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("Some questions are still open")
    expect(result).to_be_in_viewport(ratio=1)
    expect(button).to_be_focused()


def test_who_missed_some_is_led_to_read_again(learner: Learner) -> None:
    learner.answer("one", "B")
    learner.hand_in()
    result = learner.page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 1 of 3 points. You need 3.")
    assert result.locator(".button").all_text_contents() == ["Read “Lesson tin-1” once more."]
    press(learner.page, "Try again")
    assert shown(learner.page) == ["one"] and signs(learner.page) == ["1", "2", "3", "4"]


def test_what_is_known_again_leads_to_the_first_open_question(learner: Learner) -> None:
    page = learner.page
    page.evaluate(RESTORE, {"one": "b"})
    assert shown(page) == ["two"]
    press(page, "Next question")
    page.evaluate(RESTORE, {"one": "b"})
    assert shown(page) == ["think"]
    page.evaluate(RESTORE, {"one": "b", "two": "b", "three": "b"})
    assert shown(page) == []
    expect(page.locator(".quiz > [role=status]")).to_contain_text("3 of 3")
    assert learner.heard("answer") == []


def test_on_paper_and_without_a_script_all_stand_there(browser: Browser, start: str) -> None:
    every = ["one", "two", "think", "three"]
    with visitor(browser, start) as learner:
        page = learner.open("tin-1.html")
        page.emulate_media(media="print")
        assert shown(page) == every
        expect(page.get_by_text("Before two.")).to_be_visible()
        expect(page.locator(".dots")).to_be_hidden()
    plain = Learner(browser, start, java_script_enabled=False)
    assert shown(plain.open("tin-1.html")) == every
    expect(plain.page.locator(".dots")).to_have_count(0)
    plain.close()


def test_leaving_empties_it_and_it_begins_anew(learner: Learner) -> None:
    page = learner.page
    learner.answer("one", "B")
    press(page, "Next question")
    page.goto(f"{learner.start}/about.html")
    page.go_back()
    page.locator("html.js").wait_for()
    assert shown(page) == ["one"] and signs(page) == ["1", "2", "3", "4"]
