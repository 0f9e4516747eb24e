"""Questions, quizzes, banks and scenarios of about `n` letters; a row for each construct."""

from __future__ import annotations

from grown_sentences import BOXES, QUESTION, Make, again, counted
from kandil.read.source.limits import QUIZZES

PAIR = "- [x] a{}\n- [ ] b{}\n\n"


def asked(head: str, body: str, before: str = "") -> Make:
    """Questions one after the other; `{}` is the number of each."""
    return counted(f"### {head}\n\n{body}\n\n", before)


QUESTIONS: dict[str, Make] = {
    "questions": asked("Question: a{}", PAIR),
    "the same questions": again("### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    "questions of a quiz": asked("Question: a{}", PAIR, "## Quiz: a\n\n"),
    "the same questions of a quiz": lambda n: (
        "## Quiz: a\n\n" + again("### Question: a\n\n- [x] a\n- [ ] b\n\n")(n)
    ),
    "questions with ids": asked("Question: a", "<!-- id: a{} -->\n\n" + PAIR),
    "questions with one id": asked("Question: a", "<!-- id: a -->\n\n" + PAIR),
    "questions without answers": asked("Question: a{}", "b"),
    "questions beside a quiz": lambda n: (
        "## Quiz: a\n\n" + again("## Question: b?\n\n- [x] a\n- [ ] b\n\n")(n)
    ),
    "settings": lambda n: QUESTION + "<!-- " + "points: 1; " * (n // 11) + "-->\n\n" + BOXES,
    "unknown settings": lambda n: QUESTION + "<!-- " + "a: 1; " * (n // 6) + "-->\n\n" + BOXES,
    "comments under a heading": lambda n: (
        QUESTION + "<!-- i18n: comment: a -->\n\n" * (n // 28) + "<!-- points: 1 -->" + BOXES
    ),
    "settings with objectives": asked("Question: a{}", "<!-- objective: LO{} -->\n\n" + PAIR),
    "quizzes": again("## Quiz: a\n\n### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    "quizzes without questions": again("## Quiz: a\n\nb\n\n"),
    "quizzes without a colon": again("## Quiz a\n\nb\n\n"),
    "quizzes in quizzes": again("## Quiz: a\n\n### Quiz: b\n\n#### Question: c\n\n- [x] a\n\n"),
    "banks": counted(
        "## Bank: a\n\n<!-- id: a{} -->\n\n### Question: b\n\n- [x] a\n- [ ] b\n\n"
        "## Quiz: c\n\n<!-- from: a{} -->\n\n"
    ),
    "banks that nobody asks": again("## Bank: a\n\n### Question: b\n\n- [x] a\n- [ ] b\n\n"),
    "one bank of many quizzes": counted(
        "## Quiz: c{}\n\n<!-- from: b; draw: 1 -->\n\n",
        "## Bank: b\n\n<!-- id: b -->\n\n" + "### Question: b\n\n- [x] a\n- [ ] b\n\n" * 2,
    ),
    "a bank of as many quizzes as are read": lambda n: (
        "## Bank: b\n\n<!-- id: b -->\n\n"
        + "### Question: b\n\n- [x] a\n- [ ] b\n\n" * (n // 35)
        + "## Quiz: c\n\n<!-- from: b; draw: 1 -->\n\n" * QUIZZES
    ),
    "unknown banks": counted("## Quiz: c\n\n<!-- from: b{}; draw: 1 -->\n\n"),
    "answers": lambda n: QUESTION + "- [x] a\n" + "- [ ] b\n" * (n // 8),
    "answers that differ": counted("- [ ] b{}\n", QUESTION + "- [x] a\n"),
    "right answers": counted("- [x] b{}\n", QUESTION + "- [ ] a\n"),
    "answers with feedback": counted("- [ ] b{}\n  > c\n", QUESTION + "- [x] a\n"),
    "feedback of one answer": lambda n: QUESTION + "- [x] a\n" + "\n  > b\n" * (n // 7) + BOXES,
    "lines of feedback": lambda n: QUESTION + "- [x] a\n" + "  > b\n" * (n // 6) + "- [ ] b\n",
    "lines of an answer": lambda n: QUESTION + "- [x] a\n" + "  Yes: b\n" * (n // 9) + "- [ ] b\n",
    "answers with labels": counted("- [ ] b{}\n  Yes: c\n", QUESTION + "- [x] a\n"),
    "answers without boxes": counted("- b{}\n", QUESTION),
    "numbered answers": counted("1. [ ] b{}\n", QUESTION),
    "answers out of place": counted("[ ] b{}\n", QUESTION),
    "hints": lambda n: QUESTION + BOXES[2:] + "\n> **Hint:** a\n" * (n // 15),
    "hints of one quote": lambda n: QUESTION + BOXES[2:] + "\n" + "> **Hint:** a\n" * (n // 14),
    "words behind a label": lambda n: (
        QUESTION + BOXES[2:] + "\n> **Why:** a\n" + "> b\n" * (n // 4)
    ),
    "hints without stars": lambda n: QUESTION + BOXES[2:] + "\n" + "> Hint: a\n" * (n // 10),
    "hints without quotes": lambda n: QUESTION + BOXES[2:] + "\nHint: a\n" * (n // 9),
    "words below answers": lambda n: QUESTION + BOXES[2:] + "\na\n" * (n // 3),
    "paragraphs of a stem": lambda n: QUESTION + "a\n\n" * (n // 3) + BOXES,
    "true or false": again("### Question: a\n\n- [x] True\n- [ ] False\n\n"),
    "steps": counted("1. a{}\n", "### Order: a\n\n"),
    "the same steps": lambda n: "### Order: a\n\n" + "1. a\n" * (n // 5),
    "orders": asked("Order: a{}", "1. a\n2. b"),
    "pairs": counted("| a{} | b{} |\n", "### Match: a\n\n| a | b |\n|---|---|\n"),
    "the same pairs": lambda n: (
        "### Match: a\n\n| a | b |\n|---|---|\n" + "| a | b |\n" * (n // 10)
    ),
    "matches": asked("Match: a{}", "| a | b |\n|---|---|\n| c | d |\n| e | f |"),
    "groups": counted("- **a{}**\n  - b{}\n", "### Sort: a\n\n"),
    "items of a group": counted("  - b{}\n", "### Sort: a\n\n- **c**\n  - d\n- **a**\n"),
    "sorts": asked("Sort: a{}", "- **a**\n  - c\n- **b**\n  - d"),
    "reflections": again("### Reflect: a\n\n> **Model answer:** b\n\n"),
    "polls": asked("Poll: a{}", "- a\n- b"),
    "options of a poll": counted("- b{}\n", "### Poll: a\n\n"),
    "rates": asked("Rate: a{}", "| | 1 | 2 |\n|---|---|---|\n| a | | |"),
    "rows of a rate": counted("| b{} | | |\n", "### Rate: a\n\n| | 1 | 2 |\n|---|---|---|\n"),
    "cards": counted("| a{} | b |\n", "### Cards: a\n\n| a | b |\n|---|---|\n"),
    "decisions": asked("Decide: a{}", "- a\n  > **Safer:** b\n- b\n  > **Riskier:** c"),
    "ways of a decision": counted("- b{}\n  > **Safer:** b\n", "### Decide: a\n\n"),
    "numbers to type": asked("Question: a{}", "It is [[= {}]]."),
    "gaps": asked("Question: a{}", "It is [[a | b]]."),
}
"""Questions, quizzes and banks."""

_STEP = "### a{}\n\nb\n\n- [c](#a{next})\n\n"
SCENARIOS: dict[str, Make] = {
    "a chain of steps": counted(_STEP, "## Scenario: a\n\n- [b](#a0)\n\n", "### End\n\nb\n"),
    "a chain that ends": lambda n: (
        counted(_STEP, "## Scenario: a\n\n- [b](#a0)\n\n")(n)
        + f"### a{n // (len(_STEP) + 3) + 1}\n\nb\n"
    ),
    "a ring of steps": counted(
        _STEP, "## Scenario: a\n\n- [b](#a0)\n\n", "### End\n\n- [b](#a0)\n"
    ),
    "many choices": counted(
        "- [c{}](#end)\n", "## Scenario: a\n\n- [b](#step)\n\n### Step\n\n", "\n### End\n\nb\n"
    ),
    "many endings": counted("### a{}\n\nb\n\n", "## Scenario: a\n\n- [b](#a0)\n\n"),
    "choices that lead nowhere": counted("- [c](#a{})\n", "## Scenario: a\n\n", "\n### End\n\nb\n"),
    "steps that none reaches": counted(
        "### a{}\n\nb\n\n- [c](#end)\n\n", "## Scenario: a\n\n- [b](#end)\n\n", "### End\n\nb\n"
    ),
    "each step leads to all": lambda n: _web(int((n / 20) ** 0.5) + 2),
    "words between choices": counted(
        "- [c{}](#end)\n\nd\n\n", "## Scenario: a\n\n- [b](#end)\n\n### End\n\nb\n\n"
    ),
    "steps with points": counted(
        "### a{}\n\n<!-- points: 1; outcome: bad -->\n\nb\n\n", "## Scenario: a\n\n- [b](#a0)\n\n"
    ),
    "scenarios": again("## Scenario: a\n\n- [b](#c)\n\n### C\n\nd\n\n"),
}
"""What leads from step to step."""


def _web(size: int) -> str:
    ways = "".join(f"- [way {i}](#step-{i})\n" for i in range(size))
    steps = "".join(f"### Step {i}\n\nb\n\n{ways}\n" for i in range(size - 1))
    return f"## Scenario: a\n\n{ways}\n{steps}### Step {size - 1}\n\nb\n"
