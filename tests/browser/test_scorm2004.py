"""What SCORM 2004 hears that 1.2 does not: completion and success apart, objectives, responses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.lms import FRAMED, Lms
from browser.lms2004 import Lms2004
from browser.sitting import Sitting
from exporters.test_lowering import match, order
from kandil.model.course import Course, Objective
from standin import choice, course, fill_in, module, numeric, quiz, text, true_false

LmsOf = Callable[..., Lms2004]
Sit = Callable[[Lms], Sitting]
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ"
SPAN = r"PT\d+(\.\d{1,2})?S"
THROWS = """<script>
['LMSGetValue', 'LMSCommit'].forEach(function (name) {
  API[name] = function () { throw new Error('gone'); };
});
</script>"""
ERRORS = """<script>API.LMSGetValue = function () { return ANSWER; };</script>"""


@pytest.fixture
def standard() -> str:
    return "scorm2004"


def aims(*names: str) -> tuple[Objective, ...]:
    return tuple(Objective(name, text(name)) for name in names)


def aimed() -> Course:
    """Two lessons with a quiz each, and objectives of their own and of the course."""
    lessons = (
        module("tin-1", quiz(choice("one", "b"), choice("two", "ac", points=2)), **_aims("LO1")),
        module("tin-2", quiz(true_false("three"), fill_in("four"), numeric("five"))),
    )
    return course(*lessons, objectives=aims("C1"))


def _aims(*names: str) -> dict[str, Any]:
    return {"objectives": aims(*names)}


def objectives(lms: Lms2004) -> dict[str, tuple[str, str]]:
    """Success and completion of each, by its id."""
    places = [name[:-2] for name in lms.told if re.fullmatch(r"cmi\.objectives\.\d+\.id", name)]
    return {
        lms.told[f"{at}id"]: (lms.told[f"{at}success_status"], lms.told[f"{at}completion_status"])
        for at in places
    }


def told(lms: Lms2004, *names: str) -> tuple[Any, ...]:
    return tuple(lms.told.get(f"cmi.{name}") for name in names)


BOTH = ("completion_status", "success_status")
SCORE = ("score.raw", "score.min", "score.max", "score.scaled")


def test_completion_and_success_are_told_apart(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", aimed())
    sitting = sit(lms)
    sitting.open("tin-1")
    assert told(lms, *BOTH, "progress_measure") == ("incomplete", "unknown", "0.25")
    sitting.submit("tin-1", 3)
    assert told(lms, *SCORE) == ("50", "0", "100", "0.5")
    sitting.open("tin-2")
    sitting.submit("tin-2", 1)
    # All is done, and it is not enough: nothing is over, and nothing has failed.
    assert told(lms, *BOTH, "progress_measure") == ("incomplete", "unknown", "0.99")
    sitting.submit("tin-2", 2)
    assert told(lms, *BOTH, "progress_measure") == ("completed", "passed", "1")
    assert told(lms, *SCORE) == ("83.33", "0", "100", "0.8333")
    names = list(sitting.written())
    assert names.index("cmi.core.score.raw") < names.index("cmi.core.lesson_status")


def test_a_course_without_a_quiz_is_complete_and_not_passed(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", course(module("tin-1"), module("tin-2")))
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.open("tin-2")
    assert told(lms, *BOTH, "progress_measure") == ("completed", "unknown", "1")


def test_what_was_passed_is_there_at_the_next_visit(lms_of: LmsOf, sit: Sit) -> None:
    """Another exit than `suspend` would begin a new attempt, in which nothing is passed."""
    lms = lms_of("minimal", aimed())
    first = sit(lms)
    for lesson in ("tin-1", "tin-2"):
        first.open(lesson)
        first.submit(lesson, 3)
    assert lms.told["cmi.exit"] == "suspend"
    second = sit(lms)
    second.open("tin-1")
    second.submit("tin-1", 0)
    assert told(lms, *BOTH, "score.raw") == ("completed", "passed", "100")


def test_objectives_stand_as_their_lesson_does(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("minimal", aimed())
    sitting = sit(lms)
    sitting.open("tin-1")
    begun, over = ("unknown", "incomplete"), ("passed", "completed")
    assert objectives(lms) == {"tin-C1": begun, "tin-1-LO1": begun}
    sitting.submit("tin-1", 2)
    assert objectives(lms)["tin-1-LO1"] == begun
    sitting.submit("tin-1", 3)
    assert objectives(lms) == {"tin-C1": begun, "tin-1-LO1": over}
    sitting.open("tin-2")
    sitting.submit("tin-2", 3)
    assert objectives(lms) == {"tin-C1": over, "tin-1-LO1": over, "tin-2": over}


def test_objectives_that_the_lms_has_from_the_manifest_keep_their_places(
    lms_of: LmsOf, sit: Sit
) -> None:
    lms = lms_of("minimal", aimed())
    known = ("tin-2", "tin-1-LO1", "tin-C1")
    lms.told = {f"cmi.objectives.{place}.id": name for place, name in enumerate(known)}
    unknown = {"success_status": "unknown", "completion_status": "unknown"}
    lms.told |= {f"cmi.objectives.0.{name}": value for name, value in unknown.items()}
    lms.told |= {"cmi.exit": "suspend"}
    sitting = sit(lms)
    sitting.open("tin-1")
    assert tuple(lms.told[f"cmi.objectives.{place}.id"] for place in range(3)) == known
    assert objectives(lms)["tin-1-LO1"] == ("unknown", "incomplete")
    assert "cmi.objectives.3.id" not in lms.told


RESPONSES = [
    ("tin-1", "one", "choice", "b", "b", "b", "b"),
    ("tin-1", "two", "choice", "a,d", "a,c", "a[,]d", "a[,]c"),
    ("tin-2", "three", "true-false", "b", "b", "true", "true"),
    ("tin-2", "three", "true-false", "a", "b", "false", "true"),
    ("tin-2", "four", "fill-in", "mail", "email", "mail", "email"),
    ("tin-2", "four", "fill-in", "a[,]b", "email", "a,b", "email"),
    ("tin-2", "four", "fill-in", "[[.]] [[,]", "email", ". ,", "email"),
    ("tin-2", "four", "fill-in", "{case_matters=no}", "email", " {case_matters=no}", "email"),
    ("tin-2", "four", "fill-in", "а" * 249 + "😀", "email", "а" * 249, "email"),
    ("tin-2", "four", "fill-in", "one\ntwo", "one,three", "one[,]two", "one[,]three"),
    ("tin-2", "four", "fill-in", "one\ntwo", "o,n,e,three", "one[,]two", None),
    ("tin-2", "five", "numeric", "3,5", "3", "3.5", "3[:]3"),
    ("tin-2", "five", "numeric", "4", "3.5–5", "4", "3.5[:]5"),
    ("tin-2", "five", "numeric", "three", "−3", None, "-3[:]-3"),
    ("tin-2", "match", "matching", "a.b,b.a", "a.a,b.b", "a[.]b[,]b[.]a", "a[.]a[,]b[.]b"),
    ("tin-2", "order", "sequencing", "b,a,c", "a,b,c", "b[,]a[,]c", "a[,]b[,]c"),
]


def every_type() -> Course:
    """With a question of each type that is reported."""
    second = quiz(true_false("three"), fill_in("four"), numeric("five"), match("match"))
    third = quiz(order("order"), name="third")
    one = quiz(choice("one", "b"), choice("two", "ac", points=2))
    return course(module("tin-1", one), module("tin-2", second, third))


@pytest.mark.parametrize(
    ("lesson", "question", "form", "answer", "key", "response", "pattern"), RESPONSES
)
def test_responses_and_patterns_are_legal_for_their_type(
    lms_of: LmsOf,
    sit: Sit,
    lesson: str,
    question: str,
    form: str,
    answer: str,
    key: str,
    response: str | None,
    pattern: str | None,
) -> None:
    lms = lms_of("full", every_type())
    sitting = sit(lms)
    sitting.open(lesson)
    quizzed = "third" if question == "order" else "check"
    sitting.answer(lesson, question, answer, key=key, right=False, points=0, quiz=quizzed)
    sitting.calls()
    at = "interactions.0."
    assert told(lms, f"{at}id", f"{at}type", f"{at}result") == (
        f"{lesson}-{question}",
        form,
        "incorrect",
    )
    assert told(lms, f"{at}learner_response", f"{at}correct_responses.0.pattern") == (
        response,
        pattern,
    )
    assert re.fullmatch(TIME, lms.told[f"cmi.{at}timestamp"])
    assert re.fullmatch(SPAN, lms.told[f"cmi.{at}latency"])
    assert re.fullmatch(SPAN, lms.told["cmi.session_time"])


def test_a_question_is_one_interaction_in_all_sittings(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full", aimed())
    first = sit(lms)
    first.open("tin-1")
    first.answer("tin-1", "one", "a", key="b", right=False, points=0)
    first.answer("tin-1", "two", "a,c", key="a,c", of=2, points=2)
    second = sit(lms)
    second.open("tin-1")
    second.answer("tin-1", "two", "a,b", key="a,c", right=False, points=1, of=2)
    second.answer("tin-1", "one", "b", key="b")
    ids = {one: name for one, name in lms.told.items() if re.fullmatch(r".*actions\.\d+\.id", one)}
    assert ids == {
        "cmi.interactions.0.id": "tin-1-one",
        "cmi.interactions.1.id": "tin-1-two",
    }
    assert told(lms, "interactions.0.result", "interactions.1.result") == ("correct", "1")


OUTSIDE = re.compile(r"cmi\.(interactions|objectives)\.\d+\.")
MINIMAL = {
    *("completion_status", "success_status", "progress_measure", "location", "exit"),
    *("suspend_data", "score.raw", "score.min", "score.max", "score.scaled"),
    *("objectives.id", "objectives.success_status", "objectives.completion_status"),
}
FULL = MINIMAL | {
    *("session_time", "interactions.id", "interactions.type", "interactions.weighting"),
    *("interactions.timestamp", "interactions.latency", "interactions.learner_response"),
    *("interactions.correct_responses.0.pattern", "interactions.result"),
}


@pytest.mark.parametrize(
    ("profile", "elements"), [("none", set()), ("minimal", MINIMAL), ("full", FULL)]
)
def test_each_profile_tells_what_it_says(
    lms_of: LmsOf, sit: Sit, profile: str, elements: set[str]
) -> None:
    lms = lms_of(profile, aimed())
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.answer("tin-1", "one", "b", key="b")
    sitting.submit("tin-1", 3)
    sitting.pause()
    told = [call[1] for call in sitting.calls() if call[0] == "LMSSetValue"]
    assert {OUTSIDE.sub(r"\1.", name).removeprefix("cmi.") for name in told} == elements
    sitting.shell.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    names = sitting.names()
    assert (names[0], names[-1]) == ("LMSInitialize", "LMSFinish")
    assert profile != "none" or set(names) == {"LMSInitialize", "LMSFinish"}


@pytest.mark.parametrize("answer", ["''", "'false'", "undefined", "null", "'unknown'", "7"])
def test_an_lms_that_tells_nothing_of_before_hears_all_that_is_new(
    lms_of: LmsOf, sit: Sit, answer: str
) -> None:
    lms = lms_of("full", aimed())
    lms.body = ERRORS.replace("ANSWER", answer) + FRAMED
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    assert told(lms, "score.raw", "completion_status") == ("50", "incomplete")


def test_an_lms_that_throws_is_said_to_save_nothing(lms_of: LmsOf, sit: Sit) -> None:
    lms = lms_of("full", aimed())
    lms.body = THROWS + FRAMED
    sitting = sit(lms)
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.shell.locator("#unsaved").wait_for()
    assert "score.raw" not in lms.told
