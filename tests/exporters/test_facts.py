"""What a run-time is told of a course."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from kandil.build.leaving import without
from kandil.exporters._scorm.facts import course_facts, facts_of, resume_size
from kandil.model.blocks import Section
from kandil.model.course import Course, Profile
from standin import HERE, choice, course, module, quiz


def facts(of: Course, profile: Profile = "full") -> dict[str, Any]:
    paths = {one.id: f"{one.id}.html" for one in of.modules}
    return course_facts(of, profile, paths).data()


def size(of: Course) -> int:
    return resume_size(facts_of(facts(of)))


def test_a_lesson_is_a_row_of_ids_points_and_forms() -> None:
    assert facts(course())["lessons"] == [
        [
            "tin-1",
            "tin-1.html",
            "B47K",
            [["check", 3, "IPZc"]],
            [["check", "one", "choice", "JuO8"], ["check", "two", "choice", "ampM"]],
        ],
        [
            "tin-2",
            "tin-2.html",
            "OYoV",
            [["check", 3, "IPZc"]],
            [
                ["check", "three", "true-false", "-pbG", "b"],
                ["check", "four", "fill-in", "Sdwc"],
                ["check", "five", "numeric", "lIyQ"],
            ],
        ],
    ]


def test_minimal_names_no_question() -> None:
    assert [len(row) for row in facts(course(), "minimal")["lessons"]] == [4, 4]


def test_a_sensitive_question_is_not_named_and_gives_no_points() -> None:
    of = course(module("tin-1", quiz(choice("a", "a", sensitive=True), choice("b", "b"))))
    [row] = facts(of)["lessons"]
    mark = row[4][0].pop()
    assert row[3:] == [[["check", 1, "IPZc"]], [["check", "b", "choice"]]] and len(mark) == 4


def test_a_quiz_inside_a_fixed_block_counts_like_any_other() -> None:
    block = Section("do", "do-it", (quiz(choice("a", "a")),), HERE)
    [row] = facts(course(module("tin-1", block)))["lessons"]
    assert row[3] == [["check", 1, "IPZc"]] and row[4][0][:3] == ["check", "a", "choice"]


def test_a_row_hangs_on_ids_and_meanings_and_never_on_places() -> None:
    one, two = (row for row in facts(course())["lessons"])
    turned = course(*reversed(course().modules))
    assert facts(turned)["lessons"] == [two, one]
    more = quiz(choice("zero", "a"), choice("one", "b"), choice("two", "c", points=2))
    other = course(module("tin-1", quiz(choice("new", "a"), name="new"), more))
    [row] = facts(other)["lessons"]
    [_, [_, _, key]], questions = row[3], {name: mark for _, name, _, mark, *_ in row[4]}
    [[_, _, before]], marks = one[3], {name: mark for _, name, _, mark, *_ in one[4]}
    assert key == before
    assert questions["one"] == marks["one"] and questions["two"] != marks["two"]


def test_keys_are_the_same_in_every_build_and_grow_where_two_would_meet() -> None:
    few = course(*(module(f"m{number}") for number in range(9)))
    assert {len(row[2]) for row in facts(few)["lessons"]} == {4}
    many = course(*(module(f"m{number}") for number in range(9000)))
    keys = [row[2] for row in facts(many)["lessons"]]
    assert len(set(keys)) == len(keys)
    assert {len(key) for key in keys} == {5}


def test_a_lesson_that_is_left_out_is_named_by_its_key_and_its_points_have_room() -> None:
    of = course()
    cut = facts(without(of, {"tin-2"}))
    assert (cut["left"], cut["lessons"]) == ({"OYoV": 7}, facts(of)["lessons"][:1])
    assert size(without(of, {"tin-2"})) == size(of)
    assert "left" not in facts(of) and "left" not in facts(without(of, {"tin-2"}), "none")


@given(st.lists(st.integers(1, 99), max_size=9))
def test_the_size_counts_all_that_may_not_be_dropped(points: list[int]) -> None:
    modules = [
        module(f"m{number}", quiz(choice("one", "a", points=one)))
        for number, one in enumerate(points)
    ]
    of = replace(course(), modules=tuple(modules))
    # A share of the points, in base 36; each with the keys of its lesson and its quiz.
    assert size(of) == 6 + len(points) * 12


@given(st.sampled_from(["none", "minimal", "full"]), st.booleans())
def test_what_a_page_knows_is_read_back(profile: str, less: bool) -> None:
    of = without(course(), {"tin-2"}) if less else course()
    data = json.loads(json.dumps(facts(of, profile)))
    assert facts_of(data).data() == data
