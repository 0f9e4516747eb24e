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
Formats = Annotated[
    str, typer.Option("--format", help="Such as site,scorm12; 'json' prints a JSON report.")
]
Scheduler = Annotated[
    str, typer.Option(help="Address of a Dask scheduler whose workers share the work.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="One folder to host: every language and format, a portal.")
]
Scos = Annotated[str, typer.Option(help="SCORM: one SCO a 'course' or a 'module'.")]
Aus = Annotated[str, typer.Option(help="cmi5: one AU a 'course' or a 'module'.")]
Cartridge = Annotated[str, typer.Option("--cc", help="Common Cartridge: 1.1 or 1.3.")]
Qti = Annotated[str, typer.Option(help="QTI: 3.0 or 2.1.")]
Libraries = Annotated[
    Path | None, typer.Option(help="A folder with H5P libraries, to put into each package.")
]
Images = Annotated[Literal["all", "none"], typer.Option(help="Leave pictures out.")]
HostName = Annotated[
    str, typer.Option(envvar="KANDIL_PORTAL_NAME", help="Of the ministry or organisation.")
]
HostLogo = Annotated[
    Path | None,
    typer.Option(envvar="KANDIL_PORTAL_LOGO", help="Its picture: SVG, PNG, WebP or JPEG."),
]
