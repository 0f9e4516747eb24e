"""Links that Markdown takes for words: told, with the mended line; words in brackets are not."""

from __future__ import annotations

import pytest
from kandil.model.inlines import Link, walk
from kandil.problems import Place
from kandil.read.inline.inlines import read_inlines
from kandil.read.inline.links import read_link

_HERE = Place("a.md")
BROKEN = [
    ("See [the list] (https://example.org/list) today", "'[the list](https://example.org/list)'"),
    ("[the list]  (www.example.org)", "'[the list](www.example.org)'"),
    ("Go to [part two] (#part-two)", "'[part two](#part-two)'"),
    ("[next] (bad.md#end) and more", "'[next](bad.md#end)'"),
    ("[the list](https://example.org/list", "'[the list](https://example.org/list)'"),
    (
        "[a list](https://example.org/a_b_c, she said (twice).",
        "'[a list](https://example.org/a_b_c)'",
    ),
    ("[next](bad.md and then stop.", "'[next](bad.md)'"),
    ("[part](#part *now*", "'[part](#part)'"),
    ("![A lamp](../images/lamp.png", "'[A lamp](../images/lamp.png)'"),
    (f"[{'long ' * 60}](bad.md", "'[words](bad.md)'"),
    ("[x](https://example.org/my list)", "'%20'"),
    ("Read <https://example.org/my list> now", "'<https://example.org/my%20list>'"),
    ("<https://example.org/5% more>", "'<https://example.org/5%25%20more>'"),
]


@pytest.mark.parametrize(("written", "mended"), BROKEN)
def test_a_link_that_is_none_is_told(written: str, mended: str) -> None:
    _, problems = read_inlines(written, _HERE)
    assert [problem.code for problem in problems] == ["M019"]
    assert mended in problems[0].hint


def test_each_slip_of_a_line_is_told() -> None:
    _, problems = read_inlines("[a] (bad.md), [b] (bad.md) and [c](bad.md", _HERE)
    assert [problem.code for problem in problems] == ["M019"] * 3


@pytest.mark.parametrize(
    "words",
    [
        "A study [1] (https://example.org) and another [12] (www.example.org)",
        "She wrote [sic] (in her own hand) and [name] (see page 2).",
        "A [page](https://en.example.org/wiki/Lamp_(oil)) about lamps (https://example.org)",
        "[the page](https://example.org) (https://example.org/more)",
        "Write `[x] (https://example.org)` and `[x](https://example.org`.",
        r"\[x] (https://example.org)",
        "A smile :] (and another) and a[i](#x)",
        "If a < b and https://example.org is > c",
        "Fill in [your name] (or a nickname)",
        "[a](<https://example.org/a b>) and <https://example.org>",
    ],
)
def test_brackets_that_are_no_link_are_left_alone(words: str) -> None:
    assert read_inlines(words, _HERE)[1] == []


def test_an_address_may_stand_behind_a_blank() -> None:
    assert read_inlines("It is [[safe]] (https://example.org).", _HERE, blanks=True)[1] == []


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/50% off", "https://example.org/50%25%20off"),
        ("https://example.org/50%25%20off", "https://example.org/50%25%20off"),
        ("https://example.org/%d0%b7", "https://example.org/%d0%b7"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%zz%2", "https://example.org/%25zz%252"),
    ],
)
def test_a_percent_sign_of_an_address_is_encoded_once(address: str, target: str) -> None:
    inlines, problems = read_inlines(f"[x](<{address}>)", _HERE)
    assert [part.target for part in walk(inlines) if isinstance(part, Link)] == [target]
    assert problems == []


@pytest.mark.parametrize(
    ("address", "base", "right"),
    [
        ("modules\\c-1.md", "modules", "c-1.md"),
        ("..\\modules\\c-1.md#top", "modules", "c-1.md#top"),
        (".\\c-1.md", "modules", "c-1.md"),
        ("C:\\course\\modules\\c-1.md", "modules", "c-1.md"),
        ("modules\\c-1.md", "", "modules/c-1.md"),
        ("..\\glossary.md#pin", "modules", "../glossary.md#pin"),
        ("images\\plan.pdf", "modules", "images/plan.pdf"),
    ],
)
def test_a_backslash_is_mended_with_the_whole_address(address: str, base: str, right: str) -> None:
    _, problems = read_link(address, _HERE, base)
    assert [problem.hint for problem in problems] == [f"Write '{right}'."]
