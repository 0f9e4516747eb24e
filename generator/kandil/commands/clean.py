"""`kandil clean`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def clean(
    out: Annotated[Path, typer.Option(help="As it was given to 'build'.")] = Path("dist"),
) -> None:
    """Remove the cache of earlier builds and checks, and nothing else."""
    from kandil.build.memo import remove_cache

    gone = remove_cache(out)
    typer.echo(f"Removed {gone.as_posix()}" if gone else "There is no cache here.")
