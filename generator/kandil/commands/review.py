"""`kandil review sheet | read`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.finish import finish

app = typer.Typer(no_args_is_help=True)


@app.command("sheet")
def sheet(
    lesson: Annotated[Path, typer.Argument(help="A file in the folder modules/ of a course.")],
    out: Annotated[Path, typer.Option(help="The sheet that is written.")],
    locale: Annotated[
        str, typer.Option(help="Of a translation, such as uk; else the lesson itself.")
    ] = "",
) -> None:
    """Write a sheet on which somebody reviews a lesson or its translation."""
    from kandil.review.desk import make_sheet

    made, problems = make_sheet(lesson, locale, date.today())
    if made:
        out.write_text(made, "utf-8")
        typer.echo(f"Written: {out.as_posix()}")
        typer.echo(f"When it comes back signed: kandil review read {out.as_posix()}")
        return
    finish(problems, "text")


@app.command("read")
def read(
    file: Annotated[Path, typer.Argument(help="A signed sheet.")],
) -> None:
    """Record who has reviewed what, in docs/reviews/ of the project."""
    from kandil.review.desk import record

    recorded, problems = record(file, date.today())
    if recorded:
        typer.echo(f"Recorded: {recorded.path.as_posix()}")
        typer.echo(recorded.next)
    finish(problems, "text")
