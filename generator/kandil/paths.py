"""Where the themes and the shipped locales lie, in the wheel or beside the source."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from filecmp import cmp
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_PACKAGE = Path(__file__).parent


def _shipped(name: str) -> Path:
    """The wheel holds the folder; an editable install has none (`rulings.md` 16)."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def themes() -> Path:
    """The folder that holds `base/`."""
    return _shipped("themes")


def locales() -> Path:
    """The folder that holds `<locale>/ui.po` and `<locale>/keywords.csv`."""
    return _shipped("locales")


def own_locales(folder: Path) -> Path | None:
    """`locales/` in a course's folder or up to two above it, as short as it can be written."""
    base, here = folder.resolve(), Path.cwd()
    near = (above / "locales" for above in (base, *base.parents[:2]))
    found = next((place for place in near if place.is_dir()), None)
    return found.relative_to(here) if found and found.is_relative_to(here) else found


def project(folder: Path) -> Path:
    """What holds the `locales/` and `docs/` of a project, as short as it can be written."""
    if found := own_locales(folder):
        return found.parent
    base, here = folder.resolve(), Path.cwd()
    whole = base.parent.parent if base.parent.name == "courses" else base
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def reviews(folder: Path) -> Path:
    """Where the project of a course records who has reviewed what."""
    return project(folder) / "docs" / "reviews"


def replaced_territories(folder: Path) -> dict[str, tuple[Path, Path]]:
    """The project's own files that stand for shipped ones, by code; a true copy replaces none."""
    own = own_locales(folder)
    pairs = ((file, locales() / "territories" / file.name) for file in _territories(own))
    return {
        file.stem: (file, ours)
        for file, ours in pairs
        if ours.is_file() and not ours.samefile(file) and not cmp(file, ours, shallow=False)
    }


def territory_files(folder: Path) -> dict[str, Path]:
    """`locales/territories/<code>.yml` by code; the project's own file stands for the shipped."""
    found: dict[str, Path] = {}
    for base in (locales(), own_locales(folder)):
        found |= {file.stem: file for file in _territories(base)}
    return found


def _territories(base: Path | None) -> list[Path]:
    return sorted((base / "territories").glob("*.yml")) if base else []


@cache
def entry_points(group: str) -> Iterable[EntryPoint]:
    """Other people's parts, as the standard library finds them, which takes a while to load: seldom
    is there any."""
    places = (Path(place).glob("*-info/entry_points.txt") for place in sys.path)
    if not any(group.encode() in path.read_bytes() for some in places for path in some):
        return ()
    from importlib.metadata import entry_points as find

    return find(group=group)
