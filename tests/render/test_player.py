"""Which part of the player comes in which file."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from kandil.model.blocks import Item, List, Paragraph
from kandil.model.course import Term
from kandil.render.site.pages import render
from kandil.render.site.player import Player, files, parts, player
from standin import choice, course, edition, fill_in, module, numeric, quiz, text

ONE = module("one", quiz(choice("a", "b"), fill_in("c")))
TWO = module("two", quiz(choice("d", "b")))
NONE = module("three")
MOVED = ("drag", "matching"), ("drag", "sequencing")
NAMES = (("draw",), ("choice",), ("fill_in",), *MOVED)


def test_parts_of_the_same_lessons_come_in_one_file() -> None:
    found = player(course(ONE, TWO, NONE), keeps="")
    assert found.files == (("quiz", "choice"), ("fill_in",))
    assert found.later(parts(ONE)) == ("quiz.js", "fill_in.js")
    assert found.later(parts(TWO)) == ("quiz.js",)
    assert found.later(parts(NONE)) == ()
    assert found.script("fill_in.js") not in found.script("quiz.js")


def test_words_of_the_glossary_come_with_the_questions_where_all_lessons_have_both() -> None:
    term = Term("pin", text("PIN"), ())
    one, two = (replace(lesson, terms=(term,)) for lesson in (ONE, TWO))
    assert player(course(one, two), keeps="").files[0] == ("quiz", "choice", "terms")
    assert player(course(one, TWO), keeps="").later(parts(TWO)) == ("quiz.js",)
    alone = replace(NONE, terms=(term,))
    assert player(course(TWO, alone), keeps="").later(parts(alone)) == ("terms.js",)


def test_a_number_is_a_gap_and_a_draw_brings_its_part() -> None:
    drawn = replace(quiz(numeric("a")), draw=1)
    assert parts(module("one", drawn)) == {"quiz", "draw", "fill_in"}


def test_a_page_may_need_parts_that_no_lesson_knows() -> None:
    found = player(course(NONE), keeps="answers")
    assert found.files == ()
    assert found.later(frozenset({"results"})) == ("results.js",)
    assert b"setItem" in found.script("quiz.js")
    assert b"setItem" not in Player((), keeps="").script("quiz.js")


def test_no_course_with_an_exit_ships_what_keeps_answers() -> None:
    for sensitivity, kept in (("none", "answers"), ("mention", "points"), ("depicts", "")):
        todo = List((Item((Paragraph(text("Read")),), checked=False),))
        of = course(module("one", todo, quiz(choice("a", "b")), sensitivity=sensitivity))
        pages = render(edition(of))
        assert pages.keeps == kept
        files = dict(pages.assets())
        assert (b".answers[" in files["quiz.js"]) == (kept == "answers")
        assert (b"setItem" in files["quiz.js"]) == (kept != "")
        [lesson] = (page for page in pages.pages() if page.module)
        assert lesson.html.count("data-k=") == (2 if kept == "answers" else 0)


@given(st.lists(st.frozensets(st.sampled_from(NAMES)), max_size=6))
def test_each_part_is_shipped_once_and_loaded_where_it_is_needed(
    chosen: list[frozenset[tuple[str, ...]]],
) -> None:
    lessons = [frozenset({"quiz"}.union(*one)) if one else frozenset() for one in chosen]
    found = Player((*files(lessons),), keeps="")
    shipped = [part for file in found.files for part in file]
    assert sorted(shipped) == sorted(frozenset().union(*lessons))
    held = {f"{file[0]}.js": file for file in found.files}
    for needed in filter(None, lessons):
        loaded = [part for name in found.later(needed) for part in held[name]]
        assert sorted(loaded) == sorted(needed) and loaded[0] == "quiz"
