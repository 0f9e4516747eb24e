"""The examples of every question type, for all tests that need one."""

from __future__ import annotations

from pathlib import Path

from problems.cases import read_cases

CASES = read_cases(Path(__file__).parent)
"""`question` and `model` are the fences of each."""
SHARED = {
    case.file.stem: dict(case.files)["question"]
    for case in CASES
    if case.title == "One for every format and every language"
}
"""One of each type, whose question has the id `fixture` or one of its own."""
