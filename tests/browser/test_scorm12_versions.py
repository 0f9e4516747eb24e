"""A course that changed since: what an LMS kept is found by ids and meanings, never by place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from browser.lms import Lms
from browser.lms2004 import Lms2004
from browser.sitting import Sitting
from kandil.build.leaving import without as leave
from kandil.exporters._scorm.shell import read_facts
from kandil.model.course import Course
from kandil.model.structure import key
from standin import choice, course, fill_in, module, quiz, true_false

LmsOf = Callable[..., Lms]
Sit = Callable[[Lms], Sitting]
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
MEMORY = "cmi.suspend_data"
READ = """([facts, memory, name]) =>
  unpackState(facts.lessons.map(lessonOf), memory, facts.left).lessons[name].points"""
A = quiz(choice("one", "b"), choice("two", "b"), name="a")
B = quiz(choice("three", "b"), name="b")
NEW = quiz(choice("four", "b"), name="new")


@pytest.fixture(params=["scorm12", "scorm2004"])
def standard(request: pytest.FixtureRequest) -> str:
    """Both are asked the same."""
    return str(request.param)


def lesson(*blocks: object) -> Course:
    """A course of one lesson."""
    return course(module("tin-1", *blocks))


def republished(lms_of: LmsOf, of: Course, before: Lms, profile: str = "full") -> Lms:
    """Another version under the same attempt."""
    lms = lms_of(profile, of)
    held = "told" if isinstance(before, Lms2004) else "stored"
    setattr(lms, held, dict(getattr(before, held)))
    return lms


def restored(sitting: Sitting) -> dict[str, str]:
    """The answers that the lesson was given."""
    sitting.inner.wait_for_selector("body[data-restored]")
    words = sitting.inner.locator("body").get_attribute("data-restored") or ""
    found: dict[str, str] = json.loads(words)
    return found


@pytest.mark.parametrize("blocks", [(B,), (NEW, B), (B, A), (NEW, A, B)])
def test_points_stay_with_their_quiz(lms_of: LmsOf, sit: Sit, blocks: tuple[Any, ...]) -> None:
    """`a` was handed in; where it is gone its points are, and `b` is as open as it was."""
    before = lms_of("minimal", lesson(A, B))
    first = sit(before)
    first.open("tin-1")
    first.submit("tin-1", 2, of=2, quiz="a")
    assert (before.stored[STATUS], before.stored[RAW]) == ("incomplete", "66.67")
    lms = republished(lms_of, lesson(*blocks), before, "minimal")
    second = sit(lms)
    second.inner.wait_for_url("**/tin-1.html")
    second.pause()
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "66.67")
    names = [block.id for block in blocks]
    for name in names:
        if name != "a":
            assert lms.stored[STATUS] == "incomplete"
            second.submit("tin-1", 1, of=1, quiz=name)
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")


def test_passed_stays_and_a_new_quiz_is_open(lms_of: LmsOf, sit: Sit) -> None:
    before = lms_of("minimal", lesson(A))
    first = sit(before)
    first.open("tin-1")
    first.submit("tin-1", 2, of=2, quiz="a")
    before.stored = {**before.stored, "cmi.core.exit": "suspend"}
    lms = republished(lms_of, lesson(NEW, A), before, "minimal")
    second = sit(lms)
    second.open("tin-1")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")
    second.submit("tin-1", 0, of=1, quiz="new")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")


def test_an_answer_goes_where_its_meaning_did_and_no_other(lms_of: LmsOf, sit: Sit) -> None:
    asked = (choice("one", "b"), choice("two", "ac"), true_false("three"), fill_in("four"))
    before = lms_of("full", lesson(quiz(*asked)))
    first = sit(before)
    first.open("tin-1")
    given = {"one": "b", "two": "a,c\t2", "three": "b", "four": "a mail; of 100%!.*"}
    for name, answer in given.items():
        first.answer("tin-1", name, answer)
    new = (fill_in("four"), choice("zero", "a"), choice("two", "ad"), true_false("three"), asked[0])
    second = sit(republished(lms_of, lesson(quiz(*new)), before))
    assert restored(second) == {name: given[name] for name in ("one", "three", "four")}
    other = sit(republished(lms_of, lesson(quiz(choice("three", "b"))), before))
    assert restored(other) == {}


def test_a_lesson_that_was_left_out_comes_back_as_it_was(lms_of: LmsOf, sit: Sit) -> None:
    both = course(module("tin-1", A), module("tin-2", B))
    before = lms_of("full", both)
    first = sit(before)
    first.open("tin-2")
    first.answer("tin-2", "three", "b", quiz="b")
    first.submit("tin-2", 1, of=1, quiz="b")
    without = republished(lms_of, course(module("tin-1", A)), before)
    second = sit(without)
    second.open("tin-1")
    second.submit("tin-1", 0, of=2, quiz="a")
    after = republished(lms_of, both, without)
    third = sit(after)
    third.open("tin-2")
    assert restored(third) == {"three": "b"}
    assert after.stored[MEMORY].count(".") == 2


def results(sitting: Sitting, lms: Lms, name: str) -> list[str]:
    """What is kept of a lesson: its points by quiz."""
    facts = read_facts(lms.files["start.html"])
    record = sitting.shell.evaluate(READ, [facts.data(), lms.stored[MEMORY], name])
    return [f"{quiz} {points}" for quiz, points in record.items()]


@pytest.mark.parametrize(("one", "two"), [("tin-1", "tin-2"), ("tin-2026", "tin-4381")])
def test_results_of_a_lesson_that_a_preview_leaves_out_are_nobody_elses(
    lms_of: LmsOf, sit: Sit, one: str, two: str
) -> None:
    """The hashes of the second pair begin alike: without the one, the other's could be shorter."""
    both = course(module(one, A), module(two, A))
    before = lms_of("full", both)
    first = sit(before)
    first.open(two)
    first.answer(two, "one", "b", quiz="a")
    first.submit(two, 2, of=2, quiz="a")
    without = republished(lms_of, leave(both, {two}), before)
    second = sit(without)
    second.open(one)
    second.pause()
    assert results(second, without, one) == []
    assert without.stored[STATUS] == "incomplete"
    after = republished(lms_of, both, without)
    third = sit(after)
    third.open(two)
    assert restored(third) == {"one": "b"}
    assert (results(third, after, one), results(third, after, two)) == ([], ["a 2"])


