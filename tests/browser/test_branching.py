"""A scenario: one step at a time with a script, anchors and cards without."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.learner import Learner
from playwright.sync_api import Locator, Page, expect

Alone = Callable[..., Learner]
PAGE = "private-1.html"
TITLE = '"Only to check something"'
ANCHOR = "#scenario-only-to-check-something"


def steps(page: Page) -> Locator:
    """Those of the talk, as far as she has come."""
    return page.locator(".s:visible")


def choose(page: Page, words: str) -> None:
    """Press a choice of the step that is shown."""
    page.locator("section.q").get_by_role("link", name=words).click()


def at(page: Page, words: str) -> None:
    """The last step of the talk, the only one with choices, holds these words."""
    expect(steps(page).last).to_contain_text(words)
    expect(page.locator(".m:visible")).to_have_count(1)
    expect(steps(page).last.locator(".m")).to_be_visible()


def way(page: Page) -> list[str]:
    """What she chose."""
    return page.locator(".me span").all_inner_texts()


def test_by_tap_the_talk_grows_by_what_she_chose_and_what_comes_of_it(alone: Alone) -> None:
    learner = alone(has_touch=True)
    page = learner.open(f"en/{PAGE}")
    at(page, "You are at your aunt's.")
    page.get_by_role("link", name="Say that your work does not allow it").tap()
    at(page, "Nobody can argue")
    assert learner.focused() == "Your work says no"
    choose(page, "Say the PIN after all")
    at(page, "It was not a mistake.")
    assert way(page) == ["Say that your work does not allow it", "Say the PIN after all"]
    expect(steps(page)).to_have_count(3)
    expect(page.locator(".me").last).to_have_text("You chose: Say the PIN after all")
    choose(page, "Leave it as it is")
    choose(page, "Start again")
    at(page, "You are at your aunt's.")
    expect(steps(page)).to_have_count(1)
    assert way(page) == []
    assert learner.focused() == TITLE
    assert learner.heard("answer") == learner.heard("quiz") == []


def test_an_ending_without_a_way_on_offers_the_beginning(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    for words in ("Say the PIN", "Set a new PIN tonight", "Start again"):
        choose(page, words)
    at(page, "You are at your aunt's.")


def test_of_two_choices_that_lead_to_one_step_hers_is_told(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    first, second = page.locator(".now .m a").all()[:2]
    second.evaluate("(link, to) => { link.href = to }", first.get_attribute("href"))
    second.click()
    at(page, "Your cousin looks for a bus.")
    assert way(page) == ["Say that your work does not allow it"]


@pytest.mark.parametrize("folder", ["en", "open"])
def test_the_history_names_no_step(alone: Alone, folder: str) -> None:
    """With an exit, and in a course that has none."""
    learner = alone()
    page = learner.page
    page.goto("data:text/html,<title>Before</title>")
    learner.open(f"{folder}/{PAGE}")
    choose(page, "Unlock it yourself")
    choose(page, "Let it be")
    assert "#" not in page.url
    page.go_back()
    expect(page).to_have_title("Before")
    learner.requests.clear()


def test_by_keyboard_alone(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    page.locator("section.q a:visible").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    at(page, "It was not a mistake.")
    assert learner.focused() == "You say the PIN"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    at(page, "A PIN can be changed")
    assert learner.focused() == "Safer. A new PIN"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    at(page, "You are at your aunt's.")
    assert learner.focused() == TITLE


def test_the_page_shows_the_new_step_below_the_bar(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    choose(page, "Unlock it yourself")
    at(page, "Your cousin looks for a bus.")
    bar, head = page.locator(".bar").bounding_box(), page.locator(".now h3").bounding_box()
    assert bar and head and bar["y"] + bar["height"] <= head["y"] < 640


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
def test_her_words_stand_at_the_end_of_the_line_and_the_answer_at_its_start(
    alone: Alone, locale: str
) -> None:
    page = alone().open(f"{locale}/{PAGE}")
    page.locator(".now .m a").first.click()
    mine, told = page.locator(".me span").bounding_box(), page.locator(".now .w").bounding_box()
    assert mine and told and mine["y"] + mine["height"] <= told["y"]
    ends = [box["x"] + box["width"] for box in (mine, told)]
    assert abs(mine["x"] - told["x"] if locale == "ar-XB" else ends[0] - ends[1]) < 1
    assert mine["width"] < told["width"]


def test_an_address_of_a_step_opens_it(alone: Alone) -> None:
    learner = alone()
    page = learner.page
    page.goto(f"{learner.start}/en/{PAGE}#you-say-the-pin")
    page.locator("html.js").wait_for()
    at(page, "It was not a mistake.")
    expect(page.locator("#you-say-the-pin")).to_be_in_viewport()
    assert way(page) == []
    choose(page, "Start again")
    at(page, "You are at your aunt's.")
    assert way(page) == []


def test_a_place_outside_the_scenario_leaves_it_as_it_is(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    choose(page, "Unlock it yourself")
    page.evaluate("location.hash = '#%'")
    page.locator("a", has_text="short version").click()
    at(page, "Your cousin looks for a bus.")
    expect(page.locator("html.js")).to_have_count(1)


def test_an_address_that_is_broken_leaves_it_as_it_is(alone: Alone) -> None:
    learner = alone()
    at(learner.open(f"en/{PAGE}#%"), "You are at your aunt's.")


def test_what_is_cleared_can_be_chosen_again(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    choose(page, "Unlock it yourself")
    at(page, "Your cousin looks for a bus.")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    at(page, "You are at your aunt's.")
    assert way(page) == []
    choose(page, "Unlock it yourself")
    at(page, "Your cousin looks for a bus.")


def test_without_script_every_step_can_be_reached(alone: Alone) -> None:
    learner = alone(java_script_enabled=False)
    page = learner.open(f"en/{PAGE}")
    expect(steps(page)).to_have_count(7)
    expect(page.locator(".me")).to_have_count(0)
    cards = [line.inner_text() for line in page.locator(".s > .n").all()]
    assert cards == [f"Card {number}" for number in range(1, 8)]
    seen, ahead = set(), [ANCHOR]
    while ahead:
        anchor = ahead.pop()
        if anchor in seen:
            continue
        seen.add(anchor)
        expect(page.locator(anchor)).to_be_visible()
        links = page.locator(".s").filter(has=page.locator(anchor)).locator(".m a")
        links = links if anchor != ANCHOR else page.locator(".s").first.locator(".m a")
        assert links.count(), anchor
        for link in links.all():
            to = link.get_attribute("href") or ""
            index = (
                page.locator("section.q")
                .locator("h2,h3")
                .evaluate_all(
                    "(heads, to) => heads.findIndex(head => '#' + head.id === to) + 1", to
                )
            )
            assert link.locator("small").inner_text() == f"Go to card {index}"
            ahead.append(to)
    assert len(seen) == 7
    page.get_by_role("link", name="Set a new PIN tonight").click()
    expect(page.locator("#a-new-pin")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("folder", ["hushed", "minimal"])
def test_its_anchors_tell_nothing_and_pass_the_gate(
    alone: Alone, folder: str, scripts: bool
) -> None:
    learner = alone(java_script_enabled=scripts)
    page = learner.page
    page.goto(f"{learner.start}/{folder}/{PAGE}")
    page.locator(".gate .button").click()
    learner.come_near()
    entries = page.evaluate("history.length") if scripts else 0
    choose(page, "Unlock it yourself")
    expect(page).to_have_url(re.compile("#in$" if scripts else r"#h\w{7}$"))
    expect(page.locator(".gate")).to_be_hidden()
    expect(page.get_by_role("heading", name="You stay beside it")).to_be_visible()
    if scripts:
        at(page, "Your cousin looks for a bus.")
        assert page.evaluate("history.length") == entries
    expect(page.locator("#main")).to_be_visible()


def test_what_a_screen_reader_hears(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"en/{PAGE}")
    choose(page, "Unlock it yourself")
    at(page, "Your cousin looks for a bus.")
    tree = page.locator("section.q").aria_snapshot()
    assert '- heading "You stay beside it" [level=3]' in tree
    assert "You chose: Unlock it yourself" in tree
    links = [line for line in tree.splitlines() if "- link " in line or "- 'link " in line]
    assert len(links) == 3 and "My battery is almost empty" in links[0]
    assert not any("card" in line or "›" in line for line in links)


def test_endings_are_drawn_alike_and_judge_nobody(alone: Alone) -> None:
    learner = alone(java_script_enabled=False)
    page = learner.open(f"en/{PAGE}")
    looks = []
    for anchor in ("#you-have-your-phone-again", "#you-let-it-be"):
        step = page.locator(".s").filter(has=page.locator(anchor))
        looks.append(
            step.evaluate("""step => [...step.querySelectorAll('*')].map(part => {
          const {color, backgroundColor, borderTopColor, fontWeight} = getComputedStyle(part);
          return [part.tagName, part.className, color, backgroundColor, borderTopColor, fontWeight];
        })""")
        )
    assert looks[0] == looks[1]
    # One way on looks the same whoever wrote it.
    edge = "row => getComputedStyle(row).borderTopColor"
    rows = page.locator(".m:not(:has(li + li)) a")
    assert rows.count() == 3 and len({row.evaluate(edge) for row in rows.all()}) == 1
    words = page.locator("section.q").inner_text().lower()
    assert not re.search(r"✓|○|\b(good|bad|right|wrong|correct|outcome)\b", words)


def test_from_right_to_left_her_choices_begin_further_left(alone: Alone) -> None:
    learner = alone()
    page = learner.open(f"ar-XB/{PAGE}")
    row = page.locator(".now .m a").first
    told, whole = page.locator(".now .w").bounding_box(), row.bounding_box()
    assert told and whole and told["x"] == whole["x"]
    assert 30 < told["width"] - whole["width"] < 44
    choose(page, "Unlock it yourself")
    at(page, "Your cousin looks for a bus.")


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
@pytest.mark.parametrize("scripts", [True, False])
def test_it_fits_on_the_smallest_screen(alone: Alone, locale: str, scripts: bool) -> None:
    learner = alone(viewport={"width": 320, "height": 256}, java_script_enabled=scripts)
    page = learner.open(f"{locale}/{PAGE}")
    if scripts:
        choose(page, "Unlock it yourself")
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == 320
    for row in page.locator(".m a:visible").all():
        box = row.bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 320


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(alone: Alone, locale: str, scheme: str) -> None:
    learner = alone(color_scheme=scheme)
    page = learner.open(f"{locale}/{PAGE}")
    assert learner.axe() == []
    choose(page, "Unlock it yourself")
    choose(page, "Let it be")
    page.locator(".f button").first.click()
    page.locator(".w summary").first.click()
    page.locator("#q_how-many label").first.click()
    page.evaluate("scrollTo(0, 0)")
    assert learner.axe() == []


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_each_choice_says_to_which_card_to_go(
    alone: Alone, scripts: bool, tmp_path: Path
) -> None:
    learner = alone(java_script_enabled=scripts)
    page = learner.open(f"en/{PAGE}")
    if scripts:
        choose(page, "Unlock it yourself")
        at(page, "Your cousin looks for a bus.")
    page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", "-layout", tmp_path / "page.pdf", "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r"(?:Go to c|^C)ard (\d)$", words.replace("  ", ""), re.MULTILINE)
    assert sorted(set(found)) == list("1234567")
    assert re.search(r"Say the PIN\s+Go to card 4\s", words)
    assert "You chose:" not in words and "Exit now" not in words
