from __future__ import annotations

import pytest
from handmade import choice, course, text
from hypothesis import given
from hypothesis import strategies as st
from kandil.localize.checks import check
from kandil.localize.entries import Entry
from kandil.localize.pseudo import pseudo_text, pseudo_words
from kandil.localize.units import Unit, units
from kandil.model.inlines import Blank, Code, Emphasis, Link, plain
from kandil.model.text import Text, map_texts, texts
from kandil.problems import Place
from kandil.read.inline.inlines import read_inlines

WORDS = st.text(alphabet=st.sampled_from("ab €{}[]()*`_<>&!\\|^=1%sиש\n⟦"), max_size=40)


def test_every_visible_text_stands_in_brackets() -> None:
    made = map_texts(course(), lambda one: pseudo_text("en-XA", one))
    for one in texts(made):
        assert one.plain.startswith("⟦")
        assert one.plain.endswith("⟧")


def test_it_is_about_a_third_longer() -> None:
    words = "When a feeling is strong, we act quickly. The first step is always to stop."
    assert 1.25 < len(pseudo_words("en-XA", words)) / len(words) < 1.5


def test_markup_links_code_blanks_and_placeholders_keep_working() -> None:
    source = "Open *this* [page](siu-2.md) with `https`, call {helpline}, fill [[a | b]]."
    found = pseudo_text("en-XA", text(source)).inlines
    assert found == (
        "⟦ÖÖþééñ ", Emphasis(("ţĥîîš",)), " ", Link("siu-2", ("þååĝéé",)), " ŵîîţĥ ", Code("https"),
        ", çååļļ {helpline}, ƒîîļļ ", Blank(("a", "b")), ".⟧",
    )  # fmt: skip


def test_right_to_left_runs_are_balanced_and_numbers_stand() -> None:
    found = pseudo_words("ar-XB", "Question {number} of 10: don't ask")
    assert found == "\u202eQuestion\u202c {number} \u202eof\u202c 10: \u202edon't ask\u202c"


@pytest.mark.parametrize("words", ["%(n)s words", "{a.b}", "<b>now</b>", "&nbsp;now"])
def test_what_the_build_fills_in_stays(words: str) -> None:
    kept = words.split("words")[0].split("now")[0].strip()
    assert kept in pseudo_words("en-XA", words)


def test_anchors_ids_and_answers_stay() -> None:
    made = map_texts(choice(), lambda one: pseudo_text("ar-XB", one))
    assert (made.id, [o.right for o in made.options]) == ("scam", [False, True])


@given(WORDS, st.sampled_from(["en-XA", "ar-XB"]))
def test_nothing_breaks_it(words: str, tag: str) -> None:
    inlines, _ = read_inlines(words, Place("a.md"), True)
    one = Text(words, inlines, Place("a.md"))
    assert len(plain(pseudo_text(tag, one).inlines)) >= len(plain(inlines))
    pseudo_words(tag, words)


@given(WORDS, WORDS)
def test_no_translation_breaks_a_check(source: str, words: str) -> None:
    inlines, _ = read_inlines(source, Place("a.md"), True)
    unit = Unit(Text(source, inlines, Place("a.md")))
    check(unit, Entry("", source, (words,), "translated", Place("a.po")))


def test_units_of_a_lesson_are_all_reached() -> None:
    assert len(units(course().modules[0])) == 13
