"""GIFT as Moodle reads it: what is written comes back, and what it would refuse is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from exporters.test_lowering import match
from kandil.exporters._lowering import lowered
from kandil.exporters._moodle.categories import categories
from kandil.exporters._moodle.gift_reader import GiftError, paragraphs, read_question
from kandil.exporters._moodle.gift_writer import gift_question, guarded
from kandil.exporters._moodle.shares import GRADES, MOST, deduction, shares
from kandil.exporters._moodle.words import BankWords
from kandil.exporters.gift import EXPORTER
from kandil.model.blocks import Paragraph
from kandil.model.inlines import Blank
from kandil.model.interactions import Interaction, LongFillIn
from kandil.render.html.images import Pictures
from standin import (
    HERE,
    StandInPages,
    choice,
    course,
    edition,
    fill_in,
    module,
    numeric,
    quiz,
    text,
    true_false,
)


def written(*questions: Interaction, **settings: object) -> str:
    """The file of a course with one test."""
    made = edition(course(module("tin-1", quiz(*questions)), **settings))
    ready, _ = lowered(made, EXPORTER)
    [artefact] = EXPORTER.artefacts([ready], StandInPages, EXPORTER.options(made.course))
    [file] = artefact.files()
    return file.content.decode()


@pytest.mark.parametrize("number", range(1, MOST + 1))
def test_parts_of_the_points_are_in_moodles_list_and_make_the_whole(number: int) -> None:
    parts = shares(number)
    assert len(parts) == number and {*parts} <= GRADES
    assert abs(sum(parts) - 100) < Decimal("0.01")


@pytest.mark.parametrize("rights", [1, 2, 3, 7, 10, 11, 20])
@pytest.mark.parametrize("wrongs", [1, 2, 5, 12, 25])
def test_whoever_ticks_everything_has_nothing(rights: int, wrongs: int) -> None:
    less = deduction(rights, wrongs)
    assert less in GRADES
    assert sum(shares(rights)) + wrongs * less < Decimal("0.01")


def test_signs_with_a_meaning_are_read_back_as_they_were() -> None:
    words = r"a ~ b = c # d { e } f : g \ h \n i %50% // ::j:: [html] ####"
    question = choice("one", "b", prompt=text(words))
    parts = [one for one in paragraphs(written(question)) if "tin-1-one" in one.words]
    read = read_question(parts[0])
    assert read.name == words
    assert read.text == f"<p>{words}</p>"
    assert "\n" not in guarded("two\nlines")


def test_what_is_written_of_every_type_comes_back() -> None:
    words = BankWords(edition(), Pictures(Path(), shown=False))
    questions = (
        choice("one", "b", why=(text("Because."),)),
        choice("two", "ac"),
        true_false("three"),
        replace(fill_in("four"), incorrect=(text("Look again."),)),
    )
    ready, _ = lowered(edition(course(module("tin-1", quiz(*questions)))), EXPORTER)
    made = [one for category in categories(ready, words) for one in category.questions]
    assert [one.kind for one in made] == [
        *("description", "multichoice", "multichoice", "truefalse", "shortanswer"),
    ]
    for one in made:
        [paragraph] = paragraphs(gift_question(one))
        read = read_question(paragraph)
        assert (read.kind, read.id, read.name) == (one.kind, one.id, one.name)
        assert [(a.words, a.percent) for a in read.answers] == [
            (a.words, a.percent) for a in one.answers
        ]


def test_an_arrow_in_an_answer_would_make_it_one_to_match() -> None:
    body = (Paragraph(text("It is ", Blank(("a->b",)))),)
    assert EXPORTER.takes(fill_in("one"), True)
    assert not EXPORTER.takes(replace(fill_in("one"), body=body), True)


@pytest.mark.parametrize(("word", "taken"), [("NaCl", False), ("112", True)])
def test_what_asks_for_capital_letters_is_printed(word: str, taken: bool) -> None:
    """GIFT has no sign for it: Moodle would take `nacl`."""
    body = (Paragraph(text("It is ", Blank((word,)))),)
    for more in ({"case": True}, {"exact": True}):
        assert EXPORTER.takes(replace(fill_in("one"), body=body, **more), True) is taken


FAULTS: list[tuple[str, Callable[[str], str]]] = [
    ("in Moodle's list", lambda gift: gift.replace("%50%", "%49%", 1)),
    ("give 150 %", lambda gift: gift.replace("~%-50%", "~%50%", 1)),
    ("ticks everything gets points", lambda gift: gift.replace("~%-50%", "~%-5%")),
    ("without a name", lambda gift: gift.replace("::one::", "", 1)),
    ("do not begin and end once", lambda gift: gift.replace("\n}\n", "\n", 1)),
    ("another question has its id", lambda gift: gift.replace("[id:tin-1-two]", "[id:tin-1-one]")),
    ("it has no id", lambda gift: gift.replace("[id:tin-1-two]", "")),
    ("asks nothing", lambda gift: gift.replace("[html]<p>one</p>", "[html]")),
    ("two answers say the same", lambda gift: gift.replace("\t~C", "\t~A", 1)),
    ("an answer without words", lambda gift: gift.replace("\t~C\n", "\t~#x\n", 1)),
    ("not one answer alone", lambda gift: gift.replace("\n\t~", "\n\t=", 1)),
    ("no answer gives all", lambda gift: gift.replace("=%100%", "=%50%")),
    ("is no number", lambda gift: gift.replace("%3:0", "%three:0")),
    ("without an arrow", lambda gift: gift.replace("-> to a", "to a")),
    ("fewer than two things to match", lambda gift: re.sub(r"=[BC] -> .*\n", "", gift)),
    ("without a place where it belongs", lambda gift: gift.replace("-> to a", "->")),
]


@pytest.mark.parametrize(("told", "plant"), FAULTS)
def test_what_an_import_would_refuse_or_grade_wrongly_is_found(
    told: str, plant: Callable[[str], str], tmp_path: Path
) -> None:

    gift = written(
        choice("one", "b"), choice("two", "ac"), fill_in("four"), numeric("five"), match()
    )
    file = tmp_path / "x-gift.txt"
    file.write_text(gift, "utf-8")
    assert [*EXPORTER.verify(file)] == []
    assert plant(gift) != gift
    file.write_text(plant(gift), "utf-8")
    found = [*EXPORTER.verify(file)]
    assert {one.code for one in found} == {"V050"}
    assert any(told in one.message for one in found), found


def test_an_essay_keeps_her_words_on_a_server_and_so_is_asked_only_by_the_profile_full() -> None:

    own = LongFillIn(id="own", explicit_id=True, prompt=text("Say it"), place=HERE, scored=False)
    assert "::Say it::[html]<p>Say it" not in written(own, profile="minimal")
    assert "<strong>Say it</strong>" in written(own, profile="minimal")
    assert "::Say it::[html]<p>Say it</p> {\n}" in written(own, profile="full")


def test_a_sensitive_question_is_printed_and_not_asked() -> None:
    gift = written(choice("one", "b"), choice("secret", "a", sensitive=True))
    assert "[id:tin-1-one]" in gift and "[id:tin-1-secret]" not in gift
    assert "<strong>secret</strong>" in gift


def test_practice_stands_in_a_category_of_its_own() -> None:
    made = edition(course(module("tin-1", choice("one", "b"))))
    ready, _ = lowered(made, EXPORTER)
    [artefact] = EXPORTER.artefacts([ready], StandInPages, EXPORTER.options(made.course))
    [file] = artefact.files()
    head = file.content.decode().partition("[id:tin-1-one]")[0]
    assert head.rstrip("/ \n").endswith("/Quick check")


def test_a_stroke_in_a_title_begins_no_category() -> None:
    assert "top/Either//or/" in written(choice("one", "b"), title=text("Either/or"))


def test_a_file_that_cannot_be_read_is_still_looked_through(tmp_path: Path) -> None:
    file = tmp_path / "x-gift.txt"
    file.write_text("::a:: Call 0 800 111 222 {", "utf-8")
    assert any("0 800 111 222" in one.words for one in EXPORTER.shown(file, digits=True))
    with pytest.raises(GiftError):
        read_question(next(paragraphs(file.read_text("utf-8"))))


def test_a_bank_holds_every_question_of_a_draw_and_the_report_says_so() -> None:
    drawing = replace(quiz(choice("one", "b"), choice("two", "b")), draw=1)
    ready, told = lowered(edition(course(module("tin-1", drawing))), EXPORTER)
    [artefact] = EXPORTER.artefacts([ready], StandInPages, EXPORTER.options(ready.course))
    [file] = artefact.files()
    assert b"[id:tin-1-one]" in file.content and b"[id:tin-1-two]" in file.content
    assert [one.code for one in told] == ["V030"]


@pytest.mark.parametrize("question", [choice("several", "ac"), match("match")])
def test_nobody_reads_what_is_said_of_another_answer(question: Interaction) -> None:
    told = {name: (text(f"{name} said"),) for name in ("correct", "incorrect", "why")}
    words = written(replace(question, **told))
    assert "why said" in words
    assert "correct said" not in words
