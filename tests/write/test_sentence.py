"""A sentence that is written from its parts reads as these parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kandil.model.inlines import Break, Image, Inlines, Strong
from kandil.read.block.glued import glued_signs
from kandil.read.inline.inlines import read_inlines
from kandil.write.layout import lay_out
from kandil.write.sentence import write_image, write_sentence
from write.sentences import BLANKS, LEAVES, PARTS, PLACE, WORD, spaced

_ENDS = st.one_of(WORD, PARTS)
_MIDDLE = st.lists(st.one_of(PARTS, BLANKS), max_size=3)


@given(first=WORD, middle=_MIDDLE, broken=st.booleans(), last=PARTS)
def test_any_parts(first: str, middle: list, broken: bool, last: object) -> None:
    inlines: Inlines = spaced([first, *middle, *([Break()] if broken else []), last])
    source = write_sentence(inlines)
    assert read_inlines(source, PLACE, blanks=True)[0] == inlines, source


@given(part=LEAVES, base=st.sampled_from(["modules", ""]))
def test_addresses_begin_in_the_folder_of_the_file(part: object, base: str) -> None:
    inlines: Inlines = ("a ", Strong((part,)), " b")
    assert read_inlines(write_sentence(inlines, base), PLACE, base=base)[0] == inlines


@pytest.mark.parametrize("sign", ["-b", "+b", "*b", "1.b", "2)b", ":ab", ":a b"])
def test_no_line_seems_to_be_an_item(sign: str) -> None:
    inlines: Inlines = (f"{sign} c", Break(), f"{sign} d")
    written = write_sentence(inlines)
    assert [*glued_signs(written)] == []
    assert read_inlines(written, PLACE) == (inlines, [])
    assert lay_out(f"---\nid: a\ntitle: A\n---\n\n{written}\n").endswith(f"\n\n{written}\n")


def test_a_picture() -> None:
    shown, quiet = Image("images/a b(1).png", "A [cat]"), Image("images/a.png", "", True)
    assert write_image(shown) == "![A \\[cat\\]](../images/a%20b%281%29.png)"
    assert write_image(quiet, "") == "![](images/a.png)<!-- decorative -->"
