"""A course whose results may be kept: two lessons that draw from one bank, and a list to tick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from browser.learner import Learner, served, write
from kandil.model.blocks import Heading, Item, List, Paragraph
from kandil.model.course import Course, Objective
from kandil.model.interactions import Choice
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Locator
from standin import choice, course, edition, module, quiz, text

KEY = "k.tin"
"""Under which the course keeps."""
AIMS = (Objective("LO1", text("Choose a password")), Objective("LO2", text("Keep it")))
BANK: tuple[Choice, ...] = tuple(
    choice(f"{aim.lower()}-{number}", "b", objective=aim, shuffle=False)
    for aim in ("LO1", "LO2")
    for number in range(4)
)
"""Four questions of each of two aims; `B` is right."""


def todo(*items: str) -> List:
    """A list to tick."""
    return List(tuple(Item((Paragraph(text(words)),), checked=False) for words in items))


def keeping(**settings: object) -> Course:
    """Lesson `tin-1` has a quiz of two drawn questions, `tin-2` one of three of which one is
    sensitive, `tin-3` the matching draw."""
    first = replace(quiz(), draw=2, bank=BANK, place=replace(quiz().place, line=1))
    last = replace(quiz(), draw=2, bank=BANK, place=replace(quiz().place, line=3))
    secret = choice("secret", "a", sensitive=True)
    plain = (choice("one", "b", objective="LO1"), choice("two", "ac", points=2, objective="LO2"))
    part = Heading(2, text("How to choose"), "how", ("LO1",))
    of = course(
        module("tin-1", todo("Read", "Write", "Rest"), first, objectives=AIMS),
        module("tin-2", part, quiz(*plain, secret), objectives=AIMS),
        module("tin-3", last, objectives=AIMS),
        pass_mark=60,
    )
    return replace(of, **settings)


def graded(points: int) -> Course:
    """Two lessons whose second question gives so many points."""
    two = choice("two", "b", points=points, shuffle=False)
    asked = quiz(choice("one", "b", shuffle=False), two)
    return course(*(module(f"tin-{n}", asked) for n in (1, 2)), pass_mark=80, certificate="named")


@contextmanager
def hosted(folder: Path, of: Course, locale: str = "en") -> Iterator[str]:
    """The address of the course's pages."""
    write(render(edition(of, locale)), folder)
    with served(folder) as start:
        yield start


def drawn(learner: Learner) -> list[str]:
    """The questions that are asked on the page that is open."""
    cards = learner.page.locator(".quiz .q[id]:not([hidden])")
    return [str(card.get_attribute("id")).removeprefix("q_") for card in cards.all()]


def finish(learner: Learner, answers: str = "B") -> None:
    """Answer every question that is asked."""
    for name in drawn(learner):
        learner.answer(name, *answers)
    learner.hand_in()


def kept(learner: Learner) -> dict[str, str]:
    """All that this browser stores."""
    found: dict[str, str] = learner.page.evaluate("Object.assign({}, localStorage)")
    return found


@contextmanager
def visitor(browser: Browser, start: str) -> Iterator[Learner]:
    """A learner who sees no fault."""
    learner = Learner(browser, start)
    yield learner
    assert learner.errors == []
    learner.close()


def button(learner: Learner, words: str) -> Locator:
    """The button with these words."""
    return learner.page.get_by_role("button", name=words)


def record(learner: Learner) -> dict[str, Any]:
    """What is kept; nothing else may be."""
    found = kept(learner)
    assert set(found) == {KEY}
    return dict(json.loads(found[KEY]))


def put(learner: Learner, of: object) -> None:
    """Keep a record as another version of the course did."""
    write = "([key, value]) => localStorage.setItem(key, value)"
    learner.page.evaluate(write, [KEY, json.dumps(of)])


def agree(learner: Learner) -> None:
    """The quiz of the first lesson, and Yes."""
    learner.open("tin-1.html")
    finish(learner)
    button(learner, "Yes, keep them").click()
