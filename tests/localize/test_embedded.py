"""Scenarios, terms and banks: a lesson's words are all its words, wherever they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder import put, read, settings
from handmade import entry, in_cyrillic, write
from kandil.localize.apply import localize
from kandil.localize.extract import extract
from kandil.localize.units import units
from kandil.model.course import Course
from kandil.model.text import Text, texts

LESSON = """---
id: tin-1
title: Tiny
---

A [passkey](../glossary.md#passkey) helps.

## Scenario: The caller

<!-- id: caller -->

A caller asks for the code.

- [Read the code](#read-the-code)
- [Hang up](#hang-up)

### Read the code

<!-- outcome: bad -->

Call your bank now.

### Hang up

<!-- outcome: good -->

You are safe.

## Quiz: Before

<!-- id: before; draw: 1; from: locks -->

## Quiz: After

<!-- id: after; draw: 1; from: locks -->
"""
GLOSSARY = "# Words\n\n## Passkey\n\nA key that your phone keeps.\n\n## Unused\n\nNever linked.\n"
BANK = """# Locks

### Question: Is a long PIN better?

<!-- id: long-pin -->

- [x] Yes
- [ ] No

> **Why:** It takes longer to guess.

### Question: Which lock is the weakest?

<!-- id: weakest -->

- [x] 1234
- [ ] 824619
"""
SCENARIO = {
    "The caller",
    "A caller asks for the code.",
    "Read the code",
    "Hang up",
    "Call your bank now.",
    "You are safe.",
}
TERM = {"Passkey", "A key that your phone keeps."}
STORE = {
    "Is a long PIN better?",
    "It takes longer to guess.",
    "Which lock is the weakest?",
    "1234",
    "824619",
}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    files = {
        "course.yml": settings("tin-1", name="tin", title="Tiny"),
        "modules/tin-1.md": LESSON,
        "glossary.md": GLOSSARY,
        "banks/locks.md": BANK,
    }
    return read(put(tmp_path, files), clean=True)


def test_each_word_is_extracted_once_with_the_file_that_it_stands_in(course: Course) -> None:
    found = {e.msgid: {file for file, _ in e.occurrences} for e in extract(course.modules[0])}
    assert {words for words, files in found.items() if files == {"glossary.md"}} == TERM
    assert {words for words, files in found.items() if files == {"banks/locks.md"}} == STORE
    rest = {words for words, files in found.items() if files == {"modules/tin-1.md"}}
    assert rest >= SCENARIO
    assert found.keys() == rest | TERM | STORE


def test_two_quizzes_of_one_bank_give_its_words_once(course: Course) -> None:
    (why,) = (u for u in units(course.modules[0]) if u.text.source == "It takes longer to guess.")
    assert why.text.context == "long-pin"
    (row,) = (e for e in extract(course.modules[0]) if e.msgid == why.text.source)
    assert row.occurrences == [("banks/locks.md", "10")]


def test_what_stands_in_other_files_comes_last(course: Course) -> None:
    order = [Path(unit.text.place.file).name for unit in units(course.modules[0])]
    assert order == sorted(order, key=["tin-1.md", "locks.md", "glossary.md"].index)


def languages(folder: Path, course: Course, missing: str) -> dict[str, str]:
    """What each text is shown in, where all but `missing` is translated."""
    rows = [
        entry(words.source, in_cyrillic(words.source), words.context, "reviewed")
        for words in {unit.text.key: unit.text for unit in units(course.modules[0])}.values()
        if words.source != missing
    ]
    write(folder / "po", *rows)
    day = date(2026, 11, 24)
    edition, problems = localize(course, "uk", "preview", day, ("uk",), (folder / "po",))
    assert edition
    assert {problem.code for problem in problems} <= {"G001"}
    return {text.source: text.lang for text in shown(edition.course)}


def shown(course: Course) -> list[Text]:
    lesson = course.modules[0]
    return [text for text in texts((lesson.blocks, lesson.terms)) if text.source.strip()]


def test_all_of_it_is_translated(tmp_path: Path, course: Course) -> None:
    found = languages(tmp_path, course, "")
    assert found.keys() >= SCENARIO | TERM | STORE
    assert set(found.values()) == {""}


@pytest.mark.parametrize("missing", sorted(SCENARIO))
def test_a_scenario_is_translated_as_a_whole(tmp_path: Path, course: Course, missing: str) -> None:
    found = languages(tmp_path, course, missing)
    assert {words for words, lang in found.items() if lang == "en"} == SCENARIO


def test_a_question_of_a_bank_is_whole_and_the_others_are_not_touched(
    tmp_path: Path, course: Course
) -> None:
    found = languages(tmp_path, course, "It takes longer to guess.")
    assert {words for words, lang in found.items() if lang == "en"} == {
        "Is a long PIN better?",
        "It takes longer to guess.",
    }


def test_the_meaning_of_a_term_falls_back_alone(tmp_path: Path, course: Course) -> None:
    found = languages(tmp_path, course, "A key that your phone keeps.")
    assert [words for words, lang in found.items() if lang == "en"] == [
        "A key that your phone keeps."
    ]
