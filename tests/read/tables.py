"""The keywords of every language, with a body for each, for tables of slips."""

from __future__ import annotations

import csv
from pathlib import Path

from kandil.paths import locales
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.lesson.module import read_module

FRONT = "---\nid: bad\ntitle: Bad\nobjectives:\n  - {id: LO1, text: Try}\n---\n\n"
BOXES = "- [x] This one\n- [ ] That one\n"
QUESTION = f"### Question: Which?\n\n{BOXES}"
STEPS = "- [Go](#go)\n- [Stay](#stay)\n\n### Go\n\nYou went.\n\n### Stay\n\nYou stayed.\n"
NUMBERS = "1. Open\n2. Change\n3. Close\n"
PAIRS = "| Word | Meaning |\n|---|---|\n| PIN | Digits |\n| Code | Once |\n"
GROUPS = "- **Share**\n  - A name\n- **Keep**\n  - A PIN\n"
ITEMS = "- In my head\n- On paper\n"
SCALE = "| I can… | No | Yes |\n|---|---|---|\n| lock it | | |\n"
WAYS = "- Keep them\n  > **Riskier:** He may look.\n- Send them\n  > **Safer:** She has them.\n"
BODIES = {
    "Quiz": ("##", QUESTION),
    "Bank": ("##", QUESTION),
    "Scenario": ("##", f"A caller says: wait.\n\n{STEPS}"),
    "Trainer": ("##", "Bring paper.\n"),
    "Question": ("###", BOXES),
    "Order": ("###", NUMBERS),
    "Match": ("###", PAIRS),
    "Sort": ("###", GROUPS),
    "Reflect": ("###", "Write its name.\n"),
    "Poll": ("###", ITEMS),
    "Rate": ("###", SCALE),
    "Cards": ("###", PAIRS),
    "Decide": ("###", WAYS),
}
"""The signs of a heading, and what stands below it, by keyword."""
TITLES = {
    "en": "Which account",
    "fr": "Quel compte",
    "ka": "რომელი ანგარიში",
    "ru": "Какой пароль",
    "tr": "Hangi hesap",
    "uk": "Який пароль",
}


def words_of(language: str) -> list[tuple[str, str]]:
    """(word, keyword) of every word in the table of a language that opens something."""
    if language == "en":
        return [(keyword, keyword) for keyword in BODIES]
    with (locales() / language / "keywords.csv").open(encoding="utf-8", newline="") as file:
        table = [(row["written"], row["keyword"]) for row in csv.DictReader(file)]
    return [row for row in table if row[1] in BODIES]


def capitals(language: str, word: str) -> str:
    """A word in capital letters, as a keyboard of its language types them."""
    if language == "tr":
        word = word.replace("i", "İ").replace("ı", "I")
    return word.upper()


def problems_of(folder: Path, language: str, body: str) -> list[Problem]:
    """What is told of a lesson in a language."""
    path = folder / "bad.md"
    path.write_bytes(f"{FRONT}{body}".encode())
    return read_module(
        path, "bad.md", "modules/bad.md", language, find_questions()
    ).reading.problems
