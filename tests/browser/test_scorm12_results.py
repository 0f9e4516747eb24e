"""Real pages under an LMS: what it keeps of a course with draws, and what it is never told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from browser.keeping import AIMS, graded, keeping, todo
from browser.learner import hand_in, reach
from browser.lms import Lms, served
from browser.sitting import Sitting
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.course import Course, Profile
from kandil.model.interactions import Decision, LongFillIn, Way
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import expect
from standin import HERE, choice, course, edition, fill_in, module, quiz, text

STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
MEMORY = "cmi.suspend_data"
Packed = Callable[[Profile, Course], Lms]
Sit = Callable[[Lms], Sitting]


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[Packed]:
    """An LMS that holds the real pages of a course."""
    with ExitStack() as stack:

        def make(profile: Profile, of: Course) -> Lms:
            made = edition(of)
            [artefact] = EXPORTER.artefacts([made], render, ScormOptions(profile))
            write_archive(tmp_path / artefact.name, artefact.files())
            assert [*EXPORTER.verify(tmp_path / artefact.name)] == []
            return stack.enter_context(served(tmp_path / artefact.name))

        yield make


def go(sitting: Sitting, path: str) -> None:
    """A page of the course, with its scripts."""
    sitting.inner.goto(f"{sitting.lms.address}package/{path}")
    if sitting.inner.locator(".q").count():
        sitting.inner.locator(".q").first.evaluate("box => box.scrollIntoView()")
        sitting.inner.locator("html.js").wait_for()
    sitting.pause()


def asked(sitting: Sitting) -> list[str]:
    boxes = sitting.inner.locator(".quiz .q[id]:not([hidden])")
    return [str(box.get_attribute("id")).removeprefix("q_") for box in boxes.all()]


def press(sitting: Sitting, question: str, *letters: str) -> None:
    """Choose answers, and check."""
    box = reach(sitting.inner, question)
    for letter in letters:
        box.locator("[type=A] label", has_text=letter).first.click()
    box.locator(".go button").first.click()
    sitting.pause()


@pytest.mark.parametrize("profile", ["minimal", "full"])
def test_the_next_sitting_asks_the_same_questions(
    packed: Packed, sit: Sit, profile: Profile
) -> None:
    lms = packed(profile, keeping())
    first = sit(lms)
    go(first, "tin-1.html")
    drawn = asked(first)
    press(first, drawn[0], "B")
    press(first, drawn[1], "A")
    go(first, "tin-3.html")
    pair = asked(first)
    assert len(drawn) == len(pair) == 2 and not set(drawn) & set(pair)
    assert lms.stored[MEMORY][0] == "5"
    second = sit(lms)
    go(second, "tin-1.html")
    assert asked(second) == drawn
    right = second.inner.locator(f"#q_{drawn[0]}.done")
    assert right.count() == (profile == "full")
    go(second, "tin-3.html")
    assert asked(second) == pair
    assert second.inner.evaluate("Object.keys(localStorage).length") == 0


def test_an_lms_gives_the_results_of_the_course(packed: Packed, sit: Sit) -> None:
    lms = packed("minimal", keeping(certificate="named"))
    first = sit(lms)
    for lesson in ("tin-1", "tin-3"):
        go(first, f"{lesson}.html")
        for question in asked(first):
            press(first, question, "B")
    expect(first.inner.get_by_text("Keep my results on this device?")).to_have_count(0)
    second = sit(lms)
    go(second, "results.html")
    expect(second.inner.locator("#sum")).to_have_text("You have 4 of 7 points in the whole course.")
    rows = second.inner.locator(".sum .lessons > li")
    expect(rows.nth(0)).to_contain_text("Points: 2 of 2")
    expect(rows.nth(1)).to_contain_text("Not finished yet")
    expect(second.inner.locator("#drop")).to_have_count(0)
    expect(second.inner.locator(".paper")).to_be_hidden()
    go(second, "index.html")
    expect(second.inner.get_by_role("link", name="Go on with lesson 2")).to_be_visible()
    go(second, "tin-2.html")
    press(second, "one", "B")
    press(second, "two", "A", "C")
    press(second, "secret", "A")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    second.inner.locator(".quiz a", has_text="Your results").first.click()
    second.pause()
    expect(second.inner.locator(".paper .card")).to_be_visible()
    assert not any(name.endswith(("keep.js", "kept.js")) for name in lms.files)
    # Of a course that was passed an LMS may keep no more than that.
    third = sit(lms)
    go(third, "results.html")
    expect(third.inner.locator("#sum")).to_have_text("That is enough to pass.")
    expect(third.inner.locator(".paper .card")).to_be_visible()


@pytest.mark.parametrize(("profile", "first"), [("minimal", "BB"), ("full", "BB"), ("full", "AB")])
def test_where_points_change_she_passes_with_what_she_reached(
    packed: Packed, sit: Sit, profile: Profile, first: str
) -> None:
    """Of all that she had answered rightly nothing is lost; answers that are kept give what they
    give now, as soon as she opens their lesson."""
    before = packed(profile, graded(1))
    one = sit(before)
    go(one, "tin-1.html")
    press(one, "one", first[0])
    press(one, "two", first[1])
    hand_in(one.inner)
    one.pause()
    assert before.stored[RAW] == ("50" if first == "BB" else "25")
    lms = packed(profile, graded(4))
    lms.stored = dict(before.stored)
    two = sit(lms)
    for lesson in ("tin-1", "tin-2") if first == "AB" else ("tin-2",):
        go(two, f"{lesson}.html")
        two.pause()
    press(two, "one", "B")
    press(two, "two", "B")
    reached = ("passed", "100" if first == "BB" else "90")
    assert (lms.stored[STATUS], lms.stored[RAW]) == reached
    go(two, "results.html")
    expect(two.inner.locator("#sum")).to_contain_text("of 10 points in the whole course. That is")


def test_no_device_is_written_to_in_a_package(packed: Packed) -> None:
    lms = packed("full", keeping())
    for name, content in lms.files.items():
        assert b"setItem" not in content and b"keep.js" not in content, name


def test_what_was_handed_in_stays_so_and_a_second_round_stays_open(
    packed: Packed, sit: Sit
) -> None:
    asking = quiz(choice("one", "b", shuffle=False), choice("two", "b", shuffle=False))
    lms = packed("full", course(module("tin-1", asking), module("tin-2")))
    sitting = sit(lms)

    def round_trip() -> None:
        go(sitting, "tin-2.html")
        go(sitting, "tin-1.html")

    go(sitting, "tin-1.html")
    inner = sitting.inner
    press(sitting, "one", "B")
    hand_in(inner)
    told = inner.locator(".quiz > [role=status]")
    for _ in range(2):
        expect(told).to_contain_text("You have 1 of 2 points.")
        round_trip()
    assert lms.stored[RAW] == "50"
    told.get_by_role("button", name="Try again").click()
    press(sitting, "one", "B")
    round_trip()
    expect(told).to_be_hidden()
    expect(inner.locator("#q_two .go button").first).to_have_text("Check")
    assert lms.stored[RAW] == "50"
    press(sitting, "two", "B")
    expect(told).to_contain_text("You have 2 of 2 points.")
    assert (lms.stored[RAW], lms.stored[STATUS]) == ("100", "passed")


SECRETS = ("zebra", "giraffe", "walrus", "badger")
"""Ids and words of what is sensitive; none of them may be heard by an LMS."""


LISTEN = "heard = []; addEventListener('message', event => heard.push(JSON.stringify(event.data)))"


def secretive() -> Course:
    """A lesson in which every kind of sensitive thing is asked."""
    about = {"explicit_id": True, "place": HERE, "scored": False, "points": 0, "sensitive": True}
    reflect = LongFillIn(id="giraffe", prompt=text("Think"), **about)
    ways = (Way("a", text("Stay"), "safer", (text("Why."),)), Way("b", text("Go"), "riskier"))
    decide = Decision(id="walrus", prompt=text("What now?"), ways=ways, **about)
    asked = quiz(
        choice("zebra", "a", sensitive=True, points=5),
        replace(fill_in("badger"), sensitive=True),
        choice("plain", "b"),
        reflect,
        decide,
    )
    return course(module("tin-1", todo("Do"), asked, objectives=AIMS, sensitivity="mention"))


@pytest.mark.parametrize("profile", ["none", "minimal", "full"])
def test_no_call_tells_anything_of_a_sensitive_answer(
    packed: Packed, sit: Sit, profile: Profile
) -> None:
    """Two learners who differ in nothing but their sensitive answers are the same to an LMS."""
    heard = []
    for right in (True, False):
        lms = packed(profile, secretive())
        sitting = sit(lms)
        go(sitting, "tin-1.html")
        inner = sitting.inner
        sitting.shell.evaluate(LISTEN)
        reach(inner, "walrus").locator("summary").first.click()
        reach(inner, "giraffe").locator("textarea").fill("It was on Tuesday")
        inner.locator(".todo input").click()
        press(sitting, "zebra", "A" if right else "C")
        reach(inner, "badger").locator("fieldset input").fill("email" if right else "Tuesday")
        press(sitting, "badger")
        press(sitting, "plain", "B")
        hand_in(inner)
        sitting.pause()
        calls = sitting.calls()
        inner.locator(".quiz > [role=status] button").click()
        sitting.pause()
        messages = sitting.shell.evaluate("heard")
        assert len(messages) > 1
        for word in (*SECRETS, "Tuesday", "ticks"):
            assert word not in str(calls) + str(lms.commits) + str(messages)
            assert word not in lms.files["start.html"].decode()
        # What is told together depends on when the screen was drawn; what is told does not.
        heard.append(sitting.written() | {"cmi.core.session_time": ""})
        if profile != "none":
            assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    assert heard[0] == heard[1]
