from __future__ import annotations

import csv
from pathlib import Path

import pytest
from folder import put, settings
from kandil.localize.catalogue import read_catalogue
from kandil.model.blocks import Quiz, Section
from kandil.model.course import Course
from kandil.model.interactions import Choice
from kandil.paths import locales
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.read.source.keywords import FIXED, LABELS, SECTIONS, STANCES, STORES, WORDS

SHIPPED = ("fr", "uk", "ka", "tr", "ru")
_TYPES = {kind.KEYWORD for kind in find_questions()}
KEYWORDS = {*_TYPES, *SECTIONS, *LABELS, *STANCES, *STORES, *WORDS, *FIXED}
LESSON = """---
id: fr-1
title: Mots de passe
---

## Avant de commencer

Prenez un crayon.

## Quiz : Vérifiez

<!-- id: check -->

### Question : Quel mot de passe est le plus fort ?

<!-- id: fort -->

- [ ] amina1990
  > Un nom est facile à deviner.
- [x] rivière bougie sept bateau
  > Quatre mots sans lien.

> **Indice :** Plus long.

> **Pourquoi :** La longueur aide.

### Défi: Un mot suffit.

<!-- id: vrai -->

- [ ] Vrai
- [x] Faux

## Formatrice : Notes

Dix minutes.
"""


def rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["keyword"], row["written"]) for row in csv.DictReader(lines)]


def read(folder: Path, table: str) -> tuple[Course | None, list[str]]:
    base = folder / "courses" / "fr"
    course_yml = settings("fr-1", name="fr", title="Test", more="language: fr\n")
    put(base, {"course.yml": course_yml, "modules/fr-1.md": LESSON})
    (folder / "locales" / "fr").mkdir(parents=True)
    (folder / "locales" / "fr" / "keywords.csv").write_bytes(table.encode())
    course, problems = read_course(base, find_questions())
    names = [f"{Path(p.place.file).name}:{p.place.line} {p.code} {p.message}" for p in problems]
    return course, [name for name in names if "G004" not in name]


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_shipped_table_has_every_keyword_and_no_word_twice(tag: str) -> None:
    found = rows(locales() / tag / "keywords.csv")
    words = [written for _, written in found]
    assert {keyword for keyword, _ in found} == KEYWORDS
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("tag", ["uk", "ka", "tr"])
def test_a_fixed_part_has_the_words_that_its_page_shows(tag: str) -> None:
    catalogue, _ = read_catalogue(locales() / tag / "ui.po")
    found = rows(locales() / tag / "keywords.csv")
    for keyword in (*FIXED, *WORDS):
        assert (keyword, catalogue.entries["", keyword].words[0]) in found


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_lesson_in_french_with_a_word_of_the_projects_own(tmp_path: Path, sign: str) -> None:
    course, problems = read(tmp_path, f"\ufeffkeyword{sign}written\r\nQuestion{sign}Défi\r\n")
    assert problems == []
    assert course
    lesson = course.modules[0]
    before, quiz = lesson.blocks
    assert isinstance(before, Section)
    assert before.kind == "before"
    assert isinstance(quiz, Quiz)
    strong, true_false = quiz.questions
    assert isinstance(strong, Choice)
    assert isinstance(true_false, Choice)
    assert [hint.plain for hint in strong.hints] == ["Plus long."]
    assert strong.why
    assert true_false.form == "true_false"
    assert lesson.trainer


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("Question,Défi\n", "keywords.csv:1 C002 This table lacks a column"),
        ("keyword,written\nQestion,Défi\n", "keywords.csv:2 C001 'Qestion' is not a keyword"),
        ("keyword,written\nQuestion\n", "keywords.csv:2 C001 'Question' has no word"),
    ],
)
def test_a_table_with_a_slip_is_a_problem(tmp_path: Path, table: str, problem: str) -> None:
    assert problem in read(tmp_path, table)[1]
