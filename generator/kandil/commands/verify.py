"""`kandil verify PACKAGE…`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.answers import finish
from kandil.commands.check import Report
from kandil.pipeline import verify_packages


def verify(
    packages: Annotated[list[Path], typer.Argument(help="Folders or zips that Kandil built.")],
    form: Annotated[Report, typer.Option("--format", help="How problems are printed.")] = "text",
) -> None:
    """Look at what was built: manifest, links, outside references, weight, checksums."""
    finish(verify_packages(packages), form)
