"""What a build is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kandil.build.wanted import Wanted
from kandil.values import dataclass

if TYPE_CHECKING:
    from kandil.build.beside import Host
    from kandil.model.edition import Kind


@dataclass(frozen=True, slots=True)
class Request:
    """What to build."""

    folders: tuple[Path, ...]
    """One course each; they are exchanged together, or none is."""
    kind: Kind
    as_of: date
    locales: tuple[str, ...] = ()
    """Empty: the source language."""
    formats: tuple[str, ...] = ()
    """Empty: every format without an optional extra."""
    dist: Path = Path("dist")
    host: Host | None = None
    """What the course stands beside, where `dist` is what a server shows; None: nothing."""
    images: bool = True
    territory: str = ""
    """Code of a file in `locales/territories/`; empty: no contacts, no blocks for a territory."""
    variant: str = ""
    own_territories: bool = False
    """True: a territory file of the project's own may take the place of Kandil's in a release."""
    settings: tuple[tuple[str, str], ...] = ()
    """Of formats, by their names: `(("scos", "module"),)`."""
    scheduler: str = ""
    """Address of those who share the work; empty: this machine alone."""

    @property
    def wanted(self) -> Wanted:
        """The editions of each course."""
        return Wanted(
            self.kind,
            self.as_of,
            self.locales,
            self.territory,
            self.variant,
            self.own_territories,
        )
