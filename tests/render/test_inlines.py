"""Sentences and blocks as HTML: escaped, linked, and marked where they fell back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kandil.model.blocks import Footnote, Item, List, Paragraph, Table
from kandil.model.inlines import Break, Code, Emphasis, Image, Inline, Link, Note, Strong
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.html.inline_writer import InlineWriter
from standin import HERE, choice, course, edition


def writer(rtl: bool = False, sensitive: bool = False, **flags: object) -> InlineWriter:
    made = edition(course(sensitive_setting=sensitive), "ar" if rtl else "en")
    return InlineWriter(PageContext(made, Pictures(Path(), shown=False), **flags))


@pytest.mark.parametrize(
    ("part", "html"),
    [
        ('5 < 6 & "so" it\'s', "5 &lt; 6 &amp; &#34;so&#34; it&#39;s"),
        (Code("<b>"), '<code translate="no">&lt;b&gt;</code>'),
        (Strong((Emphasis(("x",)),)), "<strong><em>x</em></strong>"),
        (Break(), "<br />"),
        (Note("birds"), '<sup><a href="#n1" id="r1">1</a></sup>'),
        (Image("a.png", "a lamp"), '<span class="pic">a lamp</span>'),
        (Link("siu-2", ("two",)), '<a href="siu-2.html">two</a>'),
        (Link("siu-2#one-door", ("two",)), '<a href="siu-2.html#one-door">two</a>'),
        (Link("#here", ("here",)), '<a href="#here">here</a>'),
        (
            Link("https://example.org/?a=1&b=2", ("out",)),
            '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">out</a>',
        ),
    ],
)
def test_each_part(part: Inline, html: str) -> None:
    assert writer().part(part) == html


def test_a_note_that_stands_above_its_sentence_is_led_back_from(
    page: PageContext,
) -> None:
    made = BlockWriter(page)
    note = made.write((Footnote("birds", (Paragraph(Text("x", ("x",), HERE)),)),))
    assert '<a href="#r1">1</a>' in note
    assert made.inline.part(Note("birds")) == '<sup><a href="#n1" id="r1">1</a></sup>'
    assert made.inline.part(Note("birds")) == '<sup><a href="#n1">1</a></sup>'


def test_code_keeps_its_order_in_right_to_left_text() -> None:
    assert writer(rtl=True).part(Code("a/b")) == '<code translate="no" dir="ltr">a/b</code>'


def test_anchors_of_a_sensitive_course_say_nothing() -> None:
    assert "leave-him" not in writer(sensitive=True).part(Link("#leave-him", ("x",)))


def test_a_link_out_of_a_frame_opens_beside_it() -> None:
    assert 'target="_blank"' in writer(framed=True).part(Link("https://example.org", ("x",)))


def fell(words: str) -> Text:
    return Text(words, (words,), HERE, lang="en")


def test_a_list_item_carries_its_language_itself(page: PageContext) -> None:
    made = BlockWriter(page)
    html = made.write((List((Item((Paragraph(fell("one")),)),)),))
    assert '<li class="untranslated" lang="en" dir="ltr">one' in html


def test_a_cell_carries_its_language_its_side_and_its_heading(page: PageContext) -> None:
    made = BlockWriter(page)
    html = made.write((Table((fell("a"), fell("b")), ((fell("c"), fell("d")),), ("", "end")),))
    assert '<td class="e untranslated" lang="en" dir="ltr" data-h="b">d' in html


def test_a_question_falls_back_whole_but_its_buttons_speak_the_page(
    page: PageContext,
) -> None:
    question = replace(choice("one", "b"), form="multiple")
    question = replace(question, prompt=fell("Which?"), stem=(Paragraph(fell("Look.")),))
    made = BlockWriter(page)
    html = made.write((question,))
    assert '<div class="q untranslated" lang="en" dir="ltr" id="q_one"' in html
    assert "<p>Look." in html
    assert '<summary lang="ka" dir="ltr">' in html


def test_a_quick_check_falls_back_whole_but_its_verdicts_speak_the_page(page: PageContext) -> None:
    question = replace(choice("one", "b"), prompt=fell("Which?"), why=(fell("So."),))
    html = BlockWriter(page).write((question,))
    assert '<div class="try untranslated" lang="en" dir="ltr">' in html
    assert html.count('<p><b lang="ka" dir="ltr">') == len(question.options)
    assert '<p class="why">So.</p>' in html
