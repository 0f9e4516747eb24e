"""Inline drawings with the words of an edition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kandil.model.blocks import Picture
from kandil.model.drawing import Drawing
from kandil.model.inlines import Image
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.site.assets import tight
from lxml import etree
from standin import HERE, edition

DRAWN = Drawing(
    (' viewBox="0 0 9 9"><text x="1" y="2"', "</text></svg>"), (Text("a < b", ("a < b",), HERE),)
)


def picture(words: str = "A map", drawn: Drawing = DRAWN, image: Image | None = None) -> Picture:
    alt = Text(words, (words,), HERE) if words else None
    return Picture(image or Image("images/a.svg", words, not words, "inline"), alt, HERE, drawn)


def html(block: Picture, shown: bool = True) -> str:
    context = PageContext(edition(None, "ar"), Pictures(Path("tests/courses/tiny"), shown=shown))
    return BlockWriter(context).block(block)


def test_it_is_a_picture_with_a_name_and_well_formed() -> None:
    made = html(picture('A "map"'))
    assert made == (
        '<figure class="pic"><svg xmlns="http://www.w3.org/2000/svg" role="img" '
        'aria-label="A &#34;map&#34;" viewBox="0 0 9 9">'
        '<text x="1" y="2">a &lt; b</text></svg></figure>\n'
    )
    assert etree.fromstring(made).tag == "figure"
    assert "xmlns" not in tight(made)


def test_one_that_says_nothing_is_hidden() -> None:
    assert 'svg" aria-hidden="true" viewBox' in html(picture(""))


def test_words_that_fell_back_say_their_language() -> None:
    fallen = replace(DRAWN, labels=(replace(DRAWN.labels[0], lang="en"),))
    assert '<text x="1" y="2" lang="en">a' in html(picture(drawn=fallen))


def test_it_is_turned_where_that_is_asked_for() -> None:
    turned = Image("images/a.svg", "A map", False, "mirror")
    assert 'aria-label="A map" class="mirror"' in html(picture(image=turned))


def test_without_pictures_its_description_stands_there() -> None:
    assert html(picture(), shown=False) == '<p><span class="pic">A map</span></p>\n'


def test_a_format_that_knows_no_drawing_has_the_file() -> None:
    block = replace(picture(), image=Image("images/map.svg", "A map"), drawing=None)
    assert '<img src="i-' in html(block)
