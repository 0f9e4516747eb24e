"""Markup of other dialects of Markdown: each is named with its form here."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Problem
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"


def _problems(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, _FRONT + body).reading.problems


_DIALECTS = [
    ("!!! warning\n    Words.", "> [!WARNING]"),
    ('??? tip "More"', "> [!TIP] More"),
    (":::tip\nWords.\n:::", "> [!TIP]"),
    ("::: danger", "> [!WARNING]"),
    (".. note:: Words.", "> [!NOTE]"),
    ("{% include x %}", "the words themselves"),
    ("{{< youtube x >}}", "the words themselves"),
    ("## Words {#id}", "Take it away"),
    ("![A lamp](../images/lamp.png){width=200}", "Take it away"),
    ("{.big}", "Take it away"),
    ("~~old~~ words", "Leave the words out"),
    ("- ==marked== words", "'**marked**'"),
    ("'''Bold''' words", "'**Bold**'"),
    ("== Title ==", "'## Title'"),
    ("h2. Title", "'## Title'"),
    ("(word)[https://example.org]", "'[word](https://example.org)'"),
    ("(word)[link]", "'[word](link)'"),
    ("[word]{https://example.org}", "'[word](https://example.org)'"),
    ("[word]<bad.md>", "'[word](bad.md)'"),
    ("See (the list)(https://example.org/a)", "'[the list](https://example.org/a)'"),
    ("!A lamp[lamp.png]", "'![A lamp](lamp.png)'"),
    ("![lamp.png]", "'![What it shows](lamp.png)'"),
    ("!(../images/lamp.png)", "'![What it shows](../images/lamp.png)'"),
    ("![A lamp]{lamp.png}", "'![A lamp](lamp.png)'"),
    ("Some ++new words++ here", "'**new words**'"),
    ("Words^[A note of mine].", "'[^1]: A note of mine'"),
    ("$$x=1$$", "as a picture"),
    ("$$ a^2 + b^2 $$", "as a picture"),
    (".. image:: ../images/lamp.png", "'![What it shows](../images/lamp.png)'"),
    (".. figure:: lamp.svg", "'![What it shows](lamp.svg)'"),
    (".. code-block:: python", "'```'"),
    (".. contents::", "Leave it out"),
    (":alt: A lamp", "'![What it shows](…)'"),
    ("Look! ! [x](../images/lamp.png)", "'![x](../images/lamp.png)'"),
    ("A :smile: here", "the sign itself"),
    ("[TOC]", "Leave it out"),
    ("\\newpage", "Leave it out"),
    ("*[PIN]: A number", "glossary.md"),
    ("```{note}\nWords\n```", "> [!NOTE]"),
    ("Some [b]bold[/b] words", "'**bold**'"),
    ("[I]Words[/I]", "'*Words*'"),
    ("[url=https://example.org/a]a site[/url]", "'[a site](https://example.org/a)'"),
    ("[url]https://example.org/a[/url]", "'<https://example.org/a>'"),
    ("[img]../images/lamp.png[/img]", "'![What it shows](../images/lamp.png)'"),
    ("[color=red]Words[/color]", "Take the signs away"),
    ("See \\textbf{this} now", "'**this**'"),
    ("See \\emph{this} now", "'*this*'"),
    ("\\section{Words}", "'## Words'"),
    ("\\href{https://example.org}{a site}", "'[a site](https://example.org)'"),
    ("\\begin{itemize}", "Take the signs away"),
    ("image::../images/lamp.png[]", "'![What it shows](../images/lamp.png)'"),
    ("image:lamp.png[A lamp]", "'![A lamp](lamp.png)'"),
    ("See link:https://example.org[a site].", "'[a site](https://example.org)'"),
    ("See https://example.org/a[a site].", "'[a site](https://example.org/a)'"),
    ("> [!NOTE]- Title\n> Words.", "'> [!NOTE] Title'; '> [!DETAIL] …' opens"),
    ("> [!TIP]+\n> Words.", "'> [!TIP]'; "),
    ("{id: foo}", "'<!-- id: foo -->'"),
    ("Words.\n{points: 2; id: foo}", "'<!-- points: 2; id: foo -->'"),
]


@pytest.mark.parametrize(("written", "form"), _DIALECTS)
def test_another_dialect_is_named_with_its_form_here(
    tmp_path: Path, written: str, form: str
) -> None:
    found = [p for p in _problems(tmp_path, f"{written}\n") if p.code == "M040"]
    assert len(found) == 1
    assert found[0].severity == "warning"
    assert form in found[0].hint


def test_each_sign_of_a_line_is_told(tmp_path: Path) -> None:
    body = "~~old~~, ++new++, ==one== and ==two== {{ x }} :smile:\n"
    assert sorted(p.place.column for p in _problems(tmp_path, body)) == [1, 10, 19, 31, 39, 47]


@pytest.mark.parametrize(
    "words",
    [
        "The law changed (in 2023)[1], (2024)[2a], (here)[12,13], (there)[3–5] and (so)[ii].",
        "Cheap is $, dear is $$ or $$$; $5 and $6, US$$.",
        "C++ and G++ and 1 ++ 2, i++",
        "2^3, ^ and x^n [see below]",
        "Stop! (It is lamp.png) and wow!",
        "(see page 2)(again), [name]{x}, f(x)(y)",
        "At 10:alt: no",
        "Wow! See [there](#x) (and there).",
        "[a](#x)[b](#x) and (see below)[^n]\n\n[^n]: A note",
        "Write {name} and a == b, f(x)[0] and x = 1.",
        "At 10:30:45, in a:b:c, ~5 and 3 ~ 4.",
        "Stop!!! Now??? Yes::: no.",
        "`~~x~~`, `{#id}` and `:::tip`.",
        r"\~~x~~ and \{#id}",
        "It's 'quoted' and ''twice''.",
        "Version h2.1 and ...",
        "Call 112 (day)",
        "Choose [a] or [b], not [/b] or [i].",
        "See https://example.org/a [here] and https://example.org[1].",
        "`[b]x[/b]`, `\\textbf{x}` and `image::x.png[]`.",
        r"\\textbf{x} and \[b]x\[/b]",
        r"C:\Users\emma and \section",
        "The image: a lamp [see below].",
        "[Warning] is what it says, {name: value} too.",
    ],
)
def test_words_that_are_no_dialect(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, f"## X\n\n{words}\n") == []
