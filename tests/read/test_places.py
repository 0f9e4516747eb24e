"""Every text knows where its first letter stands: line and column, counted in characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from kandil.model.text import Text, texts
from read.lesson import read_lesson
from read.test_fuzz import REAL, mutated

pytestmark = pytest.mark.timeout(1200)
HAND_MADE = """\
---
id: bad
title:  "A quoted title"
discreet_title: 'Plain'
summary: >
  Folded
  words
objectives:
  - {id: LO1, text: "Say it"}
  - id: LO2
    text: Do it
---

Prose in two
  lines 😀 of *prose*.

## Heading two #

- item
  - - [ ] 1
  1. 1
* [x] x

> quoted
> > twice
> - in a list

> [!TIP] TIP
> TIP

|  a | b |b|
|---|:-:|---|
| a \\| c | *b* | `b` |

> | q |
> |---|
> | r |

Term
: Meaning
: Another

[^n]: Note

    More

![Alt text](../images/lamp.png)

### Question: Question: why?

> **Hint:** Hint
> **Why:**
> Because

- [x] x
  > feedback
  >
  > more
- [ ] [ ] two
  lines

## Trainer: Trainer

Notes[^n].
"""
EXPECTED = """\
3:10 A quoted title
4:18 Plain
6:3 Folded words
9:22 Say it
11:11 Do it
14:1 Prose in two lines 😀 of *prose*.
17:4 Heading two
19:3 item
20:11 1
21:6 1
22:7 x
24:3 quoted
25:5 twice
26:5 in a list
28:10 TIP
29:3 TIP
31:4 a
31:8 b
31:11 b
33:3 a | c
33:12 *b*
33:18 `b`
35:5 q
37:5 r
39:1 Term
40:3 Meaning
41:3 Another
43:7 Note
45:5 More
47:3 Alt text
49:15 Question: why?
51:13 Hint
53:3 Because
55:7 x
56:5 feedback
58:5 more
59:7 [ ] two lines
62:13 Trainer
64:1 Notes[^n].
"""


def _told(found: list[Text]) -> str:
    ordered = sorted(found, key=lambda text: text.place)
    return "".join(f"{t.place.line}:{t.place.column} {t.source}\n" for t in ordered)


def test_the_place_of_every_text(tmp_path: Path) -> None:
    parsed = read_lesson(tmp_path, HAND_MADE)
    assert parsed.module is not None
    assert _told(list(texts(parsed.module))) == EXPECTED


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_no_place(tmp_path: Path, end: str) -> None:
    parsed = read_lesson(tmp_path, "\ufeff" + HAND_MADE.replace("\n", end))
    assert parsed.module is not None
    assert _told(list(texts(parsed.module))) == EXPECTED


def _astray(text: str, found: Iterator[Text]) -> list[Text]:
    """Texts that do not begin where they say; a bar in a cell is written with a backslash."""
    lines = text.split("\n")
    wrong = []
    for one in found:
        there = lines[one.place.line - 1][one.place.column - 1 :].replace("\\|", "|")
        if not there.startswith(one.source.split(" ")[0].split("\\\n")[0].split("|")[0]):
            wrong.append(one)
    return wrong


@pytest.mark.parametrize("name", REAL)
def test_real_lessons(tmp_path: Path, name: str) -> None:
    module = read_lesson(tmp_path, REAL[name]).module
    assert module is not None
    assert _astray(REAL[name], texts(module)) == []


@given(lesson=mutated())
def test_mutated_lessons(tmp_path: Path, lesson: str) -> None:
    parsed = read_lesson(tmp_path, lesson)
    if parsed.module and not any(one.severity == "error" for one in parsed.reading.problems):
        text = lesson.replace("\r\n", "\n").replace("\r", "\n")
        assert _astray(text, texts((parsed.module.blocks, parsed.module.trainer))) == []
