"""Stages the courses of a run beside their places and exchanges them when all are whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path
from types import TracebackType
from typing import Self

from kandil.package.archive import write_archive
from kandil.package.artefact import Artefact, check_path
from kandil.package.checksums import NAME, Checksums

NEW = ".new"
OLD = ".old"


class Staging:
    """`with Staging(dist) as run:` write, look at what was written, then `exchange()`.

    Whoever leaves without it, by an error or a kill, leaves every old package whole.
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
        """Put every staged course into its place; each old one is there until its new one is."""
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
    """Clear away what a killed run left; a course caught between the two renames comes back."""
    for old in dist.glob(f"*/*/.*{OLD}"):
        place = old.with_name(old.name[1 : -len(OLD)])
        if place.exists():
            shutil.rmtree(old)
        else:
            old.rename(place)
    for new in dist.glob(f"*/*/.*{NEW}"):
        shutil.rmtree(new)


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
