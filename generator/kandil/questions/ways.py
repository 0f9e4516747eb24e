"""Faults of a list to choose from in which nothing is right or wrong."""

from __future__ import annotations

from kandil.problems import Problem
from kandil.questions.letters import crowded, twice
from kandil.read.items import Body


def faults(body: Body) -> list[Problem]:
    """Too few answers, too many, the same one twice."""
    found = [*crowded(body.lines), *twice("Q105", "answer", body.lines)]
    if len(body.lines) == 1 and not body.unreadable:
        hint = "Add another answer: '- …'."
        found.append(Problem("Q107", body.lines[0].place, "One answer is no choice", hint))
    return found
