"""`kandil portal COURSES`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.finish import finish
from kandil.problems import Place, Problem, errors


def portal(
    courses: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
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
    name: Annotated[
        str, typer.Option(envvar="KANDIL_PORTAL_NAME", help="Of the ministry or organisation.")
    ] = "Kandil",
    logo: Annotated[
        Path | None,
        typer.Option(envvar="KANDIL_PORTAL_LOGO", help="Its picture: SVG, PNG, WebP or JPEG."),
    ] = None,
) -> None:
    """Write the portal's pages for MkDocs: catalogue, packages, what each reader wants to do."""
    from kandil.portal.catalogue import cards
    from kandil.portal.write import Front, write_portal
    from kandil.questions import find_questions
    from kandil.read.course.course import read_course

    read, problems = [], list[Problem](_unfit(logo))
    for folder in courses:
        course, amiss = read_course(folder, find_questions())
        problems += errors(amiss)
        read += [course] if course else []
    if not problems:
        front = Front(name, logo, Path(os.path.relpath(dist, site)).as_posix())
        write_portal(front, cards(read, dist), _there(handbook), out)
        typer.echo(f"Written: {out.as_posix()}")
    finish(problems, "text")


def _there(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None


def _unfit(logo: Path | None) -> list[Problem]:
    """A logo that is no picture."""
    if logo is None:
        return []
    from kandil.read.course.pictures import check_picture

    return check_picture(logo.parent, logo.name, Place(logo.as_posix()))
