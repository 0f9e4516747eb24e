"""Stages the courses of a run beside their places and exchanges them when all are whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from types import TracebackType
from typing import Self, get_args

from kandil.model.edition import Kind
from kandil.package.archive import write_archive
from kandil.package.artefact import Artefact, check_path
from kandil.package.checksums import NAME, Checksums

NEW = ".kandil-new"
OLD = ".kandil-old"


class Staging:
    """`with Staging(dist) as run:` write, look at what was written, then `exchange()`.

    Whoever leaves before the exchange, by an error or a kill, leaves every old package whole.
    A folder is exchanged by two renames. One that fails is undone; a kill between the two leaves
    that one course absent, whole but hidden in `.<course>.kandil-old`, until the next run over the
    same folder mends it.
    """

    def __init__(self, dist: Path) -> None:
        self._dist = dist
        self._sums: dict[Path, Checksums] = {}

    def __enter__(self) -> Self:
        mend(self._dist)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for place in self._sums:
            shutil.rmtree(_beside(place, NEW), ignore_errors=True)

    def write(self, place: str, artefacts: Iterable[Artefact]) -> Path:
        """Add to the course at `place` (`preview/site/siu`); gives the folder it is staged in."""
        course = self._dist / check_path(place)
        staged = _beside(course, NEW)
        staged.mkdir(parents=True, exist_ok=True)
        sums = self._sums.setdefault(course, Checksums())
        for artefact in artefacts:
            if artefact.archive:
                _write_zip(staged, artefact, sums)
            else:
                _write_loose(staged, artefact, sums)
        (staged / NAME).write_bytes(sums.listing())
        return staged

    def exchange(self) -> None:
        """Put every staged course into its place, one after another; see above for a kill."""
        for place in sorted(self._sums):
            old = _beside(place, OLD)
            if place.exists():
                place.rename(old)
            try:
                _beside(place, NEW).rename(place)
            except OSError:
                mend(self._dist)
                raise
            shutil.rmtree(old, ignore_errors=True)


def mend(dist: Path) -> None:
    """Clear away what a killed run left; a course caught between the two renames comes back.

    Touches what bears a name of this program's own and nothing else; what cannot be moved stays.
    """
    for old in _staged(dist, OLD):
        place = old.with_name(old.name[1 : -len(OLD)])
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            with suppress(OSError):
                old.rename(place)
    for new in _staged(dist, NEW):
        shutil.rmtree(new, ignore_errors=True)


def _staged(dist: Path, end: str) -> list[Path]:
    """Folders that `_beside` named, in the places where courses stand."""
    try:
        found = [path for kind in get_args(Kind) for path in (dist / kind).glob(f"*/.?*{end}")]
        return [path for path in found if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _beside(place: Path, end: str) -> Path:
    return place.with_name(f".{place.name}{end}")


def _write_zip(staged: Path, artefact: Artefact, sums: Checksums) -> None:
    target = staged / check_path(artefact.name)
    write_archive(target, artefact.files())
    with target.open("rb") as archive:
        sums.add_digest(artefact.name, file_digest(archive, "sha256").hexdigest())


def _write_loose(staged: Path, artefact: Artefact, sums: Checksums) -> None:
    folder = f"{artefact.name}/" if artefact.name else ""
    for file in artefact.files():
        path = check_path(folder + file.path)
        sums.add(path, file.content)
        target = staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
