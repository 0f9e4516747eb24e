"""`kandil check FOLDER`."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kandil.commands.finish import end, finish, listed, told
from kandil.problems import Problem, errors

if TYPE_CHECKING:
    from kandil.build.basis import Basis
    from kandil.build.reading import ReadCourse
    from kandil.build.wanted import Asked
    from kandil.lint.privacy.outside import Outside

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
    from kandil.build.again import check_again, check_memo
    from kandil.build.said import Said
    from kandil.build.wanted import Asked

    if fix:
        for folder in folders:
            _fix(folder, form)
    if links:
        _links(folders, form)
        return
    today = date.today()
    asked = Asked(as_of.date() if as_of else today, release, listed(locales), territory)
    memo = check_memo(Path("dist"), asked, folders)
    found = check_again(
        memo.beside, asked, folders, lambda basis: _check(folders, asked, basis), memo
    )
    last = told(found, form)
    Said(sys.argv[1:], today).keep(memo, last)
    end(last)


def _check(
    folders: list[Path], asked: Asked, basis: Basis | None = None
) -> tuple[list[Problem], bool]:
    """All problems, and whether a course is sensitive."""
    from kandil.build.crew import LostError
    from kandil.build.reading import ReadCourse, read, read_for
    from kandil.exporters import find_exporters, usual

    problems: list[Problem] = []
    private, every = False, usual(find_exporters()).values()
    for folder in folders:
        try:
            found, sensitive = _checked(read_for(every, folder, basis=basis), asked)
        except LostError:
            found, sensitive = _checked(ReadCourse(*read(folder)), asked)
        problems += found
        private |= sensitive
    return problems, private


def _checked(have: ReadCourse, asked: Asked) -> tuple[list[Problem], bool]:
    """Of one course; the processes that read it end here."""
    from kandil.build.refusals import check_course

    with closing(have):
        if have.course is None:
            # Nobody knows how sensitive it is.
            return have.problems, True
        more = check_course(have.course, have.problems, asked, have.crew)
        return [*have.problems, *more], have.course.sensitive


def _links(folders: list[Path], form: str) -> None:
    """The addresses of courses that can be read, else what is wrong with them."""
    from kandil.build.reading import read
    from kandil.lint.privacy.outside import outside

    problems: list[Problem] = []
    addresses: list[Outside] = []
    for folder in folders:
        course, found = read(folder)
        problems += found
        addresses += outside(course) if course else []
    if errors(problems):
        finish(problems, form)
    else:
        _list(addresses, form)


def _fix(folder: Path, form: str) -> None:
    from kandil.build.reading import read
    from kandil.write.fix import fix_course

    course, _ = read(folder)
    if course and not course.left_out:
        for path, number in fix_course(course):
            wrote = f"Wrote {number} id{'s' if number > 1 else ''} in {path}"
            typer.echo(wrote, err=form != "text")


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
