"""Stages the courses of a run beside their places, and exchanges them when all are whole."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from hashlib import file_digest
from pathlib import Path
from types import TracebackType
from typing import Self

from kandil.package.archive import write_archive
from kandil.package.artefact import Artefact, Shape, check_path
from kandil.package.checksums import NAME, Checksums
from kandil.package.exchange import NEW, NOTE, barrier, beside, exchange, mend
from kandil.package.lock import locked
from kandil.package.record import BESIDE
from kandil.package.record import beside as formats_of
from kandil.package.standing import Standing


class TakenError(Exception):
    """A link or a file stands where a package should, or a folder on the way to it."""


class Staging:
    """`with Staging(dist) as run:` write, look at what was written, then `exchange()`.

    Holds the folder while it lasts (`lock.BusyError`). Whoever leaves before the exchange, by an
    error or a kill, leaves every old package whole; a kill later is mended by the next run.
    """

    def __init__(self, dist: Path) -> None:
        self._dist = dist
        self._sums: dict[str, Checksums] = {}
        self._old: dict[str, Standing] = {}
        """What the course in each place is to replace."""
        self._formats: dict[str, dict[str, str]] = {}
        """Of the files in each place that cannot say theirs by themselves."""
        self._run = secrets.token_hex(4)
        """Ends the names of this run's folders: no other run, and no link laid out, has them."""
        self._held = ExitStack()
        self.weights: dict[bytes, int] = {}
        """What each file of a zip weighs after `gzip -9`, by its SHA-256."""

    def __enter__(self) -> Self:
        self._held.enter_context(locked(self._dist))
        mend(self._dist)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, OSError) and error.filename is None:
            # A full disk says so when something is written, and then no file is named.
            error.filename = self._dist.as_posix()
        with self._held:
            # An exchange that could neither be done nor undone is left to the next run.
            for place in [] if (self._dist / NOTE).exists() else [*self._sums]:
                self.drop(place)

    def write(self, place: str, artefacts: Iterable[Artefact], form: str) -> Path:
        """Add to the course at `place` (`preview/site/siu`) what the format `form` has made.

        Gives the folder it is staged in.
        """
        staged = self.staged(check_path(place))
        if place not in self._sums:
            if taken := barrier(self._dist, place):
                raise TakenError(taken.as_posix())
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.mkdir()
        sums = self._sums.setdefault(place, Checksums())
        old = self._old.setdefault(place, Standing(self._dist / place))
        formats = self._formats.setdefault(place, {})
        for artefact in artefacts:
            self.weights |= _WRITERS[artefact.shape](staged, artefact, sums, old)
            if not artefact.speaks:
                formats[artefact.name] = form
        late = {BESIDE: formats_of(formats)} if formats else {}
        for name, content in {**late, NAME: sums.listing(late)}.items():
            (staged / name).write_bytes(content)
        return staged

    def drop(self, place: str) -> None:
        """Forget what was staged for `place`."""
        self._sums.pop(place, None)
        self._formats.pop(place, None)
        self._old.pop(place, None)
        staged = self.staged(place)
        shutil.rmtree(staged, ignore_errors=True)
        with suppress(OSError):
            for folder in (staged.parent, staged.parent.parent):
                folder.rmdir()

    def exchange(self) -> None:
        """Put every staged course into its place."""
        exchange(self._dist, self._run, self._sums)

    @property
    def places(self) -> list[str]:
        """Of the courses that wait."""
        return [*self._sums]

    def sums(self, place: str) -> Mapping[str, str]:
        """SHA-256 of the files that wait for `place`, by their paths in it, but for its list."""
        return self._sums[place].digests

    def read_back(self, place: str) -> Mapping[str, bytes]:
        """SHA-256 of the files of an older package that wait there, read since they were linked."""
        return self._old[place].lent

    def staged(self, place: str) -> Path:
        """The folder in which the course for `place` waits."""
        return beside(self._dist / place, NEW, self._run)


def _write_zip(
    staged: Path, artefact: Artefact, sums: Checksums, old: Standing
) -> dict[bytes, int]:
    target = staged / check_path(artefact.name)
    inside = artefact.sums == "inside"
    weights = write_archive(target, artefact.files(), first=artefact.first, sums_inside=inside)
    with target.open("rb") as archive:
        sums.add_digest(artefact.name, file_digest(archive, "sha256").digest())
    return weights


def _write_file(
    staged: Path, artefact: Artefact, sums: Checksums, old: Standing
) -> dict[bytes, int]:
    [file] = artefact.files()
    if file.path != artefact.name:
        raise ValueError(f"not the artefact's own name: {file.path}")
    sums.add(check_path(file.path), file.content)
    (staged / file.path).write_bytes(file.content)
    return {}


def _write_loose(
    staged: Path, artefact: Artefact, sums: Checksums, old: Standing
) -> dict[bytes, int]:
    folder = f"{artefact.name}/" if artefact.name else ""
    known = {staged}
    for file in artefact.files():
        path, digest = check_path(folder + file.path), file.digest
        sums.add_digest(path, digest)
        target = staged / path
        if target.parent not in known:
            target.parent.mkdir(parents=True, exist_ok=True)
            known.add(target.parent)
        if not old.lend(path, digest, target):
            target.write_bytes(file.content)
    return {}


_WRITERS: dict[Shape, Callable[[Path, Artefact, Checksums, Standing], dict[bytes, int]]] = {
    "file": _write_file,
    "folder": _write_loose,
    "archive": _write_zip,
}
