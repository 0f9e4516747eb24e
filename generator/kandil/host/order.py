"""What one folder is made of, and where each part of it lies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kandil.values import dataclass
from kandil.verify.hosted import ROOT, TRAINERS

NAMELESS = "Kandil"
"""Stands where a host has given no name."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, for whom."""

    folders: tuple[Path, ...]
    as_of: date
    out: Path
    territory: str = ""
    variant: str = ""
    own_territories: bool = False
    images: bool = True
    name: str = NAMELESS
    """Of the ministry or organisation."""
    logo: Path | None = None

    @property
    def host(self) -> str:
        """Its name, where one was given."""
        return "" if self.name == NAMELESS else self.name

    @property
    def root(self) -> Path:
        """All that a web server may show, and nothing else."""
        return self.out / ROOT

    @property
    def trainers(self) -> Path:
        """Beside it: key sheets and plans."""
        return self.out / TRAINERS

    @property
    def servers(self) -> Path:
        """Ready configuration."""
        return self.out / "servers"
