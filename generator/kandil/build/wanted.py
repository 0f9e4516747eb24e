"""Which editions of a course are meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kandil.values import dataclass

if TYPE_CHECKING:
    from kandil.model.edition import Kind


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of one kind, for one variant and one territory, in some locales."""

    kind: Kind
    as_of: date
    locales: tuple[str, ...] = ()
    """Empty: the source language."""
    territory: str = ""
    """Code of a file in `locales/territories/`; empty: no contacts, no blocks for a territory."""
    variant: str = ""
    own_territories: bool = False
    """True: a territory file of the project's own may take the place of Kandil's in a release."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which builds are meant; what is left empty means all that the course has."""

    as_of: date
    release: bool = False
    locales: tuple[str, ...] = ()
    territory: str = ""
