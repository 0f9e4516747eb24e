"""Options that several commands take."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

Folders = Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Instead of today.")]


def _capitals(code: str) -> str:
    return code.upper()


Territory = Annotated[
    str,
    typer.Option(callback=_capitals, help="Such as GE: its help contacts, and blocks for it."),
]
OwnTerritories = Annotated[
    bool,
    typer.Option(
        "--own-territories", help="Show your own territory file's contacts, not Kandil's."
    ),
]
Variant = Annotated[str, typer.Option(help="Such as youth: with the blocks for it.")]
Images = Annotated[Literal["all", "none"], typer.Option(help="Leave pictures out.")]
HostName = Annotated[
    str, typer.Option(envvar="KANDIL_PORTAL_NAME", help="Of the ministry or organisation.")
]
HostLogo = Annotated[
    Path | None,
    typer.Option(envvar="KANDIL_PORTAL_LOGO", help="Its picture: SVG, PNG, WebP or JPEG."),
]
