"""What a problem of Open edX can ask, and what it says of an answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from exporters.test_lowering import match, order
from exporters.test_olx import made, problems, questions, swap, told
from kandil.exporters._native.typed import accepted
from kandil.exporters._olx.course import course_files
from kandil.exporters.olx import EXPORTER
from kandil.model.blocks import Paragraph
from kandil.model.inlines import Blank, Image
from kandil.model.interactions import Choice, FillIn, Interaction, Target
from standin import HERE, choice, course, edition, fill_in, module, quiz, text


def word(*answers: str, exact: bool = False) -> tuple[str, ...]:
    question = replace(fill_in("q"), exact=exact)
    return accepted(question, Blank(answers))


def test_what_the_eye_cannot_tell_apart_is_accepted() -> None:
    assert {*word("п’ять")} == {"п’ять", "п'ять", "пʼять"}
    assert {*word("ещё")} == {"ещё", "еще"}
    assert word("mail", "e-mail") == ("mail", "e-mail")
    assert word("п’ять", exact=True) == ("п’ять",)


def takes(question: Interaction) -> bool:
    return EXPORTER.takes(question, quizzed=True)


def test_what_a_problem_cannot_ask_is_handed_on() -> None:
    assert all(map(takes, questions()))
    poll = replace(choice("p", "a"), scored=False)
    assert isinstance(poll, Choice) and not takes(poll)
    one, *rest = match().targets
    alike = (one, *(replace(other, text=one.text) for other in rest))
    drawn = Target("z", replace(text("x"), inlines=(Image("a.png", "A"),)))
    slash = Target("z", text("C:\\"))
    for targets in (alike, (*rest, drawn), (*rest, slash)):
        assert not takes(replace(match(), targets=targets))
    for answer in ("this_or_that", "pay$seed"):
        body = (Paragraph(text("It is ", Blank((answer,)))),)
        read = FillIn(id="q", explicit_id=True, prompt=text("q"), place=HERE, body=body)
        assert not takes(read)
    body = (Paragraph(text("It is ", Blank(("5 $",)))),)
    assert takes(replace(read, body=body))


def test_nothing_is_asked_outside_a_quiz() -> None:
    assert not any(EXPORTER.takes(one, quizzed=False) for one in questions())


@pytest.mark.parametrize("question", questions(), ids=lambda one: one.id)
def test_a_solution_never_holds_what_is_said_of_a_wrong_answer(question: Interaction) -> None:
    told_of = {name: (text(f"it is {name}"),) for name in ("correct", "incorrect", "why")}
    content = made(quiz(replace(question, **told_of)))[told(question.id)].decode()
    solution = content.partition("<solution>")[2].partition("</solution>")[0]
    assert "it is why" in solution
    assert "it is incorrect" in content
    assert "it is incorrect" not in solution


def test_a_step_may_be_a_picture_alone(tmp_path: Path) -> None:
    asked = order("order")
    lamp = replace(text(""), inlines=(Image("images/lamp.png", "A lamp"),))
    items = (replace(asked.items[0], text=lamp), *asked.items[1:])
    lesson = module("tin-1", quiz(replace(asked, items=items)))
    tiny = Path(__file__).parents[1] / "courses/tiny"
    whole = edition(course(lesson, folder=str(tiny)))
    files = {one.path.removeprefix("course/"): one.content for one in course_files(whole)}
    assert 'alt="A lamp"' in files[told("order")].decode()
    assert problems(tmp_path, files) == []
    swap(told("order"), 'alt="A lamp"', 'alt=""')(files)
    assert "without a label" in problems(tmp_path, files)[0].message
