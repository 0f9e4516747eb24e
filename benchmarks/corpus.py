"""A synthetic course: lessons of about 1,200 words and 6 questions, the same at every run."""

from __future__ import annotations

import random
from pathlib import Path

_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ne",
    "ta",
    "ri",
    "so",
    "du",
    "ve",
    "po",
    "li",
    "re",
    "to",
    "ki",
    "sa",
    "bu",
)


def _words(dice: random.Random, count: int) -> str:
    found = []
    for _ in range(count):
        word = "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(1, 4)))
        kind = dice.random()
        if kind < 0.02:
            word = f"*{word}*"
        elif kind < 0.035:
            word = f"**{word}**"
        elif kind < 0.045:
            word = f"`{word}`"
        found.append(word)
    return " ".join(found).capitalize()


def _title(dice: random.Random) -> str:
    return _words(dice, 4).translate({ord(sign): None for sign in "*`"})


def _paragraph(dice: random.Random) -> str:
    return " ".join(_words(dice, dice.randint(8, 13)) + "." for _ in range(4))


def _section(dice: random.Random, number: int, total: int) -> str:
    link = f"[{_words(dice, 3)}](m-{dice.randint(1, total)}.md)"
    parts = [
        f"### {_words(dice, 4)}",
        _paragraph(dice),
        f"{_words(dice, 12)}. {link}.",
        _paragraph(dice),
        "\n".join(f"- {_words(dice, 10)}" for _ in range(6)),
    ]
    if number % 3 == 0:
        cells = "\n".join(f"| {_words(dice, 2)} | {_words(dice, 4)} |" for _ in range(4))
        parts.append(f"| {_words(dice, 1)} | {_words(dice, 1)} |\n|---|---|\n{cells}")
    if number % 2 == 0:
        parts.append(f"> [!TIP] {_words(dice, 3)}\n> {_words(dice, 20)}.")
    return "\n\n".join(parts)


def _question(dice: random.Random, number: int) -> str:
    right = dice.randrange(3)
    answers = "\n".join(
        f"- [{'x' if index == right else ' '}] {_words(dice, 6)}\n  > {_words(dice, 9)}."
        for index in range(3)
    )
    head = f"### Question: {_words(dice, 9)}?\n\n<!-- id: q{number}; bloom: apply -->"
    return f"{head}\n\n{answers}\n\n> **Why:** {_words(dice, 10)}."


def lesson(number: int, total: int) -> str:
    """One lesson's Markdown; depends on `number` alone."""
    dice = random.Random(number)
    front = f"---\nid: m-{number}\ntitle: '{_title(dice)}'\nminutes: 12\n---"
    ideas = "\n\n".join(_section(dice, part, total) for part in range(6))
    quiz = "\n\n".join(_question(dice, part) for part in range(6))
    remember = "\n".join(f"{row}. {_words(dice, 5)}." for row in (1, 2, 3))
    return (
        f"{front}\n\n## Why it matters\n\n{_paragraph(dice)}\n\n## Key ideas\n\n{ideas}\n\n"
        f"## Quiz: {_words(dice, 2)}\n\n<!-- id: check; pass: 80% -->\n\n{quiz}\n\n"
        f"## Remember\n\n{remember}\n\n## Help\n"
    )


def write_course(folder: Path, total: int) -> int:
    """Write the course; gives the words of a mean lesson, its quiz aside."""
    modules = folder / "modules"
    modules.mkdir(parents=True)
    names = ", ".join(f"m-{number}" for number in range(1, total + 1))
    (folder / "course.yml").write_text(f"id: bench\ntitle: Bench\nmodules: [{names}]\n")
    words = 0
    for number in range(1, total + 1):
        text = lesson(number, total)
        words += len(text.partition("## Quiz")[0].split())
        (modules / f"m-{number}.md").write_text(text)
    return words // total
