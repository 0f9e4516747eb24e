"""The one door by which files of a course come in: plain ones, in their home, up to a size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kandil.problems import Place, Problem

TEXT = 4_000_000
"""Bytes of the largest file of words: a hundred long lessons in one."""
PICTURE = 20_000_000


class NotPlainError(OSError):
    """A device, a pipe or a socket, which may never end."""


class TooLargeError(OSError):
    """More bytes than the door lets in."""


def read_file(path: Path, most: int = TEXT) -> bytes:
    """All bytes of a plain file; else raises `OSError`, and never waits for somebody to write."""
    _plain(path.stat().st_mode)
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLargeError(f"more than {most:,} bytes")
    return content


def _plain(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise NotPlainError


def leads_out(home: Path, path: Path) -> bool:
    """Whether a file of the folder `home` is a link to a place outside it."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(home))


def link_out(home: Path, path: Path) -> list[Problem]:
    """M003 for a file whose link, or that of a folder above it, leads out of `home`."""
    if not leads_out(home, path):
        return []
    name, hint = path.as_posix(), "Put the file itself there, in place of the link."
    return [Problem("M003", Place(name), f"'{name}' is a link that leads out of the course", hint)]


def links_out(folder: Path | None) -> list[Problem]:
    """The same for all that stands in a folder of the project, such as its `locales/`."""
    if folder is None:
        return []
    above_all = folder.parent
    if found := link_out(above_all, folder):
        return found
    for above, folders, files in os.walk(folder):
        paths = (Path(above, name) for name in sorted((*folders, *files)))
        found += [one for path in paths if path.is_symlink() for one in link_out(above_all, path)]
    return found
