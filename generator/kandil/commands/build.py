"""`kandil build FOLDER…`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kandil.commands.build_all import build_all
from kandil.commands.degraded import degraded
from kandil.commands.finish import counted, end, listed
from kandil.commands.options import (
    AsOf,
    Aus,
    Cartridge,
    Everything,
    Folders,
    Formats,
    HostLogo,
    HostName,
    Images,
    Libraries,
    OwnTerritories,
    Qti,
    Scheduler,
    Scos,
    Territory,
    Variant,
)
from kandil.commands.report import as_dict, report
from kandil.commands.table import table
from kandil.problems import Problem, errors

if TYPE_CHECKING:
    from kandil.build.basis import Basis
    from kandil.build.outcome import Outcome, Row
    from kandil.build.prepare import Watch
    from kandil.build.request import Request

_HEADS = (
    "course",
    "locale",
    "edition",
    "format",
    "pages",
    "bytes",
    "first load",
    "words",
    "problems",
)
_ACTED_ON = ("A203", "H002")
"""Notices that are printed: a day by which somebody must act."""
_SUMMED = ("G001", "G004", "G005", "V030")
"""Told in a sentence of their own."""


def build(
    folders: Folders,
    edition: Annotated[
        Literal["release", "preview"], typer.Option(help="Reviewed words only, or drafts too.")
    ] = "release",
    locales: Annotated[str, typer.Option(help="Such as en,uk,ka; else the source's.")] = "",
    formats: Formats = "",
    out: Annotated[Path, typer.Option(help="Where packages go.")] = Path("dist"),
    as_of: AsOf = None,
    territory: Territory = "",
    own_territories: OwnTerritories = False,
    variant: Variant = "",
    images: Images = "all",
    scos: Scos = "",
    aus: Aus = "",
    cc: Cartridge = "",
    qti: Qti = "",
    h5p_libraries: Libraries = None,
    scheduler: Scheduler = "",
    everything: Everything = False,
    name: HostName = "Kandil",
    logo: HostLogo = None,
) -> None:
    """Read, localize, render, package and verify; then show what was built and what it weighs."""
    from kandil.build.request import Request

    today, names = date.today(), listed(formats)
    libraries = str(h5p_libraries or "")
    typed = {"scos": scos, "aus": aus, "cc": cc, "qti": qti, "libraries": libraries}
    request = Request(
        folders=tuple(folders),
        kind=edition,
        as_of=as_of.date() if as_of else today,
        locales=listed(locales),
        formats=tuple(one for one in names if one != "json"),
        dist=out,
        images=images == "all",
        territory=territory,
        variant=variant,
        own_territories=own_territories,
        settings=tuple((setting, value) for setting, value in typed.items() if value),
        scheduler=scheduler,
    )
    if everything:
        _refuse_choices(request, formats)
        build_all(request, name, logo)
    else:
        _run(request, today, "json" in names)


def _refuse_choices(request: Request, formats: str) -> None:
    """What `--all` would not heed. Raises `BadParameter`."""
    if request.locales or formats or request.scheduler:
        raise typer.BadParameter("it chooses languages and formats itself", param_hint="'--all'")
    if request.settings:
        asked = ", ".join(f"'{setting}: {value}'" for setting, value in request.settings)
        message = f"write {asked} below the format in course.yml, under 'formats:'"
        raise typer.BadParameter(message, param_hint="'--all'")


def _run(request: Request, today: date, as_data: bool) -> None:
    """Build and leave. What a run took away the next one has not to tell."""
    from kandil.build.again import build_again, build_memo
    from kandil.build.said import Said, Told

    memo = build_memo(request)
    outcome = build_again(request, lambda basis: _build(request, basis), memo)
    bad = bool(errors(outcome.problems)) or not outcome.rows
    last = Told("\n".join(_data(outcome) if as_data else lines(outcome)), 1 if bad else 0)
    if not outcome.removed:
        Said(sys.argv[1:], today).keep(memo, last)
    end(last)


def _build(request: Request, basis: Basis | None) -> Outcome:
    from kandil.build.pipeline import build as run

    with progress() as watch:
        return run(request, watch, basis)


@contextmanager
def progress() -> Iterator[Watch]:
    """A line that says what is being done; silent where nobody watches, and in CI."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda doing: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda doing: status.update(doing)


def _data(outcome: Outcome) -> Iterator[str]:
    from kandil.build.outcome import as_json

    rows = outcome.rows if outcome.built else []
    yield as_json(rows, [as_dict(problem) for problem in outcome.problems])


def lines(outcome: Outcome) -> Iterator[str]:
    """What came of it, as it is printed."""
    form = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    loud = [p for p in outcome.problems if p.severity != "notice" or p.code in _ACTED_ON]
    if loud:
        yield report(loud, form)
    built = outcome.built and outcome.rows
    if built:
        yield table(_HEADS, [_row(row) for row in outcome.rows], words=_HEADS.index("pages"))
    for problem in sorted({p for p in outcome.problems if p.code == "G001"}, key=str):
        yield f"Not built: {problem.message}. {problem.hint}".rstrip()
    for problem in dict.fromkeys(p for p in outcome.problems if p.code == "G005"):
        yield f"{problem.message}. {problem.hint}"
    unread = sum(problem.code == "G004" for problem in outcome.problems)
    if unread:
        lessons = "1 lesson has" if unread == 1 else f"{unread} lessons have"
        yield f"{lessons} not been reviewed by a specialist, and each page says so."
    yield from _left_out(outcome.rows) if built else ()
    yield from degraded(outcome.problems)
    for place in outcome.removed if built else ():
        yield f"No longer there, since this run did not build it: {place}"
    yield from _unlisted(outcome.problems)
    yield counted(outcome.problems) + ("" if built else ". Nothing was changed.")


def _unlisted(problems: list[Problem]) -> Iterator[str]:
    """Where to read what is counted and stands nowhere above."""
    listed = (*_ACTED_ON, *_SUMMED)
    number = sum(one.severity == "notice" and one.code not in listed for one in problems)
    if number:
        notices = "1 notice" if number == 1 else f"{number} notices"
        yield f"Not listed here: {notices}. 'kandil build COURSE --format json' lists them."


def _left_out(rows: list[Row]) -> Iterator[str]:
    """Each lesson that must be mended once, with the locales that lack it."""
    lacking: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for lesson in (one for one in row.left_out if one not in row.untranslated):
            lacking.setdefault((row.course, lesson), []).append(row.locale)
    for (course, lesson), locales in lacking.items():
        where = ", ".join(dict.fromkeys(locales))
        yield f"Left out until it is mended: {lesson} of {course}, in {where}."


def _row(row: Row) -> list[str]:
    return [
        *(row.course, row.locale, row.edition, row.format, str(row.pages)),
        *(f"{row.bytes:,}", f"{row.first_load:,}", f"{row.coverage}%", str(row.problems)),
    ]
