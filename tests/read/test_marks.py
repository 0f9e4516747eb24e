"""A comment marks the block right below it, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.model.text import texts
from read.lesson import read_lesson

FRONT = "---\nid: bad\ntitle: Bad\nobjectives:\n  - {id: LO1, text: Fix}\n---\n\n"
JOKE = "<!-- i18n: comment: A joke. -->"
ANSWERS = "- [x] One\n- [ ] Two\n"
STEPS = "1. One\n2. Two\n"
TABLE = "| | A | B |\n|---|---|---|\n| One | | |\n"


@pytest.mark.parametrize(
    ("lesson", "noted"),
    [
        (f"{JOKE}\n\n## Marked\n\n<!-- objective: LO1 -->\n\nWords.\n", ["Marked"]),
        (f"{JOKE}\n\n## Marked\n\nWords.\n", ["Marked"]),
        (f"### Question: Q\n\n{JOKE}\n\nMarked\n\n{ANSWERS}", ["Marked"]),
        (f"### Question: Q\n\n{JOKE}\n\n{ANSWERS}", ["One"]),
        (f"### Question: Q\n\n{JOKE}\n\nMarked\n\nMore\n\n{ANSWERS}", ["Marked"]),
        (f"### Question: Q\n\nWords\n\n{JOKE}\n\n{ANSWERS}", ["One"]),
        (f"### Question: Q\n\nWords\n\n{ANSWERS}\n{JOKE}\n\n> **Why:** Because\n", ["Because"]),
        (f"### Order: Q\n\n{JOKE}\n\nMarked\n\n{STEPS}", ["Marked"]),
        (f"### Reflect: Q\n\n{JOKE}\n\nMarked\n\n> **Hint:** Think\n", ["Marked"]),
    ],
)
def test_words_to_translators(tmp_path: Path, lesson: str, noted: list[str]) -> None:
    loose = read_lesson(tmp_path, FRONT + lesson)
    assert [p for p in loose.reading.problems if p.severity == "error"] == []
    assert loose.module
    assert [text.plain for text in texts(loose.module.blocks) if text.note] == noted


@pytest.mark.parametrize(
    "rest", [f"Question: Q\n\n{ANSWERS}", f"Order: Q\n\n{STEPS}", f"Rate: Q\n\n{TABLE}"]
)
def test_safety_in_a_question(tmp_path: Path, rest: str) -> None:
    heading, _, answers = rest.partition("\n\n")
    text = f"### {heading}\n\n<!-- safety -->\n\nTake care.\n\n{answers}"
    loose = read_lesson(tmp_path, FRONT + text)
    assert [p for p in loose.reading.problems if p.severity == "error"] == []
    assert loose.module
    [question] = loose.module.blocks
    assert question.stem[0].safety
