"""What an exporter yields: files, made one at a time when the writer asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from kandil.deflate import Deflated, deflated
from kandil.values import dataclass

Shape = Literal["file", "folder", "archive"]


@dataclass(frozen=True, slots=True)
class File:
    """One file of an artefact."""

    path: str
    """Relative, ASCII, with forward slashes: other names break some LMSs."""
    _given: bytes | Deflated
    """Deflated where that was done before: then nothing is asked of its content but once."""

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self._given.content if isinstance(self._given, Deflated) else self._given

    @property
    def digest(self) -> bytes:
        """SHA-256 of its content."""
        given = self._given
        return given.digest if isinstance(given, Deflated) else sha256(given).digest()

    def deflated(self) -> Deflated:
        """As a zip holds it."""
        return self._given if isinstance(self._given, Deflated) else deflated(self._given)


@dataclass(frozen=True, slots=True)
class Artefact:
    """A named part of a course's folder in `dist/` (`rulings.md` 11)."""

    name: str
    """Of the file or the archive; the folder of loose files (empty: the course's own folder)."""
    files: Callable[[], Iterator[File]]
    """Called once, by the writer: nothing is rendered before."""
    shape: Shape
    """A `file` is the only one that `files` gives, under the artefact's own name."""
    locales: tuple[str, ...] = ()
    """Whose editions it holds; empty: it is of the course as a whole."""
    first: str = ""
    """Of an archive: the member that comes first and is stored, not deflated (`mimetype`)."""
    sums: Literal["inside", "beside"] = "inside"
    """Of an archive: whether it holds a `SHA256SUMS`, or has a line in that of its folder alone."""

    def written(self) -> Artefact:
        """The same without its files, which hold every page that they were made of."""
        return replace(self, files=lambda: iter(()))

    @property
    def speaks(self) -> bool:
        """Whether it can say by itself which format it is, and bear its own checksums."""
        return self.shape == "folder" or (self.shape == "archive" and self.sums == "inside")


def check_path(path: str) -> str:
    """`path` itself; raises `ValueError` for a name that a zip reader or an LMS may refuse."""
    parts = path.split("/")
    legal = path.isascii() and path.isprintable() and not set(path) & set('\\:*?"<>|&')
    if not legal or any(part in ("", ".", "..") or part != part.strip() for part in parts):
        raise ValueError(f"not a portable path: {path!r}")
    return path
