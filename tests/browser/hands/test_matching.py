"""Match and Sort in real Chromium: by tap, key, mouse and finger, and on paper."""

from __future__ import annotations

from itertools import product

import pytest
from browser.hands.hand import PAGE, RTL, Visit, drag, middle, pull, show
from browser.learner import RESTORE, Learner
from playwright.sync_api import Locator, expect

SHORT, ONCE, NAME = "A short secret number", "A number that works once", "A public name"
LONG = "A long secret of words or letters that you can remember without a paper"
PAIRS = {"PIN": SHORT, "Code": ONCE, "Password": LONG}
GROUPS = {
    "Your first name": "Share with friends",
    "A photo of a tree": "Share with friends",
    "Your PIN": "Keep secret",
    "The code from a text message": "Keep secret",
}
SHARE = """([homes, answer]) => kandil.kinds.matching.share(
  {entries: homes.map((h, i) => ({dataset: {l: 'abcdef'[i], h}}))}, answer)"""


def button(learner: Learner, name: str, words: str) -> Locator:
    return learner.question(name).get_by_role("button", name=words, exact=True)


def entry(learner: Learner, name: str, words: str) -> Locator:
    return learner.question(name).locator(
        "[data-h]", has=learner.page.get_by_text(words, exact=True)
    )


def target(learner: Learner, name: str, words: str) -> Locator:
    # The first child holds its own words; what was put in it follows.
    return (
        learner.question(name)
        .locator(".t > li")
        .filter(has=learner.page.locator("> button", has_text=words))
    )


def place(learner: Learner, name: str, pairs: dict[str, str]) -> None:
    for one, to in pairs.items():
        button(learner, name, one).click()
        button(learner, name, to).click()


def told(learner: Learner, name: str) -> Locator:
    return learner.question(name).locator("[role=status].vh").first


@pytest.mark.parametrize(
    ("name", "pairs", "answer"),
    [("meanings", PAIRS, "a.a,b.b,c.c"), ("where", GROUPS, "a.a,b.a,c.b,d.b")],
)
def test_by_tap(exercise: Visit, name: str, pairs: dict[str, str], answer: str) -> None:
    learner = exercise(has_touch=True)
    learner.open(PAGE)
    place(learner, name, pairs)
    learner.check(name)
    [heard] = learner.heard("answer")
    assert (heard["answer"], heard["key"]) == (answer, answer)
    assert heard["right"] and heard["points"] == heard["of"]
    assert learner.question(name).locator(".says b").all_inner_texts() == (
        ["✓ In its place."] * len(pairs)
    )
    if name == "where":
        expect(learner.question(name)).to_contain_text("Nobody needs it, not even your bank.")


def test_by_keys_alone(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    button(learner, "meanings", "PIN").focus()
    page.keyboard.press("Enter")
    expect(button(learner, "meanings", "PIN")).to_have_attribute("aria-pressed", "true")
    expect(told(learner, "meanings")).to_have_text("PIN: now choose its place.")
    for _ in range(20):
        page.keyboard.press("Tab")
        if learner.focused() == SHORT:
            break
    page.keyboard.press("Space")
    expect(told(learner, "meanings")).to_have_text(f"PIN is now in: {SHORT}")
    expect(target(learner, "meanings", SHORT)).to_contain_text("PIN")
    expect(button(learner, "meanings", SHORT)).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(learner, "meanings")).to_have_text("First choose what belongs here.")


