"""What is in H5P's files, and what is not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from calm import write_calm
from contract import suite
from exporters.h5p_files import (
    SHARED,
    asked,
    body,
    cards,
    essay,
    every,
    files,
    head,
    packages,
    scenario,
)
from exporters.test_lowering import match, order
from kandil.exporters._h5p.check import check_package
from kandil.exporters._h5p.package import language
from kandil.exporters._h5p.shape import subcontents
from kandil.exporters.h5p import EXPORTER
from kandil.model.blocks import Paragraph
from kandil.model.inlines import Blank, Image, Range
from kandil.model.interactions import Decision, Entry, FillIn, Option, Way
from standin import choice, course, edition, fill_in, module, quiz, text, true_false


def in_set(*questions: object, **settings: object) -> list[dict]:
    """Questions of the quiz that these make."""
    made = edition(course(module("tin-1", replace(quiz(*questions), **settings))))
    return body(packages(made)["tin-1-check.h5p"])["questions"]


def test_each_kind_of_file_passes_the_own_check() -> None:
    made = packages(every())
    mains = {name: head(content)["mainLibrary"] for name, content in made.items()}
    assert mains == {
        "tin-1.h5p": "H5P.InteractiveBook",
        "tin-1-check.h5p": "H5P.QuestionSet",
        "tin-1-steps2.h5p": "H5P.SortParagraphs",
        "tin-1-cards.h5p": "H5P.Dialogcards",
        "tin-1-own.h5p": "H5P.Essay",
        "tin-1-call.h5p": "H5P.BranchingScenario",
    }
    assert [one for name, each in made.items() for one in check_package(name, each)] == []


def test_a_question_set_asks_each_in_its_type() -> None:
    kinds = [one["library"].partition(" ")[0].removeprefix("H5P.") for one in in_set(*asked())]
    assert kinds == ["MultiChoice"] * 2 + ["TrueFalse"] + ["Blanks"] * 2 + ["DragText"] * 2


def test_one_or_several_answers_are_told_apart_and_give_one_point() -> None:
    one, many = (one["params"] for one in in_set(*asked()[:2]))
    assert one["behaviour"]["type"] == "single" and many["behaviour"]["type"] == "multi"
    assert many["behaviour"]["singlePoint"] is True
    assert [answer["correct"] for answer in many["answers"]] == [True, False, True, False]
    assert one["answers"][0]["text"] == "A &amp; B"
    assert one["answers"][0]["tipsAndFeedback"]["chosenFeedback"] == "Well done"
    below, above = one["overallFeedback"]
    assert (below["feedback"], above["feedback"]) == ("Think", "So it is.")


@pytest.mark.parametrize("right", [True, False])
def test_what_is_true_is_a_string(right: bool) -> None:
    question = true_false("t")
    options = tuple(replace(one, right=(one.word == "True") is right) for one in question.options)
    [made] = in_set(replace(question, options=options))
    assert made["params"]["correct"] == ("true" if right else "false")
    assert made["params"]["l10n"]["trueText"] == "True"


def test_gaps_are_marked_with_every_answer() -> None:
    [word] = in_set(replace(fill_in("g"), hints=(text("A letter"),)))
    assert word["params"]["questions"] == ["It is *email/mail:A letter*"]
    [odd] = in_set(replace(fill_in("g"), hints=(text("A < B & C"),)))
    assert odd["params"]["questions"] == ["It is *email/mail:A &lt; B &amp; C*"]
    assert word["params"]["behaviour"]["caseSensitive"] is False
    [exact] = in_set(replace(fill_in("g"), exact=True))
    assert exact["params"]["behaviour"]["caseSensitive"] is True


def test_things_to_match_and_to_order_are_dragged() -> None:
    pairs, steps = (one["params"] for one in in_set(match(), order()))
    assert pairs["textField"] == "A: *to a*\nB: *to b*\nC: *to c*"
    assert pairs["distractors"] == "*to d*"
    assert steps["textField"] == "1. *A*\n2. *B*\n3. *C*"


@pytest.mark.parametrize(
    "question",
    [
        FillIn(**SHARED, id="g", prompt=text("g"), body=(Paragraph(text("At ", Blank(("1:2",)))),)),
        FillIn(**SHARED, id="g", prompt=text("g"), body=(Paragraph(text("2*3 ", Blank(("6",)))),)),
        FillIn(
            **SHARED,
            id="g",
            prompt=text("g"),
            body=(Paragraph(text("x ", Blank(number=Range(3, 5)))),),
        ),
        replace(match("m"), items=(Entry("a", text("A: b*"), home="a"),)),
        replace(order("o"), items=order().items[:2]),
        replace(choice("poll", "a"), scored=False),
    ],
    ids=["colon", "star", "range", "drag", "two", "poll"],
)
def test_what_the_signs_of_a_library_cannot_say_is_not_taken(question) -> None:
    assert not EXPORTER.takes(question, True)


def test_a_quiz_says_how_much_is_enough_how_many_are_drawn_and_whether_again() -> None:
    three = [choice(name, "a") for name in ("one", "two", "three")]
    made = edition(course(module("tin-1", replace(quiz(*three), draw=2, attempts=1))))
    found = body(packages(made)["tin-1-check.h5p"])
    assert (found["passPercentage"], found["poolSize"], found["randomQuestions"]) == (80, 2, True)
    assert found["override"]["retryButton"] == "off"
    assert not found["questions"][0]["params"]["behaviour"]["enableRetry"]
    without = replace(quiz(*three), pass_mark=None)
    made = edition(course(module("tin-1", without), pass_mark=65))
    assert body(packages(made)["tin-1-check.h5p"])["passPercentage"] == 65


def test_the_quiz_stands_in_the_book_too_before_what_follows_it(tmp_path: Path) -> None:
    made = packages(suite.editions(write_calm(tmp_path))[0])
    chapters = body(made["tiny-2.h5p"])["chapters"]
    assert [one["metadata"]["title"] for one in chapters].index("Check yourself") > 0
    sets = [one for one in subcontents(chapters) if one["library"] == "H5P.QuestionSet 1.20"]
    alone = body(made["tiny-2-check.h5p"])
    assert [one["params"] for one in sets] == [alone]


def test_words_of_her_own_are_never_counted_and_a_scenario_gives_no_points() -> None:
    made = packages(every())
    own, way = body(made["tin-1-own.h5p"]), body(made["tin-1-call.h5p"])["branchingScenario"]
    assert own["behaviour"]["ignoreScoring"] is True and len(own["keywords"]) == 1
    assert own["solution"]["sample"] == "I will call myself."
    assert way["scoringOptionGroup"]["scoringOption"] == "no-score"
    start, opened, end = way["content"]
    ways = start["type"]["params"]["branchingQuestion"]["alternatives"]
    assert [(one["text"], one["nextContentId"]) for one in ways] == [
        ("Open &lt;it&gt;", 1),
        ("Wait", 2),
    ]
    assert (opened["nextContentId"], opened["proceedButtonText"]) == (2, "Continue")
    assert "more than fifty signs" in opened["type"]["params"]["text"]
    assert end["nextContentId"] == -1 and "Safer." in end["type"]["params"]["text"]


def test_steps_to_order_stand_in_their_right_order() -> None:
    assert body(packages(every())["tin-1-steps2.h5p"])["paragraphs"] == ["A", "B", "C"]


def test_a_file_of_its_own_does_not_take_the_words_from_the_lesson() -> None:
    book = json.dumps(body(packages(every())["tin-1.h5p"]))
    for words in ("Your place", "I will call myself.", "A call.", "steps2"):
        assert words in book


def test_a_file_of_its_own_says_how_far_to_trust_it() -> None:
    made = packages(every())
    fields = {
        "steps2": lambda told: told["taskDescription"],
        "own": lambda told: told["taskDescription"],
        "cards": lambda told: told["description"],
        "call": lambda told: told["branchingScenario"]["startScreen"]["startScreenSubtitle"],
        "check": lambda told: told["introPage"]["introduction"],
    }
    notice = "This lesson has not been reviewed by a specialist."
    for name, field in fields.items():
        told = body(made[f"tin-1-{name}.h5p"])
        assert field(told).startswith((notice, f"<p>{notice}</p>")), name
        assert json.dumps(told).count(notice) == 1, name


def test_what_must_stay_with_the_learner_is_printed_only() -> None:
    ways = (Way("a", text("Stay"), "depends", (text("It is hers."),)),)
    decision = Decision(
        id="d", prompt=text("What now?"), ways=ways, **{**SHARED, "sensitive": True}
    )
    private = replace(choice("private", "b"), sensitive=True)
    lesson = module("tin-1", quiz(private, choice("one", "a")), decision, essay(), scenario())
    made = packages(edition(course(lesson, profile="minimal")))
    assert {*made} == {"tin-1.h5p", "tin-1-check.h5p"}
    assert len(body(made["tin-1-check.h5p"])["questions"]) == 1
    assert "It is hers." in json.dumps(body(made["tin-1.h5p"]))


def test_a_scenario_of_a_lesson_that_may_hurt_is_printed_only() -> None:
    lesson = module("tin-1", scenario(), sensitivity="mention")
    assert {*packages(edition(course(lesson)))} == {"tin-1.h5p"}


def test_a_sensitive_course_has_no_question_and_shows_its_discreet_titles_alone() -> None:
    lesson = module("tin-1", quiz(choice("one", "a")), cards(), sensitivity="depicts")
    lesson = replace(lesson, title=text("Violet otters"), discreet_title=text("Lesson 1"))
    made = files(edition(course(lesson, title=text("Otters"), discreet_title=text("Course"))))
    assert [one for one in made if one.endswith(".h5p")] == ["tin-1.h5p"]
    assert head(made["tin-1.h5p"])["title"] == "Lesson 1"
    assert "tter" not in made["README.txt"].decode("utf-8-sig")


def test_ids_and_bytes_are_the_same_in_every_build() -> None:
    first, again = files(every()), files(every())
    assert first == again
    found = [*subcontents(body(first["tin-1.h5p"]))]
    ids = [one["subContentId"] for one in found]
    assert len(ids) == len({*ids}) > 10


def test_ids_differ_from_lesson_to_lesson() -> None:
    same = choice("one", "a")
    made = packages(edition(course(module("a-1", quiz(same)), module("a-2", quiz(same)))))
    first, second = (body(made[f"{one}-check.h5p"])["questions"][0] for one in ("a-1", "a-2"))
    assert first["subContentId"] != second["subContentId"]


def test_pictures_go_in_as_png_and_drawings_as_words(tmp_path: Path) -> None:
    made = packages(suite.editions(write_calm(tmp_path))[0])["tiny-1.h5p"]
    images = [one for one in subcontents(body(made)) if one["library"] == "H5P.Image 1.1"]
    assert {one["params"]["file"]["mime"] for one in images} == {"image/png"}
    assert "home, mill, lake" in json.dumps(body(made))


def pictured(words: str, folder: Path) -> dict[str, bytes]:
    """A course of one lesson with the phone that these words show."""
    (folder / "modules").mkdir()
    (folder / "images").mkdir()
    lamp = Path(__file__).parents[1] / "courses/tiny/images/lamp.png"
    (folder / "images/phone.png").write_bytes(lamp.read_bytes())
    (folder / "course.yml").write_text("id: pic\ntitle: Pictures\nmodules: [p-1]\n", "utf-8")
    lesson = f"---\nid: p-1\ntitle: One\n---\n\n{words}\n"
    (folder / "modules/p-1.md").write_text(lesson, "utf-8")
    return packages(suite.editions(folder)[0])


def test_of_a_picture_that_a_field_cannot_hold_the_words_are_there(tmp_path: Path) -> None:
    shown = "![PIC{}](../images/phone.png)"
    one, two, right, said, cell = (shown.format(n) for n in ("ONE", "TWO", "RIGHT", "SAID", "CELL"))
    made = pictured(
        f"| a | b |\n|---|---|\n| {cell} | c |\n\n## Quiz: Check\n\n<!-- id: check -->\n\n"
        f"### Question: Which?\n\n<!-- id: which -->\n\n{one}\n\n{two}\n\n"
        f"- [x] {right}\n  > Yes {said}\n- [ ] B\n  > No.\n",
        tmp_path,
    )
    [question] = body(made["p-1-check.h5p"])["questions"]
    told = question["params"]
    assert told["answers"][0]["text"] == "PICRIGHT"
    assert told["answers"][0]["tipsAndFeedback"]["chosenFeedback"] == "Yes PICSAID"
    assert "PICTWO" in told["question"] and "PICONE" not in told["question"]
    assert told["media"]["type"]["params"]["alt"] == "PICONE"
    assert "PICCELL" in json.dumps(body(made["p-1.h5p"]))
    assert [one for name, each in made.items() for one in check_package(name, each)] == []


def test_an_answer_without_words_is_not_taken() -> None:
    mute = text("", Image("images/phone.png", "", decorative=True))
    options = (Option("a", mute, True), Option("b", text("B"), False))
    assert not EXPORTER.takes(replace(choice("one", "a"), options=options), True)
    items = (Entry("a", mute), *order("o").items[1:])
    assert not EXPORTER.takes(replace(order("o"), items=items), False)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en", "en"),
        ("sr-Latn-ME", "sr-Latn-ME"),
        ("es-419", "es"),
        ("zh-Hant-TWX", "zh-Hant"),
        ("kk-Cyrl-KZA", "kk-Cyrl"),
        ("419", "und"),
    ],
)
def test_a_language_is_as_long_as_h5p_takes_it(tag: str, told: str) -> None:
    assert language(tag) == told


@pytest.mark.parametrize(
    ("spdx", "name", "version"),
    [
        ("CC-BY-SA-4.0", "CC BY-SA", "4.0"),
        ("CC-BY-NC-ND-3.0", "CC BY-NC-ND", "3.0"),
        ("CC0-1.0", "CC0 1.0", None),
        ("MIT", "U", None),
    ],
)
def test_a_licence_is_one_of_h5ps(spdx: str, name: str, version: str | None) -> None:
    made = head(packages(edition(course(licence=spdx)))["tin-1.h5p"])
    assert (made["license"], made.get("licenseVersion")) == (name, version)


def test_a_long_title_is_cut_and_the_lesson_is_there_whole() -> None:
    lesson = module("tin-1", Paragraph(text("Words")), title=text("Long " * 80))
    made = packages(edition(course(lesson)))["tin-1.h5p"]
    assert len(head(made)["title"]) <= 255
    assert [*check_package("tin-1.h5p", made)] == []


def test_everything_of_the_place_is_told_in_the_list_of_files() -> None:
    made = files(every())["README.txt"].decode("utf-8-sig").splitlines()
    assert made[0] == "Tiny & plain"
    assert "tin-1-check.h5p: Lesson tin-1: Check yourself" in made


def test_a_quiz_is_told_from_those_of_other_lessons() -> None:
    made = files(edition(course(module("tin-1", quiz(choice("a", "a"))))))
    assert head(made["tin-1-check.h5p"])["title"] == "Lesson tin-1: Check yourself"
