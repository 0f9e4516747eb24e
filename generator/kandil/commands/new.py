"""`kandil new course NAME`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from kandil.new import new_course

app = typer.Typer(no_args_is_help=True)


@app.callback()
def new() -> None:
    """Begin something."""


@app.command("course")
def course(
    folder: Annotated[Path, typer.Argument(help="The new folder; its name is the course's id.")],
) -> None:
    """Write a small course that builds at once."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,37}", folder.name):
        typer.echo(f"'{folder.name}' cannot be an id: use small letters, digits and hyphens.")
        raise typer.Exit(1)
    try:
        written = new_course(folder, folder.name)
    except OSError as fault:
        typer.echo(f"'{folder}' cannot be made: {fault.strerror}. Nothing was changed.")
        raise typer.Exit(1) from fault
    for path in written:
        typer.echo(f"Wrote {path.as_posix()}")
    typer.echo(f"Next: kandil build {folder.as_posix()}")
