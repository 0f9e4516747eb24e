"""A lesson in real Chromium: pointer, keyboard, without script, right to left, and leaving it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import RESTORE, Learner
from playwright.sync_api import Route, expect

TINY = Path("tests/courses/tiny")
Visit = Callable[..., Learner]


def take(learner: Learner) -> None:
    """The whole quiz of the second lesson, everything right but one."""
    learner.answer("strongest", "river candle")
    learner.answer("code-use", "Type it", "Read it to a caller")
    learner.answer("long-short", "True")
    learner.answer("same", "No")
    learner.fill("manager", "  Safe ", "٢٠", "KNOWS")
    learner.fill("fingers", "10,2")


def test_a_lesson_by_pointer(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    take(learner)
    answers = {detail["question"]: detail for detail in learner.heard("answer")}
    assert answers["strongest"]["answer"] == answers["strongest"]["key"] == "b"
    assert answers["strongest"]["points"] == answers["strongest"]["of"] == 2
    assert answers["code-use"]["answer"] == "a,c" and answers["code-use"]["key"] == "a,b"
    assert "same" not in answers
    assert answers["manager"]["right"]
    assert answers["fingers"]["right"]
    [quiz] = learner.heard("quiz")
    expected = {"type": "quiz", "module": "tiny-2", "quiz": "check"}
    # Without the point of the sensitive question, whose answer it would tell.
    assert quiz == expected | {"points": 7, "of": 8, "aims": quiz["aims"]}
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 8 of 9 points.")
    result.locator("button").click()
    expect(result).to_be_hidden()
    assert page.locator(".quiz :checked").count() == 0


def test_the_reason_stands_under_the_answer_and_gives_nothing_away(visit: Visit) -> None:
    learner = visit()
    learner.open("en/tiny-2.html")
    learner.answer("strongest", "amina1990")
    card = learner.question("strongest")
    chosen = card.locator("li", has_text="amina1990").first
    expect(chosen).to_contain_text("○ Not this one. A name and a year are easy to guess.")
    assert "A name and a year" in learner.focused()
    expect(card.locator("fieldset")).not_to_contain_text("four words")
    expect(learner.show("strongest")).to_be_hidden()
    learner.check("strongest")
    learner.answer("strongest", "12345")
    learner.show("strongest").click()
    expect(card).to_contain_text("✓ This one. Yes: four words")
    expect(card).to_contain_text("Length helps more than strange signs.")


def test_the_answers_of_a_gap_come_with_their_reason(visit: Visit) -> None:
    learner = visit()
    learner.open("en/tiny-2.html")
    learner.fill("manager", "nobody", "1", "knows")
    learner.check("manager")
    learner.fill("manager", "nobody", "2", "knows")
    told = learner.question("manager").locator(".out")
    expect(told).not_to_contain_text("yet")
    learner.show("manager").click()
    expect(told).to_contain_text("Accepted:manager · safe · vault")
    expect(told).to_contain_text("You need to remember one password only.")
    expect(learner.page.locator("[aria-disabled] [role=status]")).to_have_count(0)


def test_each_gap_gets_its_own_words_back(visit: Visit) -> None:
    learner = visit()
    learner.open("en/tiny-2.html")
    learner.fill("manager", "a safe, or so", "20,5", "knows")
    [said] = learner.heard("answer")
    learner.open("en/tiny-2.html")
    learner.page.evaluate(RESTORE, {"manager": said["answer"]})
    gaps = learner.question("manager").locator("fieldset input")
    assert [gap.input_value() for gap in gaps.all()] == ["a safe, or so", "20,5", "knows"]


def test_hints_come_one_by_one(visit: Visit) -> None:
    learner = visit()
    learner.open("en/tiny-2.html")
    hints = learner.question("strongest").locator(".h")
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(0)).to_contain_text("Longer is stronger.")
    expect(hints.nth(1)).to_be_visible()


def test_a_quiz_is_handed_in_early_only_after_a_word(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    page.locator(".dots button").last.click()
    button = page.get_by_role("button", name="Show my result")
    button.click()
    expect(page.locator(".quiz > [role=status]")).to_contain_text("Some questions are still open")
    assert learner.heard("quiz") == []
    button.click()
    assert learner.heard("quiz")[0]["points"] == 0


def test_a_lesson_by_keyboard_alone(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    keys = page.keyboard
    keys.press("Tab")
    assert learner.focused() == "Skip to the text"
    keys.press("Enter")
    for _ in range(30):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Enter")
    assert learner.heard("answer")[0]["question"] == "strongest"
    learner.question("fingers").locator("input").focus()
    keys.type("10")
    keys.press("Enter")
    assert learner.heard("answer")[1]["right"] is True


def test_answers_of_a_platform_are_shown_again(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    answers = {"strongest": "b", "code-use": "a,b", "fingers": "10"}
    page.evaluate(RESTORE, answers)
    expect(learner.question("strongest")).to_have_class("q done")
    expect(learner.question("fingers").locator("input")).to_have_value("10")
    assert learner.heard("answer") == []


@pytest.mark.parametrize("fault", ["no script", "no gate", "broken script"])
def test_without_a_script_each_question_has_its_key(visit: Visit, fault: str) -> None:
    learner = visit(java_script_enabled=fault != "no script")
    learner.scripts = False
    if fault == "no gate":
        learner.page.add_init_script("delete HTMLScriptElement.prototype.noModule")
    if fault == "broken script":
        learner.page.route("**/quiz.js", lambda route: route.fulfill(body="const = ("))
    page = learner.open("en/tiny-2.html")
    page.locator(".quiz").scroll_into_view_if_needed()
    expect(page.locator(".q .k")).to_have_count(6)
    expect(page.locator(".q button:visible")).to_have_count(0)
    key = learner.question("strongest").locator(".k")
    key.locator("summary").click()
    expect(key.locator("li").nth(1)).to_contain_text("✓ This one. Yes: four words")
    expect(page.locator("main")).not_to_contain_text("attempts", use_inner_text=True)
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    if fault == "broken script":
        assert learner.errors.pop().startswith("Unexpected token")


def test_from_a_stick(visit: Visit, built: Path) -> None:
    learner = visit(start=built.as_uri())
    learner.open("en/tiny-2.html")
    learner.answer("long-short", "True")
    assert learner.heard("answer")[0]["right"] is True


def test_right_to_left(visit: Visit) -> None:
    learner = visit()
    page = learner.open("ar-XB/tiny-2.html")
    exit_, home = page.locator(".exit").bounding_box(), page.locator(".home").bounding_box()
    assert exit_ and home and exit_["x"] < home["x"]
    learner.question("long-short").locator("[type=A] label").nth(1).click()
    learner.check("long-short")
    assert learner.heard("answer")[0]["answer"] == "b"


def test_leaving_hides_the_page_and_back_does_not_show_it(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-1.html")
    page.goto(f"{learner.start}/en/tiny-2.html")
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back()
    expect(page).to_have_url(f"{learner.start}/en/tiny-1.html")


def test_a_page_comes_back_empty(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    learner.answer("strongest", "amina1990")
    learner.fill("fingers", "7")
    page.goto(f"{learner.start}/en/about.html")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Every kind of question")
    assert page.locator(":checked").count() == 0
    assert page.locator("#q_fingers input").input_value() == ""
    expect(page.locator("main")).not_to_contain_text("Not this one.", use_inner_text=True)
    learner.answer("strongest", "river candle")
    expect(learner.question("strongest")).to_have_class("q done")


def test_nothing_is_stored(visit: Visit) -> None:
    learner = visit()
    page = learner.open("en/tiny-2.html")
    take(learner)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


@pytest.mark.parametrize("name", ["tiny-1", "tiny-2", "index", "about", "recipe"])
@pytest.mark.parametrize("locale", ["en", "ar-XB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, name: str, locale: str, scheme: str) -> None:
    learner = visit(color_scheme=scheme)
    page = learner.open(f"{locale}/{name}.html")
    for name in ("strongest", "code-use") if page.locator(".q[data-f]").count() else ():
        card = learner.question(name)
        card.locator("[type=A] label").first.click()
        card.locator(".go button").first.click()
    # Where the page stands after a shuffle, the bar may lie over half of a control.
    page.evaluate("scrollTo(0, 0)")
    assert learner.axe() == []


@pytest.mark.parametrize("name", ["tiny-1", "tiny-2", "index", "about"])
@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_nothing_scrolls_sideways_at_320(visit: Visit, name: str, text: str, locale: str) -> None:
    learner = visit(viewport={"width": 320, "height": 640})
    page = learner.open(f"{locale}/{name}.html")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    targets = page.locator(
        "button:visible, .bar a:visible, .bar summary:visible, .todo label, [type=A] label:visible"
    )
    for box in [target.bounding_box() for target in targets.all()]:
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_an_answer_that_was_given_before_the_scripts_came_is_kept(visit: Visit) -> None:
    learner = visit()
    learner.scripts = False
    held: list[Route] = []
    learner.page.route("**/quiz.js", lambda route: held.append(route))
    page = learner.open("en/tiny-2.html")
    learner.question("strongest").locator("label", has_text="river candle").click()
    page.wait_for_timeout(100)
    assert held and not page.locator("html.js").count()
    gaps = learner.question("manager").locator("fieldset input")
    gaps.first.fill("Safe")
    held[0].continue_()
    page.locator("html.js").wait_for()
    learner.check("strongest")
    expect(learner.question("strongest")).to_have_class("q done")
    assert [gap.input_value() for gap in gaps.all()] == ["Safe", "", ""]


def test_on_paper_stands_the_key_that_was_opened(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("en/tiny-2.html")
    keys = page.locator(".k")
    keys.first.locator("summary").click()
    page.emulate_media(media="print")
    expect(keys.first).to_contain_text("✓ This one.", use_inner_text=True)
    assert [key.is_visible() for key in keys.all()] == [True, *[False] * 5]


def test_words_with_a_dollar_are_said_as_they_are(visit: Visit) -> None:
    learner = visit()
    learner.page.route("**/tiny-2.html", priced)
    page = learner.open("en/tiny-2.html")
    take(learner)
    expect(page.locator(".quiz > [role=status]")).to_contain_text("Read “Earn $$& fast” once more")


def priced(route: Route) -> None:
    """The page with a price in the heading that a result leads to."""
    body = route.fetch().text()
    route.fulfill(
        body=body.replace(">Every kind of question<", ">Earn $$&amp; fast<"),
        content_type="text/html",
    )
