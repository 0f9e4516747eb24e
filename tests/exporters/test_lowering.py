"""Questions that a format cannot ask, in the forms that it can; and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from contract import suite
from kandil.exporters._lowering import lowered
from kandil.exporters.exporter import EVERY, Audience
from kandil.model.blocks import Callout, Heading, Paragraph, Printed, Quiz, Section
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Branching,
    Choice,
    Entry,
    FillIn,
    Interaction,
    LongFillIn,
    Matching,
    Move,
    Numeric,
    Sequencing,
    Step,
    Target,
)
from kandil.model.structure import interactions
from kandil.model.text import Text, texts
from kandil.render.site.pages import render
from kandil.verify.document import read_document
from standin import HERE, choice, course, edition, module, numeric, quiz, text, true_false

Kinds = frozenset[type[Interaction]]


@dataclass
class Able:
    """A format that can ask all questions of some kinds."""

    name: str
    supports: Kinds
    stores: bool = False
    gaps: int = 9
    audience: Audience = "learner"

    def takes(self, question: Interaction, quizzed: bool) -> bool:
        return not isinstance(question, FillIn) or len([*gaps(question)]) <= self.gaps


def order(name: str = "order", points: int = 1) -> Sequencing:
    items = tuple(Entry(letter, text(letter.upper())) for letter in "abc")
    return Sequencing(
        id=name, explicit_id=True, prompt=text(name), place=HERE, items=items, points=points
    )


def match(name: str = "match", points: int = 1) -> Matching:
    items = tuple(Entry(letter, text(letter.upper()), home=letter) for letter in "abc")
    targets = tuple(Target(letter, text(f"to {letter}")) for letter in "abcd")
    return Matching(
        id=name,
        explicit_id=True,
        prompt=text(name),
        place=HERE,
        form="pairs",
        items=items,
        targets=targets,
        points=points,
    )


def down(question: Interaction, *supports: type[Interaction]) -> list[object]:
    made, _ = lowered(edition(course(module("tin-1", question))), Able("x", frozenset(supports)))
    return list(made.course.modules[0].blocks)


FORMS = [
    (order(), {Sequencing}, ["sequencing order"]),
    (order(), {Matching}, ["matching order"]),
    (order(), {Matching, Choice}, ["matching order"]),
    (order(), {Choice}, ["choice order-a", "choice order-b", "choice order-c"]),
    (order(), set(), []),
    (match(), {Choice}, ["choice match-a", "choice match-b", "choice match-c"]),
    (match(), {Sequencing}, []),
    (numeric("n"), {FillIn}, ["fill_in n"]),
    (numeric("n"), {Choice}, []),
    (choice("c", "a"), {Matching}, []),
]


@pytest.mark.parametrize(("question", "supports", "forms"), FORMS)
def test_the_first_form_down_the_chain(
    question: Interaction, supports: set[type[Interaction]], forms: list[str]
) -> None:
    blocks = down(question, *supports)
    asked = [f"{one.name} {one.id}" for one in blocks if isinstance(one, Interaction)]
    assert asked == forms
    assert all(type(one) in supports for one in interactions(tuple(blocks)))


def test_each_choice_has_one_right_answer_and_the_words_of_its_item() -> None:
    for one, letter in zip(down(order(), Choice), "abc", strict=True):
        assert isinstance(one, Choice)
        assert [option.letter for option in one.options if option.right] == [letter]
        assert [words.plain for words in texts(one.stem)] == [letter.upper()]
        assert [option.text.plain for option in one.options if option.text] == ["1", "2", "3"]
        assert (one.form, one.shuffle, one.prompt.plain) == ("single", False, "order")


@pytest.mark.parametrize(("points", "each"), [(0, 0), (1, 1), (2, 1), (3, 1), (7, 2)])
def test_choices_share_the_points_as_far_as_whole_points_go(points: int, each: int) -> None:
    assert {one.points for one in down(match(points=points), Choice)} == {each}


def test_paper_has_the_prompt_the_answers_and_below_them_a_key() -> None:
    question = replace(choice("Which?", "b"), why=(text("Because."),), hints=(text("Look."),))
    [printed] = down(question)
    assert isinstance(printed, Printed)
    *asked, hint, key = printed.blocks
    words = [words.plain for words in texts(tuple(asked))]
    assert words == ["Which?", "A", "B", "C", "D"]
    assert isinstance(hint, Callout) and isinstance(key, Callout)
    assert [words.plain for words in texts(hint)] == ["Show a hint", "Look."]
    told = [words.plain for words in texts(key)]
    rows = [row for one in "ACD" for row in (one, "Not this one.")]
    assert told == ["Show the answers", *rows[:2], "B", "This one.", *rows[2:], "Because."]


def test_a_scenario_on_paper_says_what_comes_of_each_ending() -> None:
    bad = Step("read", text("You read it"), (Paragraph(text("It is out.")),), (), "bad", None, True)
    good = Step("call", text("You call"), (), (Move(text("Again"), "start"),), "good", None, True)
    start = Step("start", text("It rings"), (), (Move(text("Read it"), "read"),))
    story = Branching(
        id="start", explicit_id=True, prompt=text("It rings"), place=HERE, steps=(start, bad, good)
    )
    [printed] = down(story)
    words = [one.plain for one in texts(printed)]
    assert words == [
        *("It rings", "Read it → You read it"),
        *("You read it", "It is out.", "Riskier."),
        *("You call", "Safer.", "Again → It rings"),
    ]


def test_words_of_the_interface_are_those_of_the_edition() -> None:
    made = replace(edition(course(module("tin-1", true_false("Is it?")))), translate=str.upper)
    blocks = lowered(made, Able("x", frozenset()))[0].course.modules[0].blocks
    words = [words.plain for words in texts(blocks)]
    key = ["SHOW THE ANSWERS", "FALSE", "NOT THIS ONE.", "TRUE", "THIS ONE."]
    assert words == ["Is it?", "FALSE", "TRUE", *key]


def test_a_quiz_keeps_what_can_be_asked_and_draws_no_more_than_that() -> None:
    whole = replace(quiz(choice("one", "a"), order()), draw=3, bank=(choice("two", "b"), match()))
    blocks = down_quiz(whole, Choice)
    [left] = blocks
    assert isinstance(left, Quiz)
    assert len(left.questions) == 1 + 3 + 1 + 3 and left.draw == 3
    [left] = down_quiz(whole, Sequencing)
    assert isinstance(left, Quiz)
    assert [one.id for one in left.questions] == ["order"] and left.draw == 1


@dataclass
class Drawless(Able):
    """The same, of a platform that asks each learner everything."""

    asks_all: bool = True


def test_where_a_platform_cannot_draw_all_is_asked_and_the_report_says_so() -> None:
    whole = replace(quiz(choice("one", "a"), choice("two", "b")), draw=2, bank=(choice("c", "b"),))
    made = edition(course(module("tin-1", whole)))
    for asker, draw, told in ((Able("x", {Choice}), 2, 0), (Drawless("x", {Choice}), 0, 1)):
        left, changed = lowered(made, asker)
        [found] = left.course.modules[0].blocks
        assert isinstance(found, Quiz) and (found.draw, len(found.questions)) == (draw, 3)
        said = "The format 'x' asks all 3 questions of a quiz that draws 2"
        assert [(one.code, one.message) for one in changed] == [("V030", said)] * told
    few = replace(quiz(choice("one", "a"), order()), draw=1)
    _, changed = lowered(edition(course(module("tin-1", few))), Drawless("x", {Choice}))
    assert any("asks all 4 questions" in one.message for one in changed)


def down_quiz(block: Quiz, *supports: type[Interaction]) -> list[object]:
    made, _ = lowered(edition(course(module("tin-1", block))), Able("x", frozenset(supports)))
    return list(made.course.modules[0].blocks)


def test_a_quiz_without_questions_is_a_part_with_its_title_and_address() -> None:
    head, *_ = down_quiz(quiz(choice("one", "a")))
    assert isinstance(head, Heading)
    assert (head.level, head.text.plain, head.anchor) == (2, "Check yourself", "check")
    inside = Section("do", "do-it", (quiz(choice("one", "a")),), HERE)
    made, _ = lowered(edition(course(module("tin-1", inside))), Able("x", frozenset()))
    [section] = made.course.modules[0].blocks
    assert isinstance(section, Section)
    assert isinstance(section.blocks[0], Heading) and section.blocks[0].level == 3


def test_the_report_says_what_became_of_each_question() -> None:
    of = course(module("tin-1", quiz(order(), match(), numeric("n"), choice("c", "a"))))
    _, told = lowered(edition(of), Able("slips", frozenset({Choice})))
    assert {one.code for one in told} == {"V030"}
    assert [one.message for one in told] == [
        "The format 'slips' is given this question as 3 with one right answer, 3 points in all",
        "The format 'slips' is given this question as 3 with one right answer, 3 points in all",
        "The format 'slips' is given this question printed, with the key",
    ]


@pytest.mark.parametrize(
    ("points", "weight"), [(1, ", 3 points in all"), (3, ""), (6, ""), (7, ", 6 points in all")]
)
def test_the_report_names_another_weight_of_a_question_of_a_quiz(points: int, weight: str) -> None:
    able = Able("x", frozenset({Choice}))
    _, [told] = lowered(edition(course(module("tin-1", quiz(match(points=points))))), able)
    assert told.message.endswith(f"with one right answer{weight}")
    _, [told] = lowered(edition(course(module("tin-1", match(points=points)))), able)
    assert told.message.endswith("with one right answer")


def test_who_can_ask_everything_is_handed_the_very_same() -> None:
    made = edition()
    assert lowered(made, Able("x", EVERY)) == (made, [])
    assert lowered(made, Able("x", EVERY))[0] is made


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return suite.editions(suite.write_course(tmp_path_factory.mktemp("every") / "course"))[0]


def _words(of: Edition) -> Iterator[Text]:
    yield from texts(tuple(module.blocks for module in of.course.modules))


SUPPORTS: list[Kinds] = [
    frozenset(),
    frozenset({Choice}),
    frozenset({Choice, FillIn, Matching}),
    frozenset({Numeric, LongFillIn}),
    EVERY - {Choice},
]


@pytest.mark.parametrize("supports", SUPPORTS)
def test_no_word_of_a_lesson_is_lost(every: Edition, supports: Kinds) -> None:
    made, _ = lowered(every, Able("x", supports))
    shown = "\n".join(words.plain for words in _words(made))
    parts = (part.strip() for words in _words(every) for part in words.plain.split("…"))
    assert [part for part in parts if part not in shown] == []


@pytest.mark.parametrize("supports", SUPPORTS)
def test_its_pages_are_as_sound_as_the_others(every: Edition, supports: Kinds) -> None:
    made, _ = lowered(every, Able("x", supports))
    for page in render(made, images=False).pages():
        document = read_document(page.html.encode())
        assert (document.faults, document.twice) == ([], set()), page.path
