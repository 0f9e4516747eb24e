"""A mark names what an answer means: it changes where that does, and nowhere else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from folder import put, settings
from kandil.localize.pseudo import pseudo_text
from kandil.model.blocks import List, Quiz
from kandil.model.course import Module
from kandil.model.structure import asked, every, list_mark, mark
from kandil.model.text import map_texts
from kandil.questions import find_questions
from kandil.read.course.course import read_course

LESSON = """---
id: tin-1
title: Tiny
objectives:
  - {id: LO1, text: Lock}
---

## Key ideas

- [ ] Close the window
- [ ] Lock the door

## Quiz: Check yourself

<!-- id: check -->

### Question: Which colour means stop?

<!-- id: colour -->

- [ ] Blue
  > Blue is the sea.
- [x] Red

> **Why:** Blood is red.

### Question: Which are safe?

<!-- id: safe -->

```text
From: the bank
```

- [x] To call
- [x] To wait
- [ ] To pay

### Question: A lock helps.

<!-- id: lock -->

- [x] True
- [ ] False

### Question: Finish it

<!-- id: gap -->

It is a [[key | pin]] of [[= 4 .. 6]] signs.

### Match: Words and meanings

<!-- id: pairs -->

| Word | Meaning |
|------|---------|
| PIN | A number |
| Code | A row of signs |
| | A name |

### Sort: Where does it go?

<!-- id: groups -->

- **Share**
  - A first name
- **Keep**
  - A code
  - A key

### Order: Put in order

<!-- id: steps -->

1. Open
2. Change
3. Sign out
"""


def read(folder: Path, words: str) -> Module:
    put(folder, {"course.yml": settings("tin-1", name="tin"), "modules/tin-1.md": words})
    course, problems = read_course(folder, find_questions())
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    assert course
    [lesson] = course.modules
    return lesson


def marks(lesson: Module) -> dict[str, str]:
    """By the id of the question; `todo` is the list."""
    found = {question.id: mark(quiz, question) for quiz, question, _ in asked(lesson)}
    lists = [one for one in every(List, lesson.blocks) if one.items[0].checked is not None]
    return found | {"todo": list_mark(lists[0], 0)}


@pytest.fixture
def before(tmp_path: Path) -> dict[str, str]:
    found = marks(read(tmp_path / "before", LESSON))
    assert len({*found.values()}) == len(found) == 8
    return found


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        ("colour", "- [x] Red", "- [x] Green"),
        ("colour", "Which colour means stop?", "Which colour means go?"),
        ("colour", "- [ ] Blue\n  > Blue is the sea.\n- [x] Red", "- [x] Red\n- [ ] Blue"),
        ("colour", "- [ ] Blue\n", "- [x] Blue\n"),
        ("colour", "- [x] Red\n", "- [x] Red\n- [ ] Pink\n"),
        ("safe", "- [ ] To pay", "- [x] To pay"),
        ("safe", "From: the bank", "From: a friend"),
        ("lock", "A lock helps.", "A lock never helps."),
        ("lock", "- [x] True\n- [ ] False", "- [ ] True\n- [x] False"),
        ("gap", "[[key | pin]]", "[[key]]"),
        ("gap", "[[= 4 .. 6]]", "[[= 4 .. 8]]"),
        ("gap", "It is a", "It is no"),
        ("gap", "<!-- id: gap -->", "<!-- id: gap; case: yes -->"),
        ("pairs", "| PIN | A number |", "| PIN | A digit |"),
        ("pairs", "A number |\n| Code | A row of signs", "A row of signs |\n| Code | A number"),
        ("pairs", "| | A name |\n", ""),
        ("groups", "- **Keep**\n  - A code\n", "  - A code\n- **Keep**\n"),
        ("steps", "1. Open\n2. Change", "1. Change\n2. Open"),
        ("todo", "Close the window", "Close the account"),
        ("todo", "- [ ] Lock the door", "- [ ] Lock the door\n- [ ] Call"),
        ("todo", "Close the window\n- [ ] Lock the door", "Lock the door\n- [ ] Close the window"),
    ],
)  # fmt: skip
def test_another_meaning_is_another_mark(
    tmp_path: Path, before: dict[str, str], question: str, old: str, new: str
) -> None:
    assert old in LESSON
    after = marks(read(tmp_path / "after", LESSON.replace(old, new)))
    assert {name for name in after if after[name] != before[name]} == {question}


def test_another_type_is_another_mark(tmp_path: Path, before: dict[str, str]) -> None:
    number = LESSON.replace("- [ ] Blue\n  > Blue is the sea.\n- [x] Red\n", "[[= 7]]\n")
    after = marks(read(tmp_path / "after", number))
    assert {name for name in after if after[name] != before[name]} == {"colour"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Blue is the sea.", "Blue is the sky."),
        ("Blood is red.", "> **Hint:** Think of blood."),
        ("<!-- id: colour -->", "<!-- id: colour; points: 3; attempts: 1; objective: LO1 -->"),
        ("<!-- id: safe -->", "<!-- id: safe; shuffle: no; bloom: apply -->"),
        ("title: Tiny", "title: Another"),
        ("- [ ] Close the window\n", "- [ ] Close the window\n\n"),
        ("## Quiz: Check yourself\n", "Some more words.\n\n## Quiz: Another title\n"),
        ("1. Open\n", "1. Open\n   > First of all.\n"),
    ],
)
def test_what_stands_around_an_answer_changes_no_mark(
    tmp_path: Path, before: dict[str, str], old: str, new: str
) -> None:
    assert old in LESSON
    assert marks(read(tmp_path / "after", LESSON.replace(old, new))) == before


def test_the_order_of_questions_and_a_translation_change_no_mark(
    tmp_path: Path, before: dict[str, str]
) -> None:
    start, *parts = LESSON.split("\n### ")
    turned = "\n### ".join([start, *(part.rstrip() + "\n" for part in reversed(parts))])
    lesson = read(tmp_path / "after", turned)
    assert marks(lesson) == before
    other = map_texts(lesson, partial(pseudo_text, "en-XA"))
    assert other != lesson and marks(other) == before


def test_the_same_question_in_another_quiz_is_another(tmp_path: Path) -> None:
    lesson = read(tmp_path / "one", LESSON)
    [quiz] = every(Quiz, lesson.blocks)
    one = quiz.questions[0]
    assert mark(quiz, one) != mark(None, one)


def test_two_lists_that_say_the_same_are_told_apart(tmp_path: Path) -> None:
    [todo] = every(List, read(tmp_path / "one", LESSON).blocks)
    assert list_mark(todo, 0) != list_mark(todo, 1)
