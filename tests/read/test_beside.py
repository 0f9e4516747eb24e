"""Feedback in the line of its answer, and choices of a scenario that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Problem
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"


def _problems(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, f"{_FRONT}{body}\n").reading.problems


@pytest.mark.parametrize(
    ("body", "feedback"),
    [
        ("### Question: Q?\n\n- [x] Blue > Yes, that is it.\n- [ ] Red", "Yes, that is it."),
        ("### Question: Q?\n\n- [x] Blue > Correct!\n- [ ] Red", "Correct!"),
        ("### Question: Q?\n\n- [x] Blue. > The sky is.\n- [ ] Red.", "The sky is."),
        ("### Question: Q?\n\n- [x] Blue\n- [ ] Red > It is not so.", "It is not so."),
        ("### Question: Q?\n\n- [x] Blue > **Why:** so.\n- [ ] Red", "**Why:** so."),
        ("### Sort: Q\n\n- **A**\n  - One > No, look.\n- **B**\n  - Two", "No, look."),
        ("### Poll: Q?\n\n- One > Many say so.\n- Two", "Many say so."),
        ("### Order: Q?\n\n1. One > Yes, first.\n2. Two", "Yes, first."),
    ],
)
def test_feedback_in_the_line_of_its_answer(tmp_path: Path, body: str, feedback: str) -> None:
    found = [p for p in _problems(tmp_path, body) if p.code == "Q727"]
    hint = f"Write '> {feedback}' in a line of its own, indented below the answer."
    assert [p.hint for p in found] == [hint]
    assert found[0].severity == "warning"


@pytest.mark.parametrize(
    "answers",
    [
        "- [x] Settings > Privacy\n- [ ] Settings > Sound",
        "- [x] Settings > Privacy > Lock\n- [ ] Throw it away",
        "- [x] Go to Settings > Privacy and turn it off.\n- [ ] Throw it away.",
        "- [x] Settings > Privacy.\n- [ ] Throw it away",
        "- [x] 5 > 3, as you see.\n- [ ] 3 < 5",
        "- [x] `a > Yes, b.`\n- [ ] Red",
        "- [x] Blue \\> Yes, that is it.\n- [ ] Red",
        "- [x] A->Yes, B.\n- [ ] Red",
        "- [x] Menu > Yes\n- [ ] Menu > No",
        "- [x] Blue\n  > Yes, that is it.\n- [ ] Red",
    ],
)
def test_a_way_through_menus_is_no_feedback(tmp_path: Path, answers: str) -> None:
    assert _problems(tmp_path, f"### Question: Which?\n\n{answers}") == []


_STEPS = "### Go\n\nYou went.\n\n### Stay here\n\nYou stayed."


@pytest.mark.parametrize(
    ("choices", "codes", "mended"),
    [
        ("- [Go]\n- [Stay here]", ["Q610", "Q610"], "'- [Go](#go)'"),
        ("- [**Go**](#go)\n- [**Stay here**]", ["Q610"], "'- [Stay here](#stay-here)'"),
        ("- [Go](#go)\n- [Wait]", ["Q610"], "'- [Wait](#heading-of-a-step)'"),
        ("- [Go] (#go)\n- [Stay here](#stay-here)", ["M019"], "'[Go](#go)'"),
        ("- [Go](#go\n- [Stay here](#stay-here)", ["M019"], "'[Go](#go)'"),
    ],
)
def test_a_choice_that_leads_nowhere_is_told(
    tmp_path: Path, choices: str, codes: list[str], mended: str
) -> None:
    found = _problems(tmp_path, f"## Scenario: S\n\nIt rings.\n\n{choices}\n\n{_STEPS}")
    assert [p.code for p in found] == codes
    assert mended in found[0].hint


def test_a_later_step_is_told_too(tmp_path: Path) -> None:
    later = "### Go\n\nYou went.\n\n- [Stay here]\n- [Again](#scenario-s)\n\n### Stay here\n\nYes."
    body = f"## Scenario: S\n\n- [Go](#go)\n- [Stay here](#stay-here)\n\n{later}"
    assert [p.code for p in _problems(tmp_path, body)] == ["Q610"]


@pytest.mark.parametrize(
    "step",
    [
        "You need:\n\n- bread\n- milk",
        "- [ ] bread\n- [x] milk",
        "- bread [1]\n- [a] milk",
        "[Go] is what she says.",
    ],
)
def test_other_lists_of_a_step_are_left_alone(tmp_path: Path, step: str) -> None:
    body = f"## Scenario: S\n\nIt rings.\n\n- [Go](#go)\n\n### Go\n\n{step}"
    assert _problems(tmp_path, body) == []
