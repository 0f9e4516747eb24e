"""`kandil check FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from kandil.commands.answers import finish
from kandil.lint.look import look
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.course import read_course
from kandil.read.fix import fix_course

Report = Literal["text", "json", "github"]


def check(
    folders: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
    fix: Annotated[bool, typer.Option("--fix", help="Write the ids that are missing.")] = False,
    form: Annotated[Report, typer.Option("--format", help="How problems are printed.")] = "text",
) -> None:
    """Read courses and report everything that is wrong with them, their advice included."""
    found: list[Problem] = []
    for folder in folders:
        course, problems = _read(folder, fix, form)
        found += problems
        if course:
            found += look(course)
    finish(found, form)


def _read(folder: Path, fix: bool, form: str) -> tuple[Course | None, list[Problem]]:
    course, problems = read_course(folder, find_questions())
    if not (fix and course):
        return course, problems
    for path, number in fix_course(course):
        typer.echo(f"Wrote {number} id{'s' if number > 1 else ''} in {path}", err=form != "text")
    return read_course(folder, find_questions())
