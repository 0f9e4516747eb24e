"""How a command ends: problems printed, a line that counts them, the exit code."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from kandil.commands.report import report
from kandil.problems import Problem, errors


def counted(problems: list[Problem]) -> str:
    """`2 errors, 1 warning`, or `No problems.`"""
    parts = []
    for kind in ("error", "warning", "notice"):
        number = sum(problem.severity == kind for problem in problems)
        if number:
            parts.append(f"{number} {kind}{'s' if number > 1 else ''}")
    return ", ".join(parts) or "No problems."


def listed(words: str) -> tuple[str, ...]:
    """`en,uk` as it is typed."""
    return tuple(word.strip() for word in words.split(",") if word.strip())


def finish(problems: Iterable[Problem], form: str) -> None:
    """Print every problem; leave with exit code 1 where one is an error."""
    found = sorted(set(problems), key=lambda problem: problem.place)
    shown = report(found, form)
    if shown:
        typer.echo(shown)
    if form == "text":
        typer.echo(counted(found))
    if errors(found):
        raise typer.Exit(1)
