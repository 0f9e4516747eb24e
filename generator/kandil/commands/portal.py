"""`kandil portal COURSES`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.finish import finish
from kandil.commands.options import Folders, HostLogo, HostName
from kandil.problems import Problem, errors


def portal(
    courses: Folders,
    dist: Annotated[Path, typer.Option(help="Where their packages lie.")] = Path("dist"),
    out: Annotated[Path, typer.Option(help="Where the pages are written; made anew.")] = Path(
        "build/portal-src"
    ),
    site: Annotated[Path, typer.Option(help="Where MkDocs will put the portal.")] = Path(
        "build/portal"
    ),
    handbook: Annotated[Path, typer.Option(help="A folder of Markdown to put beside.")] = Path(
        "docs"
    ),
    name: HostName = "Kandil",
    logo: HostLogo = None,
) -> None:
    """Write the portal's pages for MkDocs: catalogue, packages, what each reader wants to do."""
    from kandil.lint.reviews.believed import believed
    from kandil.portal.catalogue import cards
    from kandil.portal.pictures import unfit
    from kandil.portal.write import Front, write_portal
    from kandil.questions import find_questions
    from kandil.read.course.course import read_course

    found, problems = [], list[Problem](unfit(logo))
    for folder in courses:
        course, amiss = read_course(folder, find_questions())
        problems += errors(amiss)
        found += [believed(course)[0]] if course else []
    if not problems:
        front = Front(name, logo, Path(os.path.relpath(dist, site)).as_posix())
        write_portal(front, cards(found, dist), _there(handbook), out)
        typer.echo(f"Written: {out.as_posix()}")
    finish(problems, "text")


def _there(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None
