"""Where a platform keeps each answer, it is asked nothing that must stay with the learner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from exporters.test_lowering import Able, match
from kandil.exporters._lowering import lowered
from kandil.exporters.exporter import EVERY
from kandil.model.blocks import Paragraph
from kandil.model.course import Profile, Sensitivity
from kandil.model.forms import Pair
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import (
    Branching,
    Decision,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Numeric,
    Step,
    Way,
)
from kandil.model.structure import interactions
from standin import HERE, choice, course, edition, module, numeric, quiz, text

PLATFORM = Able("x", EVERY, stores=True)
SHARED = {"id": "q", "explicit_id": True, "prompt": text("q"), "place": HERE}
CHOICE = choice("q", "a")
POLL = replace(CHOICE, scored=False)
DECISION = Decision(**SHARED, ways=(Way("a", text("Stay"), "depends"),))
WORDS = LongFillIn(**SHARED, scored=False)
RATE = Likert(**SHARED, scored=False, rows=(text("I can"),), scale=(text("no"), text("yes")))
SCENARIO = Branching(**SHARED, scored=False, steps=(Step("s", text("Start"), ()),))


def left(
    question: Interaction, profile: Profile = "minimal", sensitivity: Sensitivity = "none"
) -> tuple[list[Interaction], list[str]]:
    """Questions that the platform is handed, and what is said of the others."""
    lesson = replace(module("tin-1", question), sensitivity=sensitivity)
    made, told = lowered(edition(replace(course(lesson), profile=profile)), PLATFORM)
    return interactions(made.course.modules[0].blocks), [one.message for one in told]


@pytest.mark.parametrize("profile", ["minimal", "full"])
def test_a_question_with_a_key_is_asked(profile: Profile) -> None:
    assert left(CHOICE, profile) == ([CHOICE], [])
    assert left(match(), profile) == ([match()], [])


@pytest.mark.parametrize("profile", ["none", "minimal", "full"])
@pytest.mark.parametrize("question", [replace(CHOICE, sensitive=True), DECISION, POLL])
def test_what_is_sensitive_a_decision_or_a_poll_never_is(
    question: Interaction, profile: Profile
) -> None:
    asked, told = left(question, profile)
    assert asked == []
    assert [one.rpartition("question ")[2] for one in told] == [
        "printed with the key: its answer stays with the learner"
    ]


@pytest.mark.parametrize("question", [WORDS, RATE, SCENARIO])
def test_her_words_and_ways_are_asked_with_the_full_profile_alone(question: Interaction) -> None:
    assert left(question, "full")[0] == [question]
    assert left(question, "minimal")[0] == left(question, "none")[0] == []


def test_a_scenario_of_a_careful_lesson_is_content() -> None:
    assert left(SCENARIO, "full", "mention")[0] == []


@pytest.mark.parametrize("question", [CHOICE, match(), numeric("n")])
def test_without_a_profile_nothing_is_asked(question: Interaction) -> None:
    assert left(question, "none")[0] == []


def test_a_sensitive_course_asks_nothing_whatever_its_profile_says() -> None:
    assert left(CHOICE, "full", "depicts")[0] == []


def test_a_page_of_ours_may_ask_all_of_it() -> None:
    own = Able("x", EVERY - {Numeric})
    for one in (POLL, DECISION, WORDS, RATE, SCENARIO):
        made, _ = lowered(edition(course(module("tin-1", one))), own)
        assert interactions(made.course.modules[0].blocks) == [one]


def test_several_gaps_become_questions_with_one_each() -> None:
    sentence = text(
        "", Blank(("a",)), " then ", Blank(("b",)), " and ", Blank(number=Range(3, 3)), "."
    )
    three = FillIn(**SHARED, body=(Paragraph(sentence),), points=3)
    single = Able("x", frozenset({FillIn, Numeric}), gaps=1)
    made, told = lowered(edition(course(module("tin-1", quiz(three)))), single)
    found = interactions(made.course.modules[0].blocks)
    assert [type(one) for one in found] == [FillIn, FillIn, Numeric]
    assert [one.points for one in found] == [1, 1, 1]
    assert [one.body[0].text.plain for one in found] == [
        "… then ________ and ________.",
        "________ then … and ________.",
        "________ then ________ and ….",
    ]
    assert "as gaps to fill, one each" in told[0].message


# Forms that a trainer puts on a platform

FORM = Able("x", EVERY, stores=True, audience="facilitator")


def test_a_pair_of_forms_with_a_sensitive_question_is_left_out_as_a_whole() -> None:
    safe = Pair(choice("a", "a"), choice("b", "a"))
    careful = Pair(choice("c", "a"), replace(choice("d", "a"), sensitive=True))
    given = edition(course(profile="minimal", forms=(safe, careful)))
    made, told = lowered(given, FORM)
    assert made.course.forms == (safe,)
    words = "The format 'x' is not given this question: its answer stays with the learner"
    assert [one.message for one in told if "stays" in one.message] == [words, words]
    assert lowered(given, PLATFORM)[0].course.forms == (safe, careful)


@pytest.mark.parametrize("settings", [{"profile": "none"}, {"sensitive_setting": True}])
def test_where_nobody_may_know_that_she_learns_this_no_form_is_asked(settings: Any) -> None:
    pair = Pair(choice("a", "a"), choice("b", "a"))
    made, told = lowered(edition(course(module("tin-1"), forms=(pair,), **settings)), FORM)
    assert made.course.forms == ()
    words = "The format 'x' is not given this question: its answer stays with the learner"
    assert [one.message for one in told] == [words, words]


def test_where_forms_are_compared_the_questions_of_quizzes_are_named_as_left_out() -> None:
    pair = Pair(choice("a", "a"), choice("b", "a"))
    drawn = replace(quiz(choice("c", "a"), choice("d", "a")), draw=1)
    made, told = lowered(edition(course(module("tin-1", drawn), forms=(pair,))), FORM)
    assert made.course.forms == (pair,)
    assert interactions(made.course.modules[0].blocks) == []
    assert [one.message for one in told] == ["The format 'x' is not given this question"] * 2


def test_of_a_form_nothing_is_said_to_be_printed() -> None:
    lesson = module("tin-1", DECISION)
    _, told = lowered(edition(course(lesson)), FORM)
    assert [one.message for one in told] == [
        "The format 'x' is not given this question: its answer stays with the learner"
    ]
