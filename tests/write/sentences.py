"""Sentences of any parts, as the reader would give them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from kandil.model.inlines import (
    Blank,
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    Note,
    Range,
    Strong,
)
from kandil.model.text import Text
from kandil.problems import Place
from kandil.write.sentence import write_sentence

PLACE = Place("lesson.md", 1)
_LETTERS = "abXyzžაбвгїשלעم重要が้"
_SIGNS = r"\`*_[]<>&!|~{}=#+:-.,;()\"'/%?9"
WORD = st.tuples(
    st.text(_SIGNS, max_size=2),
    st.text(_LETTERS, min_size=1, max_size=5),
    st.text(_SIGNS, max_size=2),
).map("".join)
NAME = st.text("abcdefgh", min_size=1, max_size=6)
_CODE = st.text(_LETTERS + _SIGNS + " ", min_size=1, max_size=8).filter(
    lambda words: words == words.strip() and "\\" not in words
)
_TARGETS = ("#remember", "siu-2", "siu-2#a-b", "#g-pass-key", "https://example.org/a?b=1&c=2#d")
_NUMBERS = st.decimals(-9999, 9999, places=2)
LEAVES: st.SearchStrategy[Inline] = st.one_of(
    WORD,
    _CODE.map(Code),
    st.builds(Image, NAME.map("images/{} (1).png".format), WORD),
    st.builds(Image, NAME.map("images/{}.png".format), st.just(""), st.just(True)),
    NAME.map(Note),
)
BLANKS: st.SearchStrategy[Inline] = st.one_of(
    st.lists(WORD.filter(lambda one: not set(one) & set("=[]&*")), min_size=1, max_size=3).map(
        lambda answers: Blank(tuple(answers))
    ),
    st.tuples(_NUMBERS, _NUMBERS).map(
        lambda two: Blank(number=Range(*(Decimal(one) for one in sorted(two))))
    ),
)


def spaced(parts: list[Inline]) -> Inlines:
    """Parts with a space between them, runs of text as one."""
    found: list[Inline] = []
    for index, part in enumerate(parts):
        for one in ([" "] if index and Break() not in (part, parts[index - 1]) else []) + [part]:
            if isinstance(one, str) and found and isinstance(found[-1], str):
                found[-1] += one
            else:
                found.append(one)
    return tuple(found)


def _wrapped(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    inside = st.lists(inner, min_size=1, max_size=3).map(spaced)
    return st.one_of(
        inside.map(Emphasis),
        inside.map(Strong),
        st.builds(Link, st.sampled_from(_TARGETS), st.lists(WORD, min_size=1).map(spaced)),
    )


PARTS = st.one_of(LEAVES, _wrapped(st.one_of(LEAVES, _wrapped(LEAVES))))


def text(inlines: Inlines, role: str, context: str = "", note: str = "") -> Text:
    """A unit with the source that the writer gives it."""
    return Text(write_sentence(inlines), inlines, PLACE, context, role, note)
