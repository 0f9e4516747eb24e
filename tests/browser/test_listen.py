"""Reading aloud: only with a voice of the device, and never after she has left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.learner import Learner
from playwright.sync_api import expect

Visit = Callable[..., Learner]

# A headless browser has no voice of its own.
VOICES = """
window.spoken = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => %s,
  speak: words => spoken.push(words),
  cancel: () => spoken.push('silence')
}});
"""
HERE = "{lang: 'en-GB', localService: true}"


def listening(visit: Visit, voices: str) -> Learner:
    learner = visit()
    learner.page.add_init_script(VOICES % f"[{voices}]")
    page = learner.open("en/tiny-1.html")
    page.locator(".then a").first.click()
    page.locator(".menu summary").click()
    return learner


def begin(learner: Learner) -> None:
    """Press the button; what reads aloud comes only now."""
    learner.page.get_by_role("button", name="Listen").click()
    learner.until("spoken.length > 0")


@pytest.mark.parametrize(
    "voices",
    ["", "{lang: 'en-GB', localService: false}", "{lang: 'ka', localService: true}"],
    ids=["no voice", "a voice from the network", "another language"],
)
def test_nothing_is_offered_without_a_voice_of_the_device(visit: Visit, voices: str) -> None:
    learner = listening(visit, voices)
    expect(learner.page.locator(".listen")).to_be_hidden()


def test_the_part_is_read_line_by_line_without_the_questions(visit: Visit) -> None:
    learner = listening(visit, HERE)
    button = learner.page.get_by_role("button", name="Listen")
    begin(learner)
    spoken = learner.page.evaluate("spoken.map(words => words.text)")
    assert "Lists and tables" in spoken and "Pictures and code" not in spoken
    assert not any("Question 1 of" in words for words in spoken)
    assert all(words.strip() and "\n" not in words for words in spoken)
    # On a phone the words of a column stand in the style.
    cells = learner.page.locator("td[data-h]").evaluate_all(
        "cells => cells.map(cell => `${cell.dataset.h}: ${cell.innerText}`)"
    )
    assert cells and set(cells) <= set(spoken)
    learner.page.get_by_role("button", name="Stop").click()
    assert learner.page.evaluate("spoken.pop()") == "silence"
    expect(button).to_be_visible()


def test_at_its_end_it_may_be_heard_again(visit: Visit) -> None:
    learner = listening(visit, HERE)
    begin(learner)
    learner.page.evaluate("spoken[spoken.length - 1].onend()")
    expect(learner.page.get_by_role("button", name="Listen")).to_be_visible()


def test_who_leaves_is_not_read_to(visit: Visit) -> None:
    learner = listening(visit, HERE)
    begin(learner)
    learner.page.evaluate(
        "document.dispatchEvent(new CustomEvent('kandil', {detail: {type: 'exit'}}))"
    )
    assert learner.page.evaluate("spoken.pop()") == "silence"
