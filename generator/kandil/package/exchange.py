"""Exchanges the packages of a run: all of them or none, whenever its process may be killed.

A note of what is to be exchanged is written when every package is whole. From then on the run is
carried to its end, by itself or by the next command that looks into the folder: a killed run is
thus all old (no note) or all new. What is old is deleted only when everything new stands.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import get_args

from kandil.model.edition import Kind
from kandil.package.artefact import check_path
from kandil.package.lock import locked

NEW = ".kandil-new"
OLD = ".kandil-old"
NOTE = ".kandil-exchange"
_LONGEST = 1_000_000
"""Bytes of a note; no run of this program writes more."""


def beside(place: Path, end: str, run: str) -> Path:
    """Where a package waits, or lies when it is replaced: names of one run alone."""
    return place.with_name(f".{place.name}{end}-{run}")


def barrier(dist: Path, place: str) -> Path | None:
    """The first link or file on the way from `dist` to a package, where only folders may be.

    Whoever laid it out would choose what is written to, and moved away, somewhere else.
    """
    way = list(accumulate(place.split("/"), Path.joinpath, initial=dist))[1:]
    return next(
        (one for one in way if one.is_symlink() or (one.exists() and not one.is_dir())), None
    )


def exchange(dist: Path, run: str, places: Iterable[str]) -> None:
    """Put what was staged at `places` into its place; an error brings everything old back."""
    names = sorted(places)
    if not names:
        return
    part = dist / f"{NOTE}-{run}"
    try:
        with part.open("x", encoding="utf-8", newline="\n") as note:
            note.write("\n".join([run, *names, ""]))
            note.flush()
            os.fsync(note.fileno())
        part.replace(dist / NOTE)
    finally:
        part.unlink(missing_ok=True)
    _finish(dist, run, names)


def heal(path: Path) -> None:
    """Finish what a killed run left in the folder of packages in which `path` lies."""
    for folder in (path, *path.absolute().parents[:4]):
        if (folder / NOTE).is_file():
            with locked(folder):
                mend(folder)


def mend(dist: Path) -> None:
    """Carry an exchange that was begun to its end, and clear away what other killed runs left.

    Asks for the folder's lock. Touches what bears a name of this program's own and nothing else;
    what cannot be moved stays.
    """
    with suppress(OSError):
        if noted := _noted(dist):
            _finish(dist, *noted)
    if (dist / NOTE).exists():
        return
    for part in dist.glob(f"{NOTE}-*"):
        with suppress(OSError):
            part.unlink()
    for old in _left(dist, OLD):
        _clear(old, old.with_name(old.name[1:].partition(OLD)[0]))
    for new in _left(dist, NEW):
        shutil.rmtree(new, ignore_errors=True)


def _finish(dist: Path, run: str, names: list[str]) -> None:
    """Renames first, one right behind the other; each step may already be done."""
    places = [dist / name for name in names]
    try:
        for place in places:
            _forward(place, run)
    except OSError:
        with suppress(OSError):
            for place in places:
                _back(place, run)
            (dist / NOTE).unlink()
        raise
    (dist / NOTE).unlink()
    for place in places:
        _clear(beside(place, OLD, run), place)


def _clear(old: Path, place: Path) -> None:
    """What is old goes where something new stands, and back into its place where nothing does."""
    if place.exists():
        shutil.rmtree(old, ignore_errors=True)
    elif old.is_dir():
        with suppress(OSError):
            old.rename(place)


def _forward(place: Path, run: str) -> None:
    new = beside(place, NEW, run)
    if not new.is_dir():
        return
    if place.exists():
        place.rename(beside(place, OLD, run))
    new.rename(place)


def _back(place: Path, run: str) -> None:
    new, old = beside(place, NEW, run), beside(place, OLD, run)
    if not new.is_dir() and place.exists():
        place.rename(new)
    if old.is_dir():
        old.rename(place)


def _noted(dist: Path) -> tuple[str, list[str]] | None:
    """What a note says; a note that this program did not write is no note."""
    path = dist / NOTE
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _LONGEST:
        return None
    run, *names = path.read_text("utf-8", errors="replace").splitlines() or [""]
    fit = run.isalnum() and all(_is_place(name) and not barrier(dist, name) for name in names)
    return (run, names) if fit else None


def _is_place(name: str) -> bool:
    try:
        kind, *rest = check_path(name).split("/")
    except ValueError:
        return False
    return kind in get_args(Kind) and len(rest) == 2


def _left(dist: Path, end: str) -> Iterator[Path]:
    """Folders of runs, in the places where packages stand."""
    for kind in get_args(Kind):
        with suppress(OSError):
            found = [*(dist / kind).glob(f"*/.?*{end}-*")]
            names = [path.relative_to(dist).as_posix() for path in found if path.is_dir()]
            yield from (dist / name for name in names if not barrier(dist, name))
