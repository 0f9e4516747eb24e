"""How a command ends: problems printed, a line that counts them, the exit code."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from kandil.build.said import Told
from kandil.commands.report import report
from kandil.problems import Problem, errors

MEASURED = "A105"
"""Nothing is wrong where it is told."""


def counted(problems: list[Problem]) -> str:
    """`2 errors, 1 warning`, or `No problems.`"""
    parts = []
    for kind in ("error", "warning", "notice"):
        number = sum(problem.severity == kind for problem in problems)
        if number:
            parts.append(f"{number} {kind}{'s' if number > 1 else ''}")
    return ", ".join(parts) or "No problems."


def listed(words: str) -> tuple[str, ...]:
    """`en,uk` as it is typed; what is said twice is said once."""
    return tuple(dict.fromkeys(word.strip() for word in words.split(",") if word.strip()))


def told(problems: Iterable[Problem], form: str) -> Told:
    """Every problem, and below them what was measured; the exit code is 1 where one is an error."""
    found = sorted(set(problems), key=lambda problem: problem.place)
    if form != "text":
        return Told(report(found, form), 1 if errors(found) else 0)
    amiss = [problem for problem in found if problem.code != MEASURED]
    measured = (problem.message for problem in found if problem.code == MEASURED)
    lines = [report(amiss, form), counted(amiss), *measured]
    return Told("\n".join(filter(None, lines)), 1 if errors(found) else 0)


def end(last: Told) -> None:
    """Print it, and leave with its code."""
    if last.text:
        typer.echo(last.text)
    if last.code:
        raise typer.Exit(last.code)


def finish(problems: Iterable[Problem], form: str) -> None:
    """Print every problem, and leave."""
    end(told(problems, form))