@pytest.mark.parametrize(("head", "points", "left"), [("54,", "zz", "zz"), ("44,", "a", "*a")])
def test_what_is_left_out_is_kept_before_what_was_taken_away(
    lms_of: LmsOf, sit: Sit, standard: str, head: str, points: str, left: str
) -> None:
    limit = {"scorm12": 4096, "scorm2004": 64000}[standard]
    both = course(module("tin-1", A), module("tin-2", B))
    lms = lms_of("full", leave(both, {"tin-2"}))
    away = [f";{number:04x}" for number in range(limit // 5 - 4)]
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend"}
    lms.stored = {**lms.stored, MEMORY: head + "".join(away) + f";OYoV.{key('b', 4)}{points}"}
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 1, of=2, quiz="a")
    assert f";OYoV.{key('b', 4)}{left};0000" in lms.stored[MEMORY]
    assert away[-1] not in lms.stored[MEMORY] and len(lms.stored[MEMORY]) <= limit


@pytest.mark.parametrize(
    ("memory", "points"),
    [
        ("44,", "k"),
        ("54,", "*k"),
        ("54,", "zz"),
        ("44,", "zz"),
    ],
)
def test_points_of_the_format_before_are_read(
    lms_of: LmsOf, sit: Sit, memory: str, points: str
) -> None:
    lms = lms_of("full", lesson(A, B))
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend", RAW: "66.67"}
    lms.stored = {**lms.stored, MEMORY: f"{memory};B47K.{key('a', 4)}{points}"}
    sitting = sit(lms)
    sitting.open("tin-1")
    assert results(sitting, lms, "tin-1") == ["a 2"]
    assert lms.stored[MEMORY].startswith("54") and f".{key('a', 4)}zz" in lms.stored[MEMORY]
    sitting.submit("tin-1", 1, of=1, quiz="b")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("passed", "100")


@pytest.mark.parametrize("memory", ["2M4HWAn{}1e.a!b.c", "3M4HWAn00abcd{}1e.a!b.c"])
def test_of_an_older_memory_only_the_lessons_are_read(lms_of: LmsOf, sit: Sit, memory: str) -> None:
    lms = lms_of("full", lesson(A, B))
    lms.stored = {STATUS: "incomplete", "cmi.core.exit": "suspend", RAW: "66.67"}
    lms.stored = {**lms.stored, MEMORY: memory.format("B47K")}
    lms.stored = {**lms.stored, "cmi.core.lesson_location": "tin-1"}
    sitting = sit(lms)
    assert restored(sitting) == {}
    assert lms.stored[MEMORY].endswith(";B47K")
    sitting.submit("tin-1", 1, of=1, quiz="b")
    assert (lms.stored[STATUS], lms.stored[RAW]) == ("incomplete", "66.67")


@pytest.mark.parametrize(
    ("status", "memory"),
    [
        ("passed", ""),
        ("failed", ""),
        ("completed", ""),
        ("incomplete", "2M4HWAnB47K1e"),
        ("passed", "44,;B47K"),
    ],
)
def test_a_score_that_an_lms_does_not_give_back_is_not_lowered(
    lms_of: LmsOf, sit: Sit, status: str, memory: str
) -> None:
    lms = lms_of("minimal", lesson(A, B))
    lms.stored = {STATUS: status, MEMORY: memory, "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 1, of=2, quiz="a")
    sitting.submit("tin-1", 1, of=1, quiz="b")
    assert RAW not in sitting.written()
    sitting.submit("tin-1", 2, of=2, quiz="a")
    assert lms.stored[RAW] == "100"


def test_the_best_score_is_known_although_the_lms_keeps_it_to_itself(
    lms_of: LmsOf, sit: Sit
) -> None:
    before = lms_of("minimal", lesson(A, B))
    first = sit(before)
    first.open("tin-1")
    first.submit("tin-1", 2, of=2, quiz="a")
    lms = republished(lms_of, lesson(B, NEW), before, "minimal")
    lms.stored = {name: value for name, value in lms.stored.items() if name != RAW}
    second = sit(lms)
    second.open("tin-1")
    second.submit("tin-1", 1, of=1, quiz="b")
    assert RAW not in second.written()
    second.submit("tin-1", 1, of=1, quiz="new")
    assert lms.stored[RAW] == "100"


def test_a_first_score_is_told_whatever_it_is(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", lesson(A, B))
    lms.stored = {STATUS: "incomplete", MEMORY: "2M4HWAnB47K", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 0, of=2, quiz="a")
    assert lms.stored[RAW] == "0"
