"""Callouts, labels and feedback as a beginner types them: what is silent no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Problem
from kandil.read.source.keywords import LABELS
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"


def _problems(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, _FRONT + body).reading.problems


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "WARNING", "SAFETY", "CAUTION", "IMPORTANT"])
@pytest.mark.parametrize(
    "written",
    [
        "> [!NOTE]\n> One.\n> [!{kind}]\n> Two.",
        "> [!NOTE]\n> One.\n>\n> [!{kind}] Title\n> Two.",
        "> Words.\n> [!{kind}]\n> Two.",
        "[!{kind}] Two.",
        "- [!{kind}] Two.",
        "Words.\n[!{kind}] Two.",
    ],
)
def test_a_callout_begins_a_quote_of_its_own(tmp_path: Path, written: str, kind: str) -> None:
    found = _problems(tmp_path, written.format(kind=kind) + "\n")
    assert [problem.code for problem in found] == ["M041"]


@pytest.mark.parametrize(
    "written",
    [
        "> [!{small}]\n> Two.",
        "> [!{kind}S]\n> Two.",
        "> [{kind}]\n> Two.",
        "> **[!{kind}]**\n> Two.",
        "> [! {kind}]\n> Two.",
        "> [!{kind}\n> Two.",
        "> !{kind}] Two.",
        "> \\[!{kind}\\]\n> Two.",
        "> ［!{kind}］\n> Two.",
        "> 【!{kind}】\n> Two.",
    ],
)
@pytest.mark.parametrize("kind", ["NOTE", "TIP", "WARNING", "SAFETY", "CAUTION", "IMPORTANT"])
def test_a_slip_in_a_callout_is_told(tmp_path: Path, written: str, kind: str) -> None:
    if written.startswith("> !"):
        written = "> [!{kind} ]\n> Two."
    found = _problems(tmp_path, written.format(kind=kind, small=kind.lower()) + "\n")
    assert [problem.code for problem in found] == ["M008"]


_LABELS = {
    "no bold": "> {label}: It is so.",
    "no colon": "> **{label}** It is so.",
    "no quote": "**{label}:** It is so.",
    "no quote, no bold": "{label}: It is so.",
    "small letters": "> **{small}:** It is so.",
    "large letters": "> **{large}:** It is so.",
    "a wide colon": "> **{label}：** It is so.",
    "the colon outside": "> **{label}**: It is so.",
    "a full stop": "> **{label}.** It is so.",
    "a dash": "> **{label}** – It is so.",
    "slanted": "> *{label}:* It is so.",
    "underscores": "> __{label}:__ It is so.",
    "an unseen sign": "> **\u200b{label}:** It is so.",
    "under an answer": "  > **{label}:** It is so.",
    "under an answer, no bold": "  > {label}: It is so.",
    "under an answer, no colon": "  > **{label}** It is so.",
    "under an answer, later": "  > Good.\n  > **{label}:** It is so.",
    "under an answer, lazily": "  > Good.\n  **{label}:** It is so.",
    "under an answer, lazily, no bold": "  > Good.\n  {label}: It is so.",
    "under an answer, in a paragraph": "  > Good.\n\n  **{label}:** It is so.",
    "joined to an answer": "  **{label}:** It is so.",
}


@pytest.mark.parametrize("label", [label for label in LABELS if label != "Model answer"])
@pytest.mark.parametrize("slip", _LABELS)
def test_a_slip_in_a_label_is_never_silent(tmp_path: Path, slip: str, label: str) -> None:
    line = _LABELS[slip].format(label=label, small=label.lower(), large=label.upper())
    gap = "\n" if "answer" in slip else "\n\n"
    body = f"### Question: Which?\n\n- [ ] One\n- [x] Two{gap}{line}\n"
    found = _problems(tmp_path, body)
    assert {problem.code for problem in found} <= {"Q009", "Q722"}
    assert any(label in problem.message + problem.hint for problem in found)


@pytest.mark.parametrize("gap", ["", "  > Good.\n", "  > Good.\n\n"])
def test_a_label_without_its_quote_is_mended_below_the_answers(tmp_path: Path, gap: str) -> None:
    body = f"### Question: Which?\n\n- [x] One\n- [ ] Two\n{gap}  **Hint:** Think.\n"
    found = _problems(tmp_path, body)
    hint = "Leave a line empty below the answers, and write '> **Hint:** Think.' there."
    assert [problem.hint for problem in found] == [hint]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_label_of_a_way_to_act_stays_under_it(tmp_path: Path, gap: str) -> None:
    ways = f"- Keep\n{gap}  **Safer:** it is.\n- Go\n  > **Riskier:** Hm.\n"
    found = _problems(tmp_path, f"### Decide: Which?\n\n{ways}")
    told = [problem.hint for problem in found if problem.code in ("Q009", "Q722")]
    assert told == ["Write '  > **Safer:** it is.' under its answer."]


@pytest.mark.parametrize("words", ["> **Why** it matters to her.", "Correctly: so.", "*Why* not?"])
def test_words_like_a_label_may_stand_in_what_is_asked(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, f"### Question: Which?\n\n{words}\n\n- [ ] One\n- [x] Two\n") == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q722"),
        ("### Question: Q?\n\n- [x] One\nYes: so.\n- [ ] Two\n", "Q722"),
        ("### Order: Q\n\n1. One\n   Yes: so.\n2. Two\n", "Q722"),
        ("### Poll: Q?\n\n- One\n  Yes: so.\n- Two\n", "Q722"),
        ("### Sort: Q\n\n- **A**\n  - One\n    Yes: so.\n- **B**\n  - Two\n", "Q722"),
        ("## Quiz: A\n\n### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q723"),
        ("## Bank: A\n\n### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q723"),
    ],
)
def test_feedback_without_its_sign(tmp_path: Path, body: str, code: str) -> None:
    found = [p for p in _problems(tmp_path, body) if p.code != "Q709"]
    assert [problem.code for problem in found] == [code]
    assert "> Yes: so.'" in found[0].hint
