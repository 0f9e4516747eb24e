"""`kandil check FOLDER`."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kandil.commands.finish import finish, listed
from kandil.problems import Problem, errors

if TYPE_CHECKING:
    from kandil.lint.privacy.outside import Outside
    from kandil.model.course import Course

Report = Literal["text", "json", "github"]


def check(
    folders: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
    fix: Annotated[bool, typer.Option("--fix", help="Write the ids that are missing.")] = False,
    links: Annotated[
        bool, typer.Option("--links", help="Only list the outside addresses, for a person to open.")
    ] = False,
    release: Annotated[
        bool, typer.Option("--release", help="As errors: what only a release refuses.")
    ] = False,
    locales: Annotated[
        str, typer.Option(help="Builds in these alone, such as en,uk; else in all that there are.")
    ] = "",
    territory: Annotated[str, typer.Option(help="Builds for this territory alone.")] = "",
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Instead of today.")
    ] = None,
    form: Annotated[Report, typer.Option("--format", help="How problems are printed.")] = "text",
) -> None:
    """Read courses and report everything that is wrong with them, their advice included."""
    from kandil.build.refusals import Asked, check_course
    from kandil.lint.privacy.outside import outside

    today = as_of.date() if as_of else date.today()
    asked = Asked(today, release, listed(locales), territory)
    found: list[Problem] = []
    addresses: list[Outside] = []
    for folder in folders:
        course, problems = _read(folder, fix, form)
        found += problems
        if course and links:
            addresses += outside(course)
        elif course:
            found += check_course(course, problems, asked)
    if links and not errors(found):
        _list(addresses, form)
    else:
        finish(found, form)


def _read(folder: Path, fix: bool, form: str) -> tuple[Course | None, list[Problem]]:
    from kandil.build.reading import read
    from kandil.write.fix import fix_course

    course, problems = read(folder)
    if not (fix and course) or course.left_out:
        return course, problems
    for path, number in fix_course(course):
        typer.echo(f"Wrote {number} id{'s' if number > 1 else ''} in {path}", err=form != "text")
    return read(folder)


def _list(addresses: list[Outside], form: str) -> None:
    """Each address once, with the lessons that send there."""
    lessons: dict[str, list[str]] = {}
    for link in addresses:
        lessons.setdefault(link.address, []).append(link.module)
    rows = [(address, list(dict.fromkeys(names))) for address, names in sorted(lessons.items())]
    if form == "json":
        data = [{"address": address, "lessons": names} for address, names in rows]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for address, names in rows:
        typer.echo(f"{address}  ({', '.join(names)})")
    if not rows:
        typer.echo("No outside addresses.")
