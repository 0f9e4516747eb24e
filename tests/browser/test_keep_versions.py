"""A course that is published again under results that a device keeps, and two tabs of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from browser.keeping import AIMS, graded, hosted, kept, todo, visitor
from browser.learner import Learner, served, write
from kandil.model.course import Course
from kandil.model.interactions import Entry, Matching, Option, Sequencing, Target
from kandil.render.site.pages import render
from playwright.sync_api import Browser, expect
from standin import HERE, choice, course, edition, fill_in, module, quiz, text

Publish = Callable[[Course], None]
ABOUT: dict[str, Any] = {"explicit_id": True, "place": HERE}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Publish]]:
    """An address, and a way to put another edition there."""
    day = count(1_900_000_000, 86_400)

    def put(of: Course) -> None:
        write(render(edition(of)), tmp_path)
        # A browser asks for what is newer, in whole seconds.
        at = next(day)
        for path in tmp_path.iterdir():
            os.utime(path, (at, at))

    with hosted(tmp_path, course()) as address:
        yield address, put


@pytest.fixture
def publish(site: tuple[str, Publish]) -> Publish:
    return site[1]


@pytest.fixture
def learner(browser: Browser, site: tuple[str, Publish]) -> Iterator[Learner]:
    with visitor(browser, site[0]) as made:
        yield made


def agree(learner: Learner) -> None:
    learner.page.get_by_role("button", name="Yes, keep them").click()


def record(learner: Learner) -> dict[str, Any]:
    return dict(json.loads(kept(learner)["k.tin"]))


def entries(*words: str) -> tuple[Entry, ...]:
    return tuple(Entry(letter, text(word)) for letter, word in zip("abc", words, strict=False))


def steps(*words: str) -> Sequencing:
    return Sequencing(id="steps", prompt=text("Put in order"), items=entries(*words), **ABOUT)


def pairs(*words: str) -> Matching:
    targets = tuple(Target(x, text(word)) for x, word in zip("ab", words, strict=True))
    items = tuple(replace(one, home=one.letter) for one in entries("PIN", "Code"))
    name: dict[str, Any] = {"id": "pairs", "prompt": text("Match")}
    return Matching(form="pairs", items=items, targets=targets, **name, **ABOUT)


CLOSED = "button => button.hidden"


def settled(learner: Learner) -> set[str]:
    """The questions that stand as answered."""
    boxes = learner.page.locator(".q[id]").all()
    done = [box for box in boxes if box.locator(".go button").first.evaluate(CLOSED)]
    return {str(box.get_attribute("id")).removeprefix("q_") for box in done}


def test_an_answer_and_a_tick_go_where_their_meaning_did_and_no_other(
    learner: Learner, publish: Publish
) -> None:
    plain = (choice("one", "b"), choice("two", "b", shuffle=False))
    lists = (todo("Read", "Write"), todo("Lock", "Wait"), todo("Lock", "Wait"))
    rest = (fill_in("gap"), steps("Open", "Change", "Leave"), pairs("A number", "Signs"))
    publish(course(module("tin-1", *lists, quiz(*plain, *rest))))
    page = learner.open("tin-1.html")
    for name in ("one", "two"):
        learner.answer(name, "B")
    learner.fill("gap", "mail")
    for words in ("Write", "Lock"):
        page.get_by_label(words).first.check()
    learner.hand_in()
    agree(learner)
    page.reload()
    learner.come_near()
    assert settled(learner) == {"one", "two", "gap", "steps", "pairs"}
    assert page.locator(".todo :checked").count() == 2
    points = record(learner)["lessons"]["tin-1"]["points"]
    assert points == {"check": [3, 5]}

    turned = tuple(Option(x, text(w), x == "b") for x, w in zip("abcd", "DCBA", strict=True))
    changed = (replace(plain[0], options=turned), plain[1])
    other = (rest[0], steps("Open", "Leave", "Change"), pairs("Signs", "A number"))
    publish(course(module("tin-1", todo("Read", "Burn"), *lists[1:], quiz(*changed, *other))))
    page.reload()
    learner.come_near()
    assert settled(learner) == {"two", "gap"}
    assert page.locator(".todo").nth(1).locator(":checked").count() == 1
    assert page.locator(".todo :checked").count() == 1
    lesson = record(learner)["lessons"]["tin-1"]
    assert lesson["points"] == points
    assert sorted(lesson["answers"].values()) == ["b", "mail\t1\ten\t1"]
    assert list(lesson["ticks"].values()) == ["10"]


def test_points_of_an_objective_stay_with_its_id(learner: Learner, publish: Publish) -> None:
    asked = quiz(choice("one", "b", objective="LO1"), choice("two", "b", objective="LO2"))
    publish(course(module("tin-1", asked, objectives=AIMS)))
    learner.open("tin-1.html")
    learner.answer("one", "B")
    for attempt in range(3):
        learner.answer("two", "A")
        if attempt < 2:
            learner.check("two")
    agree(learner)
    publish(course(module("tin-1", asked, objectives=AIMS[::-1])))
    learner.page.goto(f"{learner.start}/results.html")
    told = learner.page.locator(".sum ul li").all_inner_texts()
    assert told == ["Keep it: 0 of 1", "Choose a password: 1 of 1"]


def test_a_removed_quiz_takes_its_points_a_new_one_is_open_and_passed_stays(
    learner: Learner, publish: Publish
) -> None:
    a, b, new = (quiz(choice(f"{name}1", "b"), name=name) for name in ("a", "b", "new"))
    publish(course(module("tin-1", a, b), pass_mark=50, certificate="named"))
    page = learner.open("tin-1.html")
    learner.answer("a1", "B")
    agree(learner)
    publish(course(module("tin-1", new, b), pass_mark=50, certificate="named"))
    page.goto(f"{learner.start}/results.html")
    told = page.locator("#sum")
    expect(told).to_have_text("You have 0 of 2 points in the whole course.")
    expect(page.locator(".sum .lessons > li")).to_contain_text("Not finished yet")
    expect(page.locator(".paper .card")).to_be_hidden()
    learner.open("tin-1.html")
    assert record(learner)["lessons"]["tin-1"]["points"] == {}
    learner.answer("b1", "B")
    publish(course(module("tin-1", b), pass_mark=50, certificate="named"))
    page.goto(f"{learner.start}/results.html")
    enough = "You have 1 of 1 points in the whole course. That is enough to pass."
    expect(told).to_have_text(enough)
    publish(course(module("tin-1", b, a, new), pass_mark=50, certificate="named"))
    page.goto(f"{learner.start}/results.html")
    expect(told).to_have_text("That is enough to pass.")
    expect(page.locator(".sum .lessons > li")).to_contain_text("Not finished yet")
    expect(page.locator(".paper .card")).to_be_visible()


def test_a_quiz_that_is_whole_without_a_question_counts(learner: Learner, publish: Publish) -> None:
    one, two, other = (choice(name, "b") for name in ("one", "two", "other"))
    publish(course(module("tin-1", quiz(other, name="first"), quiz(one, two))))
    page = learner.open("tin-1.html")
    learner.answer("one", "B")
    learner.answer("other", "B")
    agree(learner)
    publish(course(module("tin-1", quiz(other, name="first"), quiz(one))))
    page.reload()
    learner.come_near()
    expect(page.locator(".quiz > [role=status]").nth(1)).to_contain_text("You have 1 of 1 point.")
    points = record(learner)["lessons"]["tin-1"]["points"]
    assert points == {"check": [1, 1], "first": [1, 1]}
    assert len(learner.heard("quiz")) == 1


def hand_in(learner: Learner, lesson: str, *answers: str) -> None:
    learner.open(f"{lesson}.html")
    for name, words in zip(("one", "two"), answers, strict=True):
        learner.answer(name, words)
    learner.hand_in()


@pytest.mark.parametrize("opens", [False, True])
def test_where_points_change_what_was_reached_stays_the_same_share(
    learner: Learner, publish: Publish, opens: bool
) -> None:
    publish(graded(1))
    hand_in(learner, "tin-1", "B", "B")
    agree(learner)
    publish(graded(4))
    if opens:
        learner.open("tin-1.html")
        assert record(learner)["lessons"]["tin-1"]["points"] == {"check": [5, 5]}
    hand_in(learner, "tin-2", "B", "B")
    assert record(learner)["passed"]
    page = learner.page
    page.goto(f"{learner.start}/results.html")
    enough = "You have 10 of 10 points in the whole course. That is enough to pass."
    expect(page.locator("#sum")).to_have_text(enough)
    expect(page.get_by_text("Points: 5 of 5")).to_have_count(2)


@pytest.mark.parametrize(
    ("answers", "share", "judged"), [("AB", "2.5 of 5", "4 of 5"), ("BA", "2.5 of 5", "2.5 of 5")]
)
def test_answers_that_are_kept_are_judged_anew_and_lower_nothing(
    learner: Learner, publish: Publish, answers: str, share: str, judged: str
) -> None:
    publish(graded(1))
    hand_in(learner, "tin-1", *answers)
    agree(learner)
    publish(graded(4))
    for told in (share, judged):
        learner.page.goto(f"{learner.start}/results.html")
        row = learner.page.locator(".sum .lessons > li").first
        expect(row).to_contain_text(f"Points: {told}")
        learner.open("tin-1.html")


def test_who_passes_in_a_lesson_has_passed(learner: Learner, publish: Publish) -> None:
    """She never opened "Your results" before the course grew."""
    a, new = (quiz(choice(name, "b"), name=name) for name in ("a", "new"))
    publish(course(module("tin-1", a), pass_mark=50, certificate="named"))
    learner.open("tin-1.html")
    learner.answer("a", "B")
    agree(learner)
    assert record(learner)["passed"]
    publish(course(module("tin-1", a, new), pass_mark=50, certificate="named"))
    learner.page.goto(f"{learner.start}/results.html")
    expect(learner.page.locator("#sum")).to_have_text("That is enough to pass.")
    expect(learner.page.locator(".paper .card")).to_be_visible()


@pytest.mark.parametrize("typed", ["mail", "fax"])
def test_what_she_wrote_in_another_language_is_not_judged_by_this_one(
    browser: Browser, tmp_path: Path, typed: str
) -> None:
    of = course(module("tin-1", quiz(fill_in("gap"), choice("one", "b"))))
    for locale in ("en", "ka"):
        (tmp_path / locale).mkdir()
        write(render(edition(of, locale)), tmp_path / locale)
    other = tmp_path / "ka/tin-1.html"
    page = other.read_text("utf-8").replace("<b>email</b>", "<b>posta</b>")
    other.write_text(page.replace("<b>mail</b>", "<b>elposta</b>"), "utf-8")
    assert "elposta" in other.read_text("utf-8")
    with served(tmp_path) as start, visitor(browser, start) as learner:
        learner.open("en/tin-1.html")
        learner.answer("one", "B")
        learner.fill("gap", typed)
        learner.hand_in()
        agree(learner)
        before = record(learner)
        points = "You have 2 of 2 points." if typed == "mail" else "You have 1 of 2 points."
        for locale, shown in (("ka", ""), ("en", typed)):
            learner.open(f"{locale}/tin-1.html")
            assert settled(learner) == {"gap", "one"}
            expect(learner.question("gap").locator("fieldset input")).to_have_value(shown)
            done = learner.question("gap").and_(learner.page.locator(".done"))
            expect(done).to_have_count(int(typed == "mail"))
            expect(learner.page.locator(".quiz > [role=status]")).to_contain_text(points)
            assert record(learner) == before


def test_two_tabs_keep_what_each_of_them_did(learner: Learner, publish: Publish) -> None:
    publish(course(*(module(f"tin-{n}", todo("Do"), quiz(choice("one", "b"))) for n in (1, 2))))
    page = learner.open("tin-1.html")
    learner.answer("one", "B")
    agree(learner)
    first, second = page, learner.context.new_page()
    second.goto(f"{learner.start}/tin-1.html")
    second.get_by_label("Do").check()
    learner.page = second
    learner.open("tin-2.html")
    learner.answer("one", "B")
    first.get_by_role("button", name="Try again").click()
    lessons = record(learner)["lessons"]
    assert [lesson["points"] for lesson in lessons.values()] == [{"check": [1, 1]}] * 2
    assert [[*lesson["ticks"].values()] for lesson in lessons.values()] == [["1"], []]
    assert lessons["tin-1"]["answers"] == {}
