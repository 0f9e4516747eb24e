"""`kandil verify PACKAGE…`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.check import Report
from kandil.commands.finish import finish


def verify(
    packages: Annotated[list[Path], typer.Argument(help="Folders or zips that Kandil built.")],
    form: Annotated[Report, typer.Option("--format", help="How problems are printed.")] = "text",
) -> None:
    """Whether a copy is whole and harmless: manifest, links, outside references, checksums."""
    from kandil.build.pipeline import verify_packages
    from kandil.build.verify import count_files

    problems = verify_packages(packages)
    if problems or form != "text":
        finish(problems, form)
        return
    for package in packages:
        number = count_files(package)
        files = "1 file" if number == 1 else f"{number:,} files"
        typer.echo(f"{package.as_posix()}: {files}, whole.")
