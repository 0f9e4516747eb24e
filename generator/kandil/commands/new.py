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
    name = folder.resolve().name
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,37}", name):
        hint = "Begin with a small letter; then small letters, digits and hyphens, 38 at most."
        typer.echo(f"'{name}' cannot be an id. {hint}")
        raise typer.Exit(1)
    if folder.exists():
        typer.echo(f"'{folder.as_posix()}' is there already. Nothing was changed.")
        raise typer.Exit(1)
    written = new_course(folder, name)
    for path in written:
        typer.echo(f"Wrote {path.as_posix()}")
    typer.echo(f"Next: kandil build {folder.as_posix()}")