def test_a_second_press_takes_an_entry_back(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    place(learner, "meanings", {"PIN": SHORT})
    button(learner, "meanings", "PIN").click()
    button(learner, "meanings", "PIN").click()
    expect(target(learner, "meanings", SHORT)).not_to_contain_text("PIN")
    expect(button(learner, "meanings", "PIN")).to_be_focused()
    learner.check("meanings")
    expect(learner.question("meanings")).to_contain_text("Give an answer first.")


def test_a_meaning_holds_one_word_and_a_group_many(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    place(learner, "meanings", {"PIN": SHORT, "Code": SHORT})
    assert target(learner, "meanings", SHORT).locator("[data-h]").all_inner_texts() == ["Code\n⠿"]
    place(learner, "where", dict.fromkeys(GROUPS, "Keep secret"))
    assert target(learner, "where", "Keep secret").locator("[data-h]").count() == 4


@pytest.mark.parametrize("page", [PAGE, RTL])
@pytest.mark.parametrize("touch", [False, True])
def test_by_its_handle(exercise: Visit, page: str, touch: bool) -> None:
    learner = exercise(has_touch=touch)
    learner.open(page)
    card = learner.question("meanings")
    show(card)
    move = pull if touch else drag
    first = card.locator("[data-l=a][data-h]")
    one, other = card.locator(".t > li[data-l=b]"), card.locator(".t > li[data-l=a]")
    move(learner, first, one)
    expect(one.locator("[data-h]")).to_have_count(1)
    move(learner, first, other)
    expect(other.locator("[data-h]")).to_have_count(1)
    assert first.get_attribute("style") in ("", None)
    assert card.locator("[aria-pressed=true]").count() == 0
    move(learner, first, card.locator("legend"))
    expect(other.locator("[data-h]")).to_have_count(1)
    learner.check("meanings")
    assert learner.heard("answer")[0]["answer"] == "a.a"


def test_a_drag_that_the_device_ends_drops_nothing(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    card = learner.question("meanings")
    show(card)
    entry, place = card.locator("[data-l=a][data-h]"), card.locator(".t > li[data-l=b]")
    page.mouse.move(*middle(entry.locator(".grip")))
    page.mouse.down()
    page.mouse.move(*middle(place), steps=4)
    expect(place).to_have_class("at")
    # A call comes in.
    entry.locator(".grip").dispatch_event("pointercancel")
    page.mouse.up()
    expect(place.locator("[data-h]")).to_have_count(0)
    expect(place).not_to_have_class("at")
    assert entry.get_attribute("style") in ("", None)


def test_marks_stand_under_each_entry_until_it_is_moved(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    place(learner, "meanings", PAIRS | {"Code": NAME})
    learner.check("meanings")
    assert learner.heard("answer")[0]["points"] == 2
    code = entry(learner, "meanings", "Code")
    expect(code).to_contain_text("○ Not its place.")
    expect(learner.question("meanings")).to_contain_text("One meaning stays without a word.")
    place(learner, "meanings", {"Code": ONCE})
    expect(code.locator(".says")).to_have_count(0)
    expect(entry(learner, "meanings", "PIN")).to_contain_text("✓ In its place.")
    learner.check("meanings")
    assert learner.heard("answer")[1]["right"]
    button(learner, "meanings", "PIN").click(force=True)
    assert learner.question("meanings").locator("[aria-pressed=true]").count() == 0


def test_the_answers_can_be_shown(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    place(learner, "where", dict.fromkeys(GROUPS, "Keep secret"))
    for press in range(5):
        learner.check("where")
        assert press % 2 or learner.question("where").locator(".says").count() == 4
    learner.show("where").click()
    assert target(learner, "where", "Share").locator("[data-h]").count() == 2
    expect(learner.question("where")).to_contain_text("Nobody needs it")


def test_a_kept_answer_comes_back_and_leaving_clears_it(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    page.evaluate(RESTORE, {"meanings": "a.b,c.c"})
    expect(target(learner, "meanings", ONCE)).to_contain_text("PIN")
    assert learner.heard("answer") == []
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert learner.question("meanings").locator(".t [data-h], .says").count() == 0


def test_the_tree_names_entries_and_places(exercise: Visit) -> None:
    learner = exercise()
    learner.open(PAGE)
    tree = learner.question("meanings").aria_snapshot()
    for words in (*PAIRS, *PAIRS.values(), NAME):
        assert f'button "{words}"' in tree
    assert "⠿" not in tree


def test_without_script_it_is_an_exercise_with_its_key(exercise: Visit) -> None:
    learner = exercise(java_script_enabled=False)
    learner.open(PAGE)
    card = learner.question("meanings")
    assert card.locator("button").count() == 0
    meanings = card.locator(".t > li").all_inner_texts()
    assert sorted(meanings) == sorted([*PAIRS.values(), NAME]) and meanings[:3] != [*PAIRS.values()]
    card.locator(".k > summary").click()
    expect(card.locator(".k")).to_contain_text(f"PIN → {SHORT}")
    expect(learner.question("where").locator(".t > li")).to_have_count(2)


def test_on_paper_the_words_stay_after_the_scripts_have_run(exercise: Visit) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    page.emulate_media(media="print")
    for words in (*PAIRS, NAME):
        expect(
            learner.question("meanings").locator("fieldset").get_by_text(words, exact=True)
        ).to_be_visible()
    assert page.locator(".grip:visible").count() == 0


def test_shares_are_within_bounds_and_rise_with_each_entry_that_is_put_right(
    exercise: Visit,
) -> None:
    learner = exercise()
    page = learner.open(PAGE)
    homes = "aab"

    def share(given: tuple[str, ...]) -> float:
        pairs = [f"{one}.{to}" for one, to in zip("abc", given, strict=True) if to]
        both = [page.evaluate(SHARE, [[*homes], ",".join(way)]) for way in (pairs, pairs[::-1])]
        assert both[0] == both[1], "the order of the answers counts"
        return float(both[0])

    every = {given: share(given) for given in product(("", "a", "b"), repeat=3)}
    assert every[tuple(homes)] == 1 and every["b", "b", "a"] == every["", "", ""] == 0
    for given, found in every.items():
        assert found == pytest.approx(sum(a == b for a, b in zip(given, homes, strict=True)) / 3)
        for i, home in enumerate(homes):
            assert every[(*given[:i], home, *given[i + 1 :])] >= found
    assert page.evaluate(SHARE, [[*homes], "a.a,a.a,a.a,b.a,c.b"]) <= 1
