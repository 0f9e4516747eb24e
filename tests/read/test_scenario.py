"""Scenarios become steps, whose anchors are those that a Markdown host gives the headings."""

from __future__ import annotations

from pathlib import Path

from kandil.model.blocks import Heading
from kandil.model.interactions import Branching
from read.lesson import read_lesson

FRONT = """---
id: a-1
title: One
objectives:
  - {id: LO1, text: Hang up, bloom: apply}
---
"""
LESSON = """
## Scenario: The "caller"

<!-- id: caller; objective: LO1 -->

A caller asks for the code.

- [Read *the* code](#read-the-code)
- [Hang up](#hang-up)

### Read the code

<!-- outcome: bad; points: 0 -->

He thanks you.

- [Try again](#scenario-the-caller)
- [Hang up after all](#hang-up)

### Hang up

<!-- outcome: good; points: 2 -->

You are safe.

- [Start again](#scenario-the-caller)

### Cards: Words

| Word | Meaning |
|------|---------|
| Code | A key |
| PIN | A number |

## Later

<!-- objective: LO1 -->

Words.
"""


def scenario(folder: Path, lesson: str = LESSON) -> Branching:
    loose = read_lesson(folder, FRONT + lesson)
    assert loose.reading.problems == []
    assert loose.module
    [found] = [block for block in loose.module.blocks if isinstance(block, Branching)]
    return found


def test_each_heading_is_a_step_with_its_choices(tmp_path: Path) -> None:
    found = scenario(tmp_path)
    opening, bad, good = found.steps
    assert [step.anchor for step in found.steps] == [
        "scenario-the-caller",
        "read-the-code",
        "hang-up",
    ]
    assert [(move.text.plain, move.to) for move in opening.moves] == [
        ("Read the code", "read-the-code"),
        ("Hang up", "hang-up"),
    ]
    assert (bad.outcome, bad.points, bad.ending) == ("bad", 0, False)
    assert (good.outcome, good.points, good.ending) == ("good", 2, True)
    assert (found.id, found.objective, found.scored, found.points) == ("caller", "LO1", False, 0)


def test_it_ends_at_the_next_keyword_and_its_words_bear_its_id(tmp_path: Path) -> None:
    found = scenario(tmp_path)
    assert "Words" not in str([step.title.plain for step in found.steps])
    texts = [step.title for step in found.steps] + [m.text for s in found.steps for m in s.moves]
    assert {text.context for text in texts} == {"caller"}


def test_a_heading_says_which_objective_it_serves(tmp_path: Path) -> None:
    loose = read_lesson(tmp_path, FRONT + LESSON)
    assert loose.module and isinstance(heading := loose.module.blocks[-2], Heading)
    assert heading.objectives == ("LO1",)
