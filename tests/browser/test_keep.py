"""Results on the device: only where she said so, always whole, and gone when she says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from browser.keeping import (
    KEY,
    agree,
    button,
    drawn,
    finish,
    hosted,
    keeping,
    kept,
    put,
    record,
    visitor,
)
from browser.learner import Learner
from examples import some
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Error, expect


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosted(tmp_path_factory.mktemp("keep"), keeping()) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    with visitor(browser, start) as made:
        yield made


def test_she_is_asked_once_and_no_means_no(learner: Learner) -> None:
    page = learner.open("tin-2.html")
    learner.answer("one", "B")
    expect(button(learner, "Yes, keep them")).to_have_count(0)
    learner.answer("two", "A", "C")
    learner.answer("secret", "A")
    expect(page.get_by_text("Keep my results on this device?")).to_be_visible()
    told = page.get_by_text("Your points, answers, ticks and where you stopped stay")
    expect(told).to_contain_text("whoever uses it can see them")
    expect(told).to_contain_text("a copy can stay for a while")
    page.evaluate("scrollTo(0, 0)")
    assert learner.axe() == []
    assert kept(learner) == {}
    # It is asked beside a result, not below questions that begin anew.
    button(learner, "Try again").click()
    expect(page.get_by_text("Keep my results on this device?")).to_be_hidden()
    finish(learner)
    button(learner, "No, keep nothing").click()
    assert learner.focused().strip() == "Nothing is kept."
    page.locator(".quiz > [role=status] button").click()
    finish(learner)
    expect(button(learner, "Yes, keep them")).to_have_count(0)
    assert kept(learner) == {}


def test_yes_keeps_what_she_did_on_this_page_and_no_sensitive_answer(learner: Learner) -> None:
    learner.open("tin-2.html")
    learner.answer("secret", "A")
    learner.answer("one", "B")
    learner.answer("two", "A", "B")
    learner.hand_in()
    button(learner, "Yes, keep them").click()
    assert learner.focused().startswith("They are kept on this device.")
    found = record(learner)
    lesson = found["lessons"].pop("tin-2")
    assert found == {"v": 2, "lessons": {}, "at": "tin-2"}
    marks = [str(learner.question(one).get_attribute("data-k")) for one in ("one", "two")]
    assert lesson["answers"] == dict(zip(marks, ["b", "a,b\t0"], strict=True))
    assert learner.question("secret").get_attribute("data-k") is None
    assert lesson["points"] == {"check": [1, 3]}
    assert lesson["aims"] == {"check": {"LO1": [1, 1], "LO2": [0, 2]}}
    assert "secret" not in kept(learner)[KEY]


def test_the_lesson_comes_back_as_she_left_it(learner: Learner) -> None:
    agree(learner)
    page = learner.page
    page.get_by_label("Write").check()
    names = drawn(learner)
    page.reload()
    learner.come_near()
    assert drawn(learner) == names
    expect(page.get_by_label("Write")).to_be_checked()
    expect(page.get_by_text("1 of 3 done")).to_be_visible()
    expect(page.locator(".quiz > [role=status]")).to_contain_text("You have 2 of 2 points.")
    assert learner.heard("answer") == learner.heard("quiz") == []
    expect(button(learner, "Yes, keep them")).to_have_count(0)
    page.goto(f"{learner.start}/tin-3.html")
    learner.come_near()
    assert not set(drawn(learner)) & set(names)
    learner.page.goto(f"{learner.start}/index.html")
    expect(page.get_by_role("link", name="Go on with lesson 3")).to_have_attribute(
        "href", "tin-3.html"
    )
    assert learner.axe() == []


def test_the_best_points_stay(learner: Learner) -> None:
    agree(learner)
    learner.page.locator(".quiz > [role=status] button").click()
    for name in drawn(learner):
        learner.answer(name, "A")
    learner.hand_in()
    lesson = record(learner)["lessons"]["tin-1"]
    assert lesson["points"] == {"check": [2, 2]}
    assert lesson["aims"] == {"check": {"LO1": [1, 1], "LO2": [1, 1]}}


def test_of_an_older_record_only_what_carries_ids_is_kept(learner: Learner) -> None:
    agree(learner)
    new = record(learner)
    lesson = {"points": {"check": 2}, "aims": {"check": [[1, 1], [1, 1]]}, "ticks": "110"}
    lesson |= {"structure": "abcdef", "answers": dict.fromkeys(drawn(learner), "b")}
    old = {"at": "tin-1", "seed": new["seed"], "lessons": {"tin-1": lesson}}
    put(learner, old)
    learner.page.reload()
    learner.come_near()
    expect(learner.page.locator(".quiz > [role=status]")).to_be_hidden()
    expect(learner.page.locator(".todo :checked")).to_have_count(0)
    whole = record(learner)
    kept_still = {"points": {"check": 2}, "aims": {}, "answers": {}, "ticks": {}}
    assert whole == new | {"lessons": {"tin-1": kept_still}}


def test_a_course_that_lost_its_exit_keeps_answers_anew(learner: Learner) -> None:
    of = {"v": 3, "at": "tin-1", "seed": 7, "lessons": {"tin-1": {"points": {"check": 2}}}}
    learner.page.goto(f"{learner.start}/about.html")
    put(learner, of)
    page = learner.open("tin-1.html")
    page.get_by_label("Write").check()
    finish(learner)
    lesson = record(learner)["lessons"]["tin-1"]
    assert lesson["points"] == {"check": [2, 2]}
    assert [*lesson["ticks"].values()] == ["010"] and [*lesson["answers"].values()] == ["b", "b"]


def test_what_was_removed_elsewhere_does_not_come_back(learner: Learner) -> None:
    agree(learner)
    other = learner.context.new_page()
    other.goto(f"{learner.start}/about.html#traces")
    other.get_by_role("button", name="Yes, remove it").click()
    expect(other.locator("#traces ~ [role=status]").first).to_contain_text("Done.")
    learner.page.get_by_label("Rest").check()
    assert kept(learner) == {}
    learner.page.goto("about:blank")
    learner.page.goto(f"{learner.start}/about.html")
    assert kept(learner) == {}


@pytest.mark.parametrize("value", ["", "{", "null", "[]", '{"lessons": null}', "7"])
def test_a_record_that_cannot_be_read_is_as_none(learner: Learner, value: str) -> None:
    learner.page.goto(f"{learner.start}/about.html")
    learner.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    learner.open("tin-1.html")
    finish(learner)
    expect(button(learner, "Yes, keep them")).to_be_visible()


def test_storage_that_is_forbidden_is_said(browser: Browser, start: str) -> None:
    with visitor(browser, start) as learner:
        learner.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
        )
        agree(learner)
        assert "This browser does not allow it. Nothing is kept." in learner.focused()


def test_a_sensitive_course_has_no_part_that_keeps(browser: Browser, tmp_path: Path) -> None:
    with hosted(tmp_path, keeping(sensitive_setting=True)):
        names = {path.name for path in tmp_path.iterdir()}
        assert not names & {"keep.js", "results.js", "results.html"}
        for path in tmp_path.iterdir():
            assert b"setItem" not in path.read_bytes()
            assert b"keep.js" not in path.read_bytes()


STEPS = st.lists(
    st.sampled_from(
        ["answer", "tick", "yes", "reload", "kill", "crash", "next", "again", "finish"]
    ),
    max_size=12,
)


def test_tries_and_a_result_survive_a_reload(learner: Learner) -> None:
    agree(learner)
    page = learner.page
    page.locator(".quiz > [role=status] button", has_text="Try again").click()
    one, other = drawn(learner)
    for attempt in range(3):
        learner.answer(one, "A")
        if attempt < 2:
            learner.check(one)
    learner.answer(other, "A")
    page.reload()
    learner.come_near()
    check = [learner.question(name).locator(".go button").first for name in (one, other)]
    expect(check[0]).to_have_attribute("hidden", "")
    expect(check[1]).to_have_text("Try again")
    # The second round is as open as it was, and the best points stay.
    expect(page.locator(".quiz > [role=status]")).to_be_hidden()
    assert record(learner)["lessons"]["tin-1"]["points"] == {"check": [2, 2]}
    learner.check(other)
    learner.hand_in()
    for _ in range(2):
        expect(page.locator(".quiz > [role=status]")).to_contain_text("You have 0 of 2 points.")
        expect(page.get_by_role("link", name="Your results")).to_be_visible()
        expect(check[1]).to_have_attribute("hidden", "")
        page.reload()
        learner.come_near()
    assert learner.heard("answer") == learner.heard("quiz") == []
    page.locator(".quiz > [role=status] button", has_text="Try again").click()
    page.reload()
    learner.come_near()
    for name in drawn(learner):
        expect(learner.question(name).locator(".go button").first).to_have_text("Check")
    expect(page.get_by_role("button", name="Show my result")).to_be_visible()


class Walk:
    """A learner who does anything in any order; what she consented to is followed beside her."""

    def __init__(self, browser: Browser, start: str) -> None:
        self.learner = Learner(browser, start)
        self.consent = False
        self.lesson = 1
        self.open()

    def open(self) -> None:
        self.learner.open(f"tin-{self.lesson}.html")

    def do(self, step: str) -> None:
        getattr(self, step)()
        self.judge()

    def judge(self) -> None:
        found = kept(self.learner)
        assert set(found) == ({KEY} if self.consent else set())
        if self.consent:
            whole = json.loads(found[KEY])
            assert set(whole) <= {"v", "lessons", "at", "seed", "passed"}
            assert whole["at"] == f"tin-{self.lesson}"
            assert "secret" not in found[KEY]
            for lesson in whole["lessons"].values():
                assert set(lesson) == {"points", "aims", "answers", "ticks"}

    def answer(self) -> None:
        for name in drawn(self.learner):
            go = self.learner.question(name).locator(".go button").first
            if go.is_visible():
                if go.inner_text() == "Check":
                    self.learner.question(name).locator("[type=A] label").nth(1).click()
                go.click()
                return

    def tick(self) -> None:
        boxes = self.learner.page.locator(".todo input")
        if boxes.count():
            boxes.first.click()

    def yes(self) -> None:
        wish = button(self.learner, "Yes, keep them")
        if wish.count():
            wish.click()
            self.consent = True

    def again(self) -> None:
        wish = self.learner.page.locator(".quiz > [role=status] button")
        if wish.count() and wish.is_visible():
            wish.click()

    def finish(self) -> None:
        self.learner.hand_in()

    def reload(self) -> None:
        before = kept(self.learner)
        self.learner.page.reload()
        self.learner.come_near()
        assert kept(self.learner) == before

    def kill(self) -> None:
        """The tab goes at once; what was written is there."""
        before = kept(self.learner)
        self.learner.page.close(run_before_unload=False)
        assert set(self._return()) == set(before)

    def crash(self) -> None:
        """The tab crashes: the last step may be lost, and the consent with it, but never half."""
        self.learner.page.evaluate(
            "document.querySelectorAll('.todo input').forEach(b => b.click())"
        )
        with suppress(Error):
            self.learner.page.goto("chrome://crash")
        self.consent = bool(self._return())

    def _return(self) -> dict[str, str]:
        self.learner.page = self.learner.context.new_page()
        self.open()
        return kept(self.learner)

    def next(self) -> None:
        self.lesson = self.lesson % 3 + 1
        self.open()


@some(15)
@given(STEPS)
def test_any_order_any_reload_any_kill_keeps_what_she_allowed(
    browser: Browser, start: str, steps: list[str]
) -> None:
    walk = Walk(browser, start)
    # So that consent comes early enough to matter in about half of the walks.
    for step in ["answer", "answer", *steps]:
        walk.do(step)
    assert walk.learner.errors == []
    walk.learner.close()
