"""`kandil contacts FOLDER`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kandil.commands.finish import finish
from kandil.commands.report import as_dict, report
from kandil.paths import own_locales

if TYPE_CHECKING:
    from kandil.territory.status import Line


def contacts(
    folder: Annotated[
        Path, typer.Argument(help="A folder with a course.yml, for its project's territories.")
    ] = Path(),
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Instead of today.")
    ] = None,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="How they are printed.")
    ] = "text",
) -> None:
    """List the help contacts of every territory by the days until they must be verified again."""
    from kandil.read.course.folder import read_course_file
    from kandil.read.source.door import links_out
    from kandil.territory.status import contact_lines

    if not folder.is_dir():
        finish(read_course_file(folder)[1], form)
    if amiss := links_out(own_locales(folder)):
        finish(amiss, form)
    lines, problems = contact_lines(folder, as_of.date() if as_of else date.today())
    if form == "json":
        told = [as_dict(problem) for problem in problems]
        found = {"contacts": [asdict(line) for line in lines], "problems": told}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for territory, group in groupby(lines, key=lambda line: line.territory):
        typer.echo(territory)
        for line in group:
            typer.echo(f"  {line.contact}: {_said(line)}")
    waiting = sum(line.status == "draft" for line in lines)
    shown = sum(line.status == "verified" for line in lines)
    typer.echo(f"{shown} verified, {waiting} waiting for verification.")
    if problems:
        typer.echo(report(problems, "text"))


def _said(line: Line) -> str:
    if line.days_left is None:
        return f"{line.status}: {line.why}" if line.why else line.status
    days = abs(line.days_left)
    unit = "day" if days == 1 else "days"
    return f"{days} {unit} left" if line.days_left >= 0 else f"{days} {unit} late"
