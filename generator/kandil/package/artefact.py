"""What an exporter yields: files, made one at a time when the writer asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """One file of an artefact."""

    path: str
    """Relative, ASCII, with forward slashes: other names break some LMSs."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Artefact:
    """A named part of a course's folder in `dist/` (`rulings.md` 11)."""

    name: str
    """The archive's file name, or the folder of loose files (empty: the course's own folder)."""
    files: Callable[[], Iterator[File]]
    """Called once, by the writer: nothing is rendered before."""
    archive: bool
    """True: one zip of all files. False: loose files."""


def check_path(path: str) -> str:
    """`path` itself; raises `ValueError` for a name that a zip reader or an LMS may refuse."""
    parts = path.split("/")
    legal = path.isascii() and path.isprintable() and not set(path) & set('\\:*?"<>|&')
    if not legal or any(part in ("", ".", "..") or part != part.strip() for part in parts):
        raise ValueError(f"not a portable path: {path!r}")
    return path
