"""`kandil coverage COURSES`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.finish import finish
from kandil.problems import Problem, errors


def coverage(
    courses: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
    out: Annotated[Path, typer.Option(help="The page that is written.")] = Path("docs/coverage.md"),
) -> None:
    """Write which lesson teaches what the project was asked for."""
    from kandil.questions import find_questions
    from kandil.read.course.course import read_course
    from kandil.read.course.coverage import coverage_page
    from kandil.read.course.requirements import read_requirements

    found, problems = [], list[Problem]()
    for folder in courses:
        course, amiss = read_course(folder, find_questions())
        problems += errors(amiss)
        found += [course] if course else []
    asked, faults = read_requirements(courses[0])
    problems += faults
    if asked and not problems:
        out.write_text(coverage_page(asked, found), "utf-8")
        typer.echo(f"Written: {out.as_posix()}")
    finish(problems, "text")
