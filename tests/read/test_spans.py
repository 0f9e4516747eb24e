"""Parts for some editions: what is read of them, and what each edition keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.localize.units import units
from kandil.model.blocks import Block, Only, Quiz, Section
from kandil.model.course import Course, Module
from kandil.model.text import Text, texts
from kandil.problems import Place
from kandil.territory.select import select, unknown_variant
from read.lesson import read_lesson

FRONT = """---
id: bad
title: Bad
variants: [youth, men]
objectives:
  - {id: LO1, text: "Know it"}
---

"""
LESSON = """
Base words.

<!-- for: youth -->

Youth words.

<!-- only: GE -->

Youth words in Georgia.

<!-- end -->

<!-- end -->

## Key ideas

An idea.

<!-- for: men, youth -->

An idea for two.

<!-- end -->

<!-- only: GE MD -->

## Here

Local words.

### Deeper

More local words.

<!-- end -->

## Quiz: Check

### Question: One?

<!-- id: one; objective: LO1 -->

- [x] Yes
- [ ] No

<!-- for: men -->

### Question: Two?

<!-- id: two; objective: LO1 -->

- [x] Perhaps
- [ ] Never

<!-- end -->

### Question: Three?

<!-- id: three -->

- [x] Now
- [ ] Later
"""


def codes_of(folder: Path, body: str) -> list[tuple[str, int]]:
    loose = read_lesson(folder, FRONT + body)
    return [(p.code, p.place.line - FRONT.count("\n")) for p in loose.reading.problems]


@pytest.fixture
def lesson(tmp_path: Path) -> Module:
    loose = read_lesson(tmp_path, FRONT + LESSON)
    assert loose.reading.problems == []
    assert loose.module
    return loose.module


def edition(module: Module, variant: str = "", territory: str = "") -> Module:
    course = Course("bad", Text("Bad", ("Bad",), Place("course.yml")), (module,), ".")
    found, problems = select(course, variant, territory)
    assert problems == []
    return found.modules[0]


def words(module: Module) -> list[str]:
    return [text.plain for text in texts(module.blocks)]


def marked(blocks: tuple[Block, ...]) -> list[Only]:
    inner = [one for block in blocks for one in marked(getattr(block, "blocks", ()))]
    return [block for block in blocks if isinstance(block, Only)] + inner


def test_the_whole_lesson_holds_every_part(lesson: Module) -> None:
    names = [(one.variants, one.territories) for one in marked(lesson.blocks)]
    assert (("youth",), ()) in names
    assert ((), ("GE", "MD")) in names
    assert len(names) == 5
    assert {"Youth words in Georgia.", "Two?", "More local words."} <= {
        unit.text.plain for unit in units(lesson)
    }


def test_a_part_before_a_heading_does_not_belong_to_the_section_above(lesson: Module) -> None:
    section = next(block for block in lesson.blocks if isinstance(block, Section))
    assert [type(block).__name__ for block in section.blocks] == ["Paragraph", "Only"]


@pytest.mark.parametrize(
    ("variant", "territory", "kept", "questions"),
    [
        ("", "", set(), 2),
        ("youth", "", {"Youth words.", "An idea for two."}, 2),
        ("men", "", {"An idea for two.", "Two?"}, 3),
        ("", "GE", {"Here", "Local words.", "Deeper", "More local words."}, 2),
        ("", "AM", set(), 2),
        ("youth", "GE", {"Youth words in Georgia.", "Youth words.", "Here", "Deeper"}, 2),
    ],
)
def test_an_edition_keeps_its_own(
    lesson: Module, variant: str, territory: str, kept: set[str], questions: int
) -> None:
    found = edition(lesson, variant, territory)
    special = {text.plain for one in marked(lesson.blocks) for text in texts(one.blocks)}
    assert kept <= set(words(found))
    assert bool(kept) == bool(special & set(words(found)))
    assert marked(found.blocks) == []
    [quiz] = [block for block in found.blocks if isinstance(block, Quiz)]
    assert len(quiz.questions) == questions


def test_objectives_are_the_same_in_every_edition(lesson: Module) -> None:
    for variant in ("", "youth", "men"):
        for territory in ("", "GE", "UA"):
            found = edition(lesson, variant, territory)
            assert found.objectives is lesson.objectives
            assert {name.id for name in found.objectives} == {"LO1"}


def test_a_lesson_without_the_variant_is_built_as_base(lesson: Module) -> None:
    plain = Module("tin", lesson.title, (), (), "modules/tin.md")
    course = Course("bad", lesson.title, (lesson, plain), ".")
    found, problems = select(course, "youth", "")
    assert (problems, found.modules[1]) == ([], plain)


def test_a_variant_that_no_lesson_has(lesson: Module) -> None:
    course = Course("bad", lesson.title, (lesson,), ".")
    problems = unknown_variant(course, "yuoth")
    assert [(p.code, p.hint) for p in problems] == [("M027", "Did you mean 'youth'?")]


@pytest.mark.parametrize("target", ["#extra", "bad.md#extra"])
def test_a_link_into_what_is_left_out(tmp_path: Path, target: str) -> None:
    body = f"See [this]({target}).\n\n<!-- for: youth -->\n\n## Extra\n\nWords.\n\n<!-- end -->\n"
    loose = read_lesson(tmp_path, FRONT + body)
    assert loose.module
    course = Course("bad", loose.module.title, (loose.module,), ".")
    found = {v: [p.code for p in select(course, v, "")[1]] for v in ("", "youth")}
    assert found == {"": ["M030"], "youth": []}


def test_a_note_that_is_left_out(tmp_path: Path) -> None:
    body = "Words[^n].\n\n<!-- only: GE -->\n\n[^n]: A note.\n\n<!-- end -->\n"
    loose = read_lesson(tmp_path, FRONT + body)
    assert loose.module
    course = Course("bad", loose.module.title, (loose.module,), ".")
    found = {t: [p.code for p in select(course, "", t)[1]] for t in ("", "GE")}
    assert found == {"": ["M030"], "GE": []}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<!-- for: youth -->\n\nWords.\n", [("M024", 1)]),
        ("Words.\n\n<!-- end -->\n", [("M025", 3)]),
        ("<!-- for: -->\n\nWords.\n\n<!-- end -->\n", [("M010", 1)]),
        ("<!-- for: yuoth -->\n\nWords.\n\n<!-- end -->\n", [("M027", 1)]),
        ("<!-- only: XX -->\n\nWords.\n\n<!-- end -->\n", [("M028", 1)]),
        ("- One\n\n  <!-- for: youth -->\n\n- Two\n\n<!-- end -->\n", [("M029", 3)]),
        (
            "## A\n\n<!-- for: youth -->\n\nWords.\n\n## B\n\nWords.\n\n<!-- end -->\n",
            [("M026", 3)],
        ),
        ("<!-- for: youth -->\n\n## A\n\nWords.\n\n<!-- end -->\n\nMore.\n", [("M026", 1)]),
        (
            "### Question: Which?\n\n<!-- id: x -->\n\n<!-- for: youth -->\n\n- [x] A\n- [ ] B\n\n"
            "<!-- end -->\n",
            [("M029", 5)],
        ),
        ("## Trainer: Me\n\n<!-- for: youth -->\n\nWords.\n\n<!-- end -->\n", [("M029", 3)]),
    ],
)
def test_slips(tmp_path: Path, body: str, expected: list[tuple[str, int]]) -> None:
    found = [one for one in codes_of(tmp_path, body) if one[0] != "M011"]
    assert found == expected
