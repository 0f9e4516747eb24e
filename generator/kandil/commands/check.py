"""`kandil check FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from kandil.commands.answers import finish
from kandil.questions import find_questions
from kandil.read.course import read_course
from kandil.read.fix import fix_course

Report = Literal["text", "json", "github"]


def check(
    folders: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
    fix: Annotated[bool, typer.Option("--fix", help="Write the ids that are missing.")] = False,
    form: Annotated[Report, typer.Option("--format", help="How problems are printed.")] = "text",
) -> None:
    """Read courses and report everything that is wrong with them."""
    found = []
    for folder in folders:
        course, problems = read_course(folder, find_questions())
        if fix and course:
            for path, number in fix_course(course):
                typer.echo(
                    f"Wrote {number} id{'s' if number > 1 else ''} in {path}", err=form != "text"
                )
            course, problems = read_course(folder, find_questions())
        found += problems
    finish(found, form)
